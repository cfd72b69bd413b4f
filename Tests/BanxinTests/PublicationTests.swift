import Banxin
import Diagnostics
import Foundation
import Manuscripts
import Synchronization
import Testing

private let day = CivilDate(year: 2026, month: 3, day: 18)

/// A folder that goes away with the test.
private final class Scratch {
  let path: String
  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "banxin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }
  func list(_ name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")) ?? []).sorted()
  }
  var current: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/current")
  }
}

private func publish(_ text: String, into folder: String, disk: Disk = Disk()) throws {
  let publication = try Publication(into: folder, date: day, disk: disk)
  try publication.add(Array(text.utf8), as: "1.pdf")
  try publication.add(Array("shelf".utf8), as: "epaper/index.html")
  try publication.publish(runFacts: Array("{}".utf8))
}

@Suite struct PublicationTests {
  @Test func `an edition is published whole, with its sums, and becomes the current one`() throws {
    let out = try Scratch()
    try publish("one", into: out.path)
    #expect(out.current == "2026-03-18-1")
    #expect(out.read("current/1.pdf") == "one")
    #expect(
      out.read("current/SHA256SUMS") == """
        7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  1.pdf
        3eefa42d52064c480030a45d5813c250a9d15aeb1e6296eae68ca401e6bb1e6f  epaper/index.html

        """)
  }

  @Test func `the next build of the day takes the next number`() throws {
    let out = try Scratch()
    for text in ["one", "two", "three"] { try publish(text, into: out.path) }
    #expect(out.current == "2026-03-18-3")
    #expect(out.read("current/1.pdf") == "three")
    #expect(out.read("2026-03-18-1/1.pdf") == "one")
  }

  @Test func `an edition that is not finished leaves nothing behind`() throws {
    let out = try Scratch()
    try publish("one", into: out.path)
    do {
      let publication = try Publication(into: out.path, date: day)
      try publication.add(Array("two".utf8), as: "1.pdf")
      #expect(out.list("2026-03-18-2.tmp") == ["1.pdf"])
    }
    #expect(out.current == "2026-03-18-1")
    #expect(out.list("2026-03-18-2.tmp").isEmpty)
  }

  @Test func `what a dead run left is removed by the next one, and nothing else`() throws {
    let out = try Scratch()
    for name in ["2026-03-17-4.tmp/epaper", "mine.tmp"] {
      try FileManager.default.createDirectory(
        atPath: "\(out.path)/\(name)", withIntermediateDirectories: true)
    }
    let publication = try Publication(into: out.path, date: day)
    #expect(publication.leftovers == ["2026-03-17-4.tmp"])
    #expect(!out.list().contains("2026-03-17-4.tmp"))
    #expect(out.list().contains("mine.tmp"))
  }

  @Test func `a second run is told who holds the lock`() throws {
    let out = try Scratch()
    let first = try Publication(into: out.path, date: day)
    let pid = "\(ProcessInfo.processInfo.processIdentifier)"
    #expect(throws: PublicationFailure.locked(folder: out.path, pid: pid)) {
      try Publication(into: out.path, date: day)
    }
    #expect(PublicationFailure.locked(folder: out.path, pid: pid).exitCode == 75)
    try first.publish(runFacts: [])
    #expect(out.current == "2026-03-18-1")
  }

  @Test func `the lock ends with its run`() throws {
    let out = try Scratch()
    try publish("one", into: out.path)
    try publish("two", into: out.path)
    #expect(out.current == "2026-03-18-2")
  }

  @Test func `a program being started does not keep the lock`() throws {
    let out = try Scratch()
    var first: Publication? = try Publication(into: out.path, date: day)
    // What a child holds between its birth and its program: the same open file.
    let inherited = dup(try #require(openFile(named: out.path + "/.lock")))
    defer { close(inherited) }
    try first?.publish(runFacts: [])
    first = nil
    try publish("two", into: out.path)
    #expect(out.current == "2026-03-18-2")
  }
}

/// The descriptor through which this process has a file open.
private func openFile(named path: String) -> Int32? {
  let shelf = "/proc/self/fd"
  let files = (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? []
  return files.compactMap(Int32.init).first {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(shelf)/\($0)")) == path
  }
}

/// The calls of one publication, and which of them is to fail.
private enum Fault: CaseIterable {
  case makeFolder, create, write, shortWrite, sync, link, rename

  /// A disk whose `count`th call of this kind fails.
  func disk(failing count: Int, with code: Int32, tried: Counter) -> Disk {
    var disk = Disk()
    let real = Disk()
    let fails: @Sendable () -> Bool = {
      guard tried.next() == count else { return false }
      errno = code
      return true
    }
    switch self {
    case .makeFolder: disk.makeFolder = { fails() ? -1 : real.makeFolder($0) }
    case .create: disk.create = { fails() ? -1 : real.create($0) }
    case .write: disk.write = { fails() ? -1 : real.write($0, $1) }
    case .shortWrite: disk.write = { fails() ? 0 : real.write($0, $1) }
    case .sync: disk.sync = { fails() ? -1 : real.sync($0) }
    case .link: disk.link = { fails() ? -1 : real.link($0, $1) }
    case .rename: disk.rename = { fails() ? -1 : real.rename($0, $1) }
    }
    return disk
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
  var value: Int { count.withLock { $0 } }
}

@Suite struct PublicationFailureTests {
  @Test(arguments: Fault.allCases)
  fileprivate func `whichever call fails, the last good edition stays whole`(fault: Fault) throws {
    let out = try Scratch()
    try publish("old", into: out.path)
    var failures = 0
    for count in 1...50 {
      let tried = Counter()
      let disk = fault.disk(failing: count, with: ENOSPC, tried: tried)
      do {
        try publish("new", into: out.path, disk: disk)
      } catch let failure as PublicationFailure {
        failures += 1
        #expect(failure.exitCode == 74)
        #expect(failure.diagnostic.code == .diskFull)
      }
      let text = try #require(out.read("current/1.pdf"))
      #expect(out.read("current/SHA256SUMS")?.contains(digests[text] ?? "?") == true)
      #expect(out.read("current/epaper/index.html") == "shelf")
      #expect(!out.list().contains { $0.hasSuffix(".tmp") })
      if tried.value < count { break }
    }
    #expect(failures > 0)
    try publish("new", into: out.path)
    #expect(out.read("current/1.pdf") == "new")
  }

  private var digests: [String: String] {
    [
      "old": "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4",
      "new": "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437",
    ]
  }

  @Test(
    arguments: [
      (ENOSPC, 74, "E1101"), (EDQUOT, 74, "E1101"), (EFBIG, 74, "E1101"), (EIO, 74, "E1112"),
      (EACCES, 73, "E1102"), (EROFS, 73, "E1102"), (EMFILE, 75, "E1103"),
    ] as [(Int32, Int32, String)])
  func `each kind of failure has its own message and exit code`(
    code: Int32, exit: Int32, message: String
  ) {
    let failure = PublicationFailure.system(file: "out/1.pdf", code: code)
    #expect(failure.exitCode == exit)
    #expect(failure.diagnostic.code.name == message)
    #expect(Catalogue.texts[failure.diagnostic.code] != nil)
  }

  @Test func `a write that the system cuts short is carried on`() throws {
    let out = try Scratch()
    var disk = Disk()
    let tried = Counter()
    disk.write = { file, bytes in
      if tried.next() % 3 == 0 {
        errno = EINTR
        return -1
      }
      return Disk().write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(2)))
    }
    try publish("a long page", into: out.path, disk: disk)
    #expect(out.read("current/1.pdf") == "a long page")
  }

  @Test func `the root, the edition and what contains it are refused`() throws {
    let edition = try Scratch()
    let parent = (edition.path as NSString).deletingLastPathComponent
    for folder in ["/", edition.path, edition.path + "/", parent, edition.path + "/out/..", ".."] {
      #expect(throws: PublicationFailure.refused(folder: folder)) {
        try Publication.outputFolder(folder, ofEdition: edition.path)
      }
    }
    #expect(
      try Publication.outputFolder(edition.path + "/out", ofEdition: edition.path)
        == edition.path + "/out")
    #expect(PublicationFailure.refused(folder: "/").exitCode == 73)
  }

  @Test func `an output folder that is a file cannot be made`() throws {
    let out = try Scratch()
    try Data().write(to: URL(filePath: out.path + "/out"))
    #expect(throws: PublicationFailure.system(file: out.path + "/out", code: ENOTDIR)) {
      try Publication(into: out.path + "/out", date: day)
    }
  }
}
