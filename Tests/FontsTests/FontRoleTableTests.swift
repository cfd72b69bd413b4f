import Diagnostics
import Foundation
import Testing

@testable import Fonts

struct FontRoleTableTests {
  /// The table that the program ships.
  private static func shipped() throws -> FontRoleTable {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try FontRoleTable(
      yaml: String(contentsOf: root.appendingPathComponent("fonts/roles.yaml"), encoding: .utf8))
  }

  private func table(_ roles: String) throws(FontTableError) -> FontRoleTable {
    try FontRoleTable(
      yaml: """
        banxin: 1
        files:
          a.otf: {directory: /nowhere, package: fonts-a, licence: OFL, bytes: 3, sha256: "00"}
        roles:
          song: {file: a.otf}
        \(roles)
        fallback: [song]
        """)
  }

  @Test func `the shipped table has every role that the program names`() throws {
    let table = try Self.shipped()
    let named: [FontRole] = [.song, .titleSong, .hei, .kai, .fangsong, .latinSerif, .latinSans]
    for role in named { #expect(table[role] != nil, "\(role.name)") }
    #expect(table[.kai]?.baselineShift == 24)
    #expect(table[.fangsong]?.otherwise == .kai)
    #expect(table[.kai]?.borrowed.contains("“") == true)
    #expect(table[.kai]?.lender == .song)
  }

  @Test func `every role of the shipped table is found on a machine with its packages`() throws {
    let (fonts, faults) = try Self.shipped().locateAll(in: [])
    #expect(faults == [])
    #expect(fonts.map(\.role).contains(.fangsong))
    for font in fonts where font.role == .fangsong && font.standIn != nil {
      #expect(font.file.path.hasSuffix("LXGWWenKai-Regular.ttf"))
      #expect(font.entry.baselineShift == 24, "the stand-in's own shift")
      #expect(font.borrowedMarks?.role == .fangsong)
    }
  }

  @Test func `a font is opened and its sum compared`() throws {
    let report = try Self.shipped().locate(.kai, in: []).report(verifying: true)
    #expect(report.family == "LXGW WenKai")
    #expect(report.glyphs > 20_000)
    #expect(report.sha256?.hasPrefix("bbf534b0") == true)
  }

  @Test func `a missing font is named with its package`() throws {
    let table = try table("")
    let fault = FontFault.missing(.song, file: "a.otf", package: "fonts-a")
    #expect(throws: fault) { try table.locate(.song, in: []) }
    #expect(fault.code.name == "E0602")
  }

  @Test func `an edition's own folder comes first, and its fault is said`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "banxin-fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("no font".utf8).write(to: folder.appendingPathComponent("a.otf"))
    let font = try table("").locate(.song, in: [folder.path])
    #expect(font.file.path == folder.path + "/a.otf")
    #expect(throws: FontFault.self) { try font.report(verifying: false) }
    do { _ = try font.report(verifying: false) } catch { #expect(error.code.name == "E0603") }
  }

  @Test func `a font that is not the one listed is an error`() throws {
    var table = try Self.shipped()
    var entry = try #require(table[.kai])
    entry.source.sha256 = String(repeating: "0", count: 64)
    table.adopt(entry)
    let font = try table.locate(.kai, in: [])
    #expect(throws: FontFault.differs(.kai, file: entry.source.name, package: entry.source.package))
    { try font.report(verifying: true) }
    entry.source.bytes = 1
    table.adopt(entry)
    #expect(throws: FontFault.self) { try table.locate(.kai, in: []) }
  }

  @Test func `roles that stand in for each other are missing, not found for ever`() throws {
    let table = try table(
      "  a: {file: a.otf, otherwise: b}\n  b: {file: a.otf, otherwise: a}")
    #expect(throws: FontFault.missing(FontRole("a"), file: "a.otf", package: "fonts-a")) {
      try table.locate(FontRole("a"), in: [])
    }
  }

  @Test func `an unknown key in the table is an error at its line`() {
    do throws(FontTableError) {
      _ = try table("  kai: {file: a.otf, colour: red}")
      Issue.record("read without an error")
    } catch {
      #expect(error.line == 6)
      #expect(error.reason.contains("colour"))
    }
  }
}

@Suite struct `Composite fonts in the role table` {
  private func table(_ composite: String) throws(FontTableError) -> FontRoleTable {
    try FontRoleTable(
      yaml: """
        banxin: 1
        files:
          a.otf: {directory: /nowhere, package: fonts-a, licence: OFL, bytes: 3, sha256: "00"}
        roles:
          song: {file: a.otf}
        composites:
          mixed: \(composite)
        fallback: [song]
        """)
  }

  @Test func `have parts with sizes, shifts and widths in thousandths`() throws {
    let mixed = try table("{han: {role: song}, latin: {role: song, size: 1050, shift: -10}}")
    #expect(
      mixed.composites == [
        CompositeFont(
          FontRole("mixed"),
          [CompositePart(.han, .song), CompositePart(.latin, .song, size: 1050, shift: -10)])
      ])
  }

  @Test func `must have Han, and only roles of the table`() {
    #expect(throws: FontTableError.self) { try table("{latin: {role: song}}") }
    #expect(throws: FontTableError.self) { try table("{han: {role: hei}}") }
    #expect(throws: FontTableError.self) { try table("{han: {role: song}, hangul: {role: song}}") }
  }
}

@Suite struct `The baseline of a font` {
  @Test func `is raised so that the middle of its Han stands where others' does`() throws {
    let serif = try Font(FontFile(path: `A font`.serif, face: 2))
    #expect(serif.baselineShift == 0, "BASE: icfb −78, icft 838")
    let wenkai = try Font(FontFile(path: `A font`.wenkai, face: 0))
    #expect(wenkai.baselineShift == 0, "BASE: ideo −120, the bottom of the em box")
  }

  @Test func `is the role table's where that says one`() throws {
    let file = FontFile(path: `A font`.serif, face: 2)
    let book = try FontBook(
      roles: [(.song, file, nil, 1000), (.hei, file, 50, 1000)], fallback: [])
    #expect(book.face(for: .song).baselineShift == 0)
    #expect(book.face(for: .hei).baselineShift == 50)
  }
}
