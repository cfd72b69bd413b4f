import Diagnostics
import Foundation
import Geometry
import Testing

@testable import Schema

@Suite struct `A length` {
  @Test(arguments: [
    ("9.4pt", Length.points(9.4)), ("273mm", .millimetres(273)), ("1in", .points(72)),
    ("2.54cm", .points(72)),
    ("小五", .points(9)), ("五号", .points(10.5)), ("初号", .points(42)), ("0.3 pt", .points(0.3)),
  ])
  func `is read exactly, with its unit`(_ text: String, _ length: Length) throws {
    #expect(try Quantity.read(text).get() == .absolute(length))
  }

  @Test func `may be counted in characters and lines`() throws {
    #expect(try Quantity.read("0.5字").get() == .characters(tenThousandths: 5_000))
    #expect(try Quantity.read("3行").get() == .lines(tenThousandths: 30_000))
  }

  @Test(arguments: [
    ("350", QuantityFault.noUnit), (".nan", .notFinite), ("1e309pt", .notFinite),
    ("inf mm", .notFinite),
    ("宽", .unknown), ("pt", .unknown), ("1.2.3mm", .unknown), ("", .unknown),
  ])
  func `is refused with a reason`(_ text: String, _ fault: QuantityFault) {
    #expect(throws: fault) { try Quantity.read(text).get() }
  }
}

@Suite struct `The nearest word` {
  @Test func `forgives a letter left out, changed or swapped`() {
    let known = ["id", "title", "subtitle", "page", "slot"]
    #expect(NearestWord.to("titel", among: known) == "title")
    #expect(NearestWord.to("Slots", among: known) == "slot")
    #expect(NearestWord.to("pgae", among: known) == "page")
  }

  @Test func `is none when nothing is near`() {
    #expect(NearestWord.to("weather", among: ["id", "page"]) == nil)
    #expect(NearestWord.to("x", among: ["id"]) == nil)
  }
}

@Suite struct `A key table` {
  static let table = KeyTable(
    "sample",
    [
      Key("name", .text, "", required: true), Key("count", .integer(1...9), ""),
      Key("lines", .span, ""), Key("size", .length(bare: nil), ""), Key("on", .flag, ""),
      Key("kind", .choice(["ad", "article"]), ""), Key("tint", .number, ""),
      Key("titles", .lines, ""),
    ])

  @Test func `reads scalars as they were typed`() throws {
    let fields = try #require(self.fields("name: 08\ncount: ４\nlines: 1－4\non: no\nkind: ad\n"))
    #expect(fields.text("name") == "08")
    #expect(fields.integer("count") == 4)
    #expect(fields.span("lines")?.value.first == 1)
    #expect(fields.span("lines")?.value.last == 4)
    #expect(fields.flag("on") == false)
    #expect(fields.word("kind") == "ad")
    #expect(!fields.findings.hasErrors)
  }

  @Test(arguments: ["1-4", "1–4", "1－4", "1—4", "1~4", "1 至 4", "１-４"])
  func `takes every dash of a range`(_ range: String) throws {
    let span = try #require(self.fields("name: x\nlines: \(range)\n")?.span("lines"))
    #expect(span.value.first == 1 && span.value.last == 4)
  }

  @Test(arguments: [("6%", 6), ("6", 6), ("0.06", 6), ("100%", 100), ("0", 0)])
  func `reads a percentage with its sign, without, and as a fraction`(
    _ text: String, _ percent: Int
  ) {
    #expect(fields("name: x\ntint: \(text)\n")?.percent("tint") == percent)
  }

  @Test(arguments: [
    ("count: 1\n", "E0218", 1, 1), ("name: x\ncuont: 1\n", "E0201", 2, 1),
    ("name: x\ncount: 10\n", "E0205", 2, 8),
    ("name: x\nsize: 9\n", "E0212", 2, 7), ("name: x\non: maybe\n", "E0205", 2, 5),
    ("name: x\nkind: add\n", "E0205", 2, 7), ("name: x\nlines: 4..5\n", "E0205", 2, 8),
    ("name: [x]\n", "E0205", 1, 7), ("[x]\n", "E0205", 1, 1), ("name: x\nname: y\n", "E0204", 2, 1),
    ("name: x\n\"name\": y\n", "E0204", 2, 2),
  ])
  func `refuses what it does not allow, at its place`(
    _ text: String, _ code: String, _ line: Int, _ column: Int
  ) {
    let findings = Findings(stopsEdition: false)
    readAll(text, findings)
    #expect(findings.diagnostics.map(\.code.name) == [code])
    #expect(
      findings.diagnostics.first?.place
        == SourcePlace(
          file: "a.yaml", line: line, column: column,
          length: findings.diagnostics.first?.place.length ?? 1))
  }

  @Test func `proposes the word that was probably meant`() {
    let findings = Findings(stopsEdition: true)
    readAll("name: x\nkind: artcle\n", findings)
    let short = ShortMessages(language: .en).draw(findings.diagnostics[0])
    #expect(short.hasSuffix("must be one of ad, article (did you mean ‘article’?)"))
    #expect(findings.diagnostics[0].stopsEdition)
  }

  private func fields(_ text: String) -> Fields? {
    let findings = Findings(stopsEdition: false)
    return readYAML(SourceText(file: "a.yaml", text: text), findings: findings)
      .flatMap { Fields($0, as: Self.table, findings: findings) }
  }

  private func readAll(_ text: String, _ findings: Findings) {
    guard let value = readYAML(SourceText(file: "a.yaml", text: text), findings: findings),
      let fields = Fields(value, as: Self.table, findings: findings)
    else { return }
    _ = (
      fields.text("name"), fields.integer("count"), fields.span("lines"), fields.quantity("size")
    )
    _ = (fields.flag("on"), fields.word("kind"), fields.percent("tint"), fields.lines("titles"))
  }
}

@Suite struct `A folder` {
  @Test func `lists files by the bytes of their names, whatever it holds besides`() throws {
    let files = [
      "articles/b.md", "articles/a.md", "articles/.hidden.md", "articles/x.txt",
      "articles/sub/c.md",
    ]
    try withFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, "") })) { folder in
      #expect(
        folder.files(matching: "articles/*.md").map(\.path) == ["articles/a.md", "articles/b.md"])
      #expect(
        folder.files(matching: "**/*.md").map(\.path) == [
          "articles/a.md", "articles/b.md", "articles/sub/c.md",
        ])
      #expect(folder.files(matching: "articles/?.md").count == 2)
    }
  }

  @Test func `reads a file again that changes meanwhile`() throws {
    try withFolder(["a.txt": "old"]) { folder in
      let path = try folder.resolve("a.txt").get()
      let read = try FileSystem.read(path, limit: 100) {
        try? Data("newer".utf8).write(to: URL(filePath: path))
      }.get()
      #expect(read.hasChanged)
      #expect(read.bytes == Array("newer".utf8))
    }
  }

  @Test func `does not read beyond its limit, nor what is no file`() throws {
    try withFolder(["a/b.txt": "12345"]) { folder in
      #expect(throws: FileFault.tooLarge(limit: 4)) {
        try folder.bytes(of: "a/b.txt", limit: 4).get()
      }
      #expect(throws: FileFault.notRegular(.folder)) { try folder.bytes(of: "a", limit: 4).get() }
      #expect(throws: FileFault.missing) { try folder.bytes(of: "none", limit: 4).get() }
    }
  }

  @Test func `says when permission is denied`() throws {
    #expect(
      FileFault.noPermission.diagnostic(of: "a", at: SourcePlace(file: "a")).code == .unreadable)
    guard geteuid() != 0 else { return }
    try withFolder(["a.txt": "x"]) { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: folder.root + "/a.txt")
      #expect(throws: FileFault.noPermission) { try folder.bytes(of: "a.txt", limit: 4).get() }
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "a/../../b", "..", "~/x", "file:///x", "C:/x", "a\\b", "a%2E%2e/b", "a\u{0}",
  ])
  func `refuses paths that lead elsewhere`(_ path: String) {
    let place = SourcePlace(file: "e.yaml", line: 1, column: 1)
    #expect(throws: PathFault.self) { try EditionPath.check(Located(path, at: place)).get() }
  }

  @Test func `allows every plain path`() throws {
    let place = SourcePlace(file: "e.yaml", line: 1, column: 1)
    #expect(
      try EditionPath.check(Located("./照片//一 50%off：a.jpg", at: place)).get() == "照片/一 50%off：a.jpg"
    )
  }
}
