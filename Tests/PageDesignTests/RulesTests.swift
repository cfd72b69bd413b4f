import Diagnostics
import Foundation
import Geometry
import PageDesign
import Testing

@Suite struct `House rules` {
  private func source(_ text: String) throws -> SourceText {
    try #require(SourceText.decode(Array(text.utf8), file: "rules/own.yaml").value)
  }

  private func house() throws -> HouseRules {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let text = try String(contentsOfFile: root + "/layouts/rules/house.yaml", encoding: .utf8)
    let read = readRules(try source(text))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    return try #require(read.value)
  }

  @Test func `of the house say everything and grade every check`() throws {
    let rules = try house()
    #expect(rules.print.inkLimit == 220)
    let everywhere = rules.grades.filter { $0.language == nil }
    #expect(everywhere.map(\.code.name).sorted() == HouseRules.checks.map(\.name).sorted())
  }

  @Test func `of an edition change what they say and nothing else`() throws {
    let house = try house()
    let own = try #require(
      readRules(
        try source("print: {ink-limit: 240, text-inks: {most: 3}}\nchecks: {W1016: off}"),
        over: house
      ).value)
    #expect(own.print.inkLimit == 240)
    #expect(own.print.mostTextInks == 3)
    #expect(own.print.manyInksSize == house.print.manyInksSize)
    #expect(own.print.margin == house.print.margin)
  }

  @Test func `of an edition change the limits of make-up one by one`() throws {
    let house = try house()
    let own = try #require(
      readRules(try source("make-up: {grey: {lines: 25}, head-gap: 3字}"), over: house).value)
    let grey = house.makeUp.grey
    #expect(own.makeUp.grey == .init(lines: 25, columns: grey.columns, near: grey.near))
    #expect(own.makeUp.headGap == .characters(tenThousandths: 30_000))
    #expect(own.makeUp.gutter == house.makeUp.gutter && own.print == house.print)
  }

  @Test func `of an edition change how advertisements are stacked, key by key`() throws {
    let house = try house()
    let own = try #require(
      readRules(
        try source("make-up: {stacking: {shape: pyramid}, competitors: beside}"), over: house
      ).value)
    #expect(own.makeUp.stacking.shape == .pyramid && own.makeUp.rivalsApart == .beside)
    #expect(own.makeUp.stacking.gap == house.makeUp.stacking.gap)
    #expect(own.makeUp.avoidedApart == house.makeUp.avoidedApart)
    let wrong = readRules(try source("make-up: {stacking: {side: top}}"), over: house)
    #expect(wrong.value == nil && wrong.diagnostics.count == 1)
  }

  @Test func `leave out a check that is off, and raise one to an error`() throws {
    let own = try #require(
      readRules(try source("checks: {W1016: off, W1017: error}"), over: try house()).value)
    let place = SourcePlace(file: "a")
    let found = [Code.lineThin, .inkInMargin, .tintedTextSmall].map { Diagnostic($0, at: place) }
    let graded = own.graded(found, in: "zh-Hans")
    #expect(graded.map(\.code) == [.inkInMargin, .tintedTextSmall])
    #expect(graded.map(\.severity) == [.error, .warning])
  }

  @Test func `for one language are laid over those for all, an edition's over both`() throws {
    let house = try house()
    let found = [Diagnostic(.paragraphAtFoot, at: SourcePlace(file: "a"))]
    #expect(house.graded(found, in: "ja").map(\.severity) == [.error])
    #expect(house.graded(found, in: "ko").map(\.severity) == [.warning])
    let own = try #require(readRules(try source("checks: {W1209: off}"), over: house).value)
    #expect(own.graded(found, in: "ja").isEmpty)
    let korean = "languages: {ko: {checks: {W1209: error}}}"
    let other = try #require(readRules(try source(korean), over: house).value)
    #expect(other.graded(found, in: "ko").map(\.severity) == [.error])
  }

  @Test func `that are not whole are refused where there are no others`() throws {
    let read = readRules(try source("print: {ink-limit: 220}"))
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.code) == [.missingKey])
  }

  @Test(arguments: [
    ("print: {ink-limt: 220}", Code.unknownKey, 1), ("print:\n  line: thick", .wrongType, 2),
    ("make-up: {gutter: 0}", .wrongType, 1), ("checks: {W9999: off}", .wrongType, 1),
    ("checks:\n  W1016: maybe", .wrongType, 2), ("languages: {jp: {checks: {}}}", .wrongType, 1),
    ("languages:\n  ja: {checks: {W9999: off}}", .wrongType, 2),
  ])
  func `with a fault are reported at its line`(text: String, code: Code, line: Int) throws {
    let read = readRules(try source(text), over: try house())
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.code) == [code])
    #expect(read.diagnostics.first?.place.line == line)
    #expect(read.diagnostics.first?.stopsEdition == true)
  }
}
