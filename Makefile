# Banxin 版心
#
#   make edition          install what is missing, build, and make the sample edition's pages in out/
#   make test             install what is missing, and run the tests
#   make check            formatting, module map, links of the documents
#   make accept           renew what the tests compare with; look at the difference before committing it
#   make bench            time Banxin against Typst and write docs/Performance.md
#   make compare          set one text with Banxin and Typst, read both PDFs back, write docs/Comparison.md
#   make install          PREFIX=/usr/local: the command and its house files
#   make clean            remove what was built
#
# Works as root, or as a user who may use sudo. EDITION= and OUT= choose another edition and folder.

PREFIX  ?= /usr/local
EDITION ?= editions/yanjiang
OUT     ?= out

# Swift where its installers put it, when it is not on the PATH.
export PATH := $(PATH):/opt/swift/usr/bin:$(HOME)/.local/share/swiftly/bin:/usr/local/swift/usr/bin

# lld is the toolchain's own linker: quick, and without the C library's remarks about the Swift library.
RELEASE = swift build -c release --product banxin --static-swift-stdlib -Xswiftc -use-ld=lld
BANXIN  = .build/release/banxin
SHARE   = $(DESTDIR)$(PREFIX)/share/banxin

.PHONY: edition build test check accept bench compare install clean prepare

edition: build
	@tools/edition.sh $(BANXIN) "$(EDITION)" "$(OUT)"

build: prepare
	@$(RELEASE)

test: prepare
	@tools/test.sh

check:
	@tools/check.sh

accept: prepare
	BANXIN_ACCEPT=1 swift test --disable-xctest --filter GoldenTests
	@git status --short

bench: build
	@bench/run.py

compare: build
	@bench/compare.py

install: build
	install -D $(BANXIN) "$(DESTDIR)$(PREFIX)/bin/banxin"
	mkdir -p "$(SHARE)"
	cp -R fonts layouts editions $(wildcard profiles) "$(SHARE)/"
	@echo "banxin is in $(DESTDIR)$(PREFIX)/bin, its house files are in $(SHARE)."

clean:
	rm -rf .build out

prepare:
	@tools/prepare.sh
