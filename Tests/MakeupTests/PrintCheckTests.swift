import Diagnostics
import Drawing
import Foundation
import Geometry
import PageDesign
import Testing

@testable import Makeup

/// Pages of one frame, with what a press prints well and what it does not.
@Suite struct `A page for print` {
  /// The house's own rules.
  static let rules: HouseRules = {
    let path = TestPage.root + "/layouts/rules/house.yaml"
    let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    guard let source = SourceText.decode(bytes, file: "house.yaml").value,
      let rules = readRules(source).value
    else { preconditionFailure("the house's rules") }
    return rules
  }()

  private static let red = Ink(m: 100, y: 95, k: 0)

  private func check(
    _ items: [Item], bleed: Length = .zero, at rect: Rect = Self.middle,
    rules designs: [RuleDesign] = [], styles: StyleSheet = TestPage.sheet
  ) -> [Diagnostic] {
    printChecks(
      on: [page(items, bleed: bleed, at: rect, rules: designs)], styles: styles,
      book: TestPage.book, rules: Self.rules.print)
  }

  private func page(
    _ items: [Item], code: String = "1", bleed: Length = .zero, at rect: Rect = Self.middle,
    rules designs: [RuleDesign] = []
  ) -> Page {
    var layout = Layout(
      name: "test", file: "layout.yaml",
      size: Size(width: .millimetres(200), height: .millimetres(200)), bleed: bleed,
      grid: TestPage.grid, frames: [TestPage.frame("a", columns: 1...2, lines: 1...9)])
    layout.rules = designs
    let frame = SetFrame(
      id: "a", kind: .text, rect: rect, panels: [Panel(rect: rect, items: items)])
    return Page(code: code, name: nil, layout: layout, frames: [frame])
  }

  @Test func `a cause is told once, and shown on every page at the worst of its places`() throws {
    let ink = Ink(c: 60, m: 40, y: 40, k: 100)
    let pages = [
      page([text(12, ink), line(40, .black)]), page([text(9, ink)], code: "2"),
    ]
    let found = printFindings(
      on: pages, styles: TestPage.sheet, book: TestPage.book, rules: Self.rules.print)
    #expect(found.map(\.page) == ["2", "1"], "the worst first")
    #expect(found.map(\.frames) == [["a"], ["a"]])
    let place = try #require(found.last?.rects.first)
    #expect(found.last?.rects.count == 1 && Self.middle.contains(place))
    #expect(place.height < .points(20), "the type alone")
    let told = printChecks(
      on: pages, styles: TestPage.sheet, book: TestPage.book, rules: Self.rules.print)
    #expect(told.map(\.page) == ["2"])
  }

  private static let middle = Rect(
    x: .millimetres(20), y: .millimetres(20), width: .millimetres(100), height: .millimetres(100))

  private func text(_ points: Double, _ ink: Ink, style name: String = "label") -> Item {
    let types = TestPage.types()
    let style = types.style(name).sized(.points(points))
    let line = types.line("江上的桥", as: style, measure: .points(200))
    return .line(line, start: LogicalPoint(inline: .points(9), block: .points(20)), ink)
  }

  private func ground(_ ink: Ink) -> Item {
    .fill(
      LogicalRect(
        inline: .zero, block: .zero, inlineSize: .points(200), blockSize: .points(80)), ink)
  }

  private func line(_ points: Double, _ ink: Ink) -> Item {
    .rule(
      from: LogicalPoint(inline: .zero, block: .points(50)),
      to: LogicalPoint(inline: .points(90), block: .points(50)), weight: .points(points), ink,
      .solid)
  }

  @Test func `W1011 of a style with more ink than the limit, at the style`() {
    var sheet = TestPage.sheet
    var rule = StyleRule(name: "wet", place: SourcePlace(file: "own.yaml", line: 3, column: 1))
    rule.ink = InkChoice(percents: [80, 80, 50, 20])
    sheet.rules["wet"] = rule
    let found = check([], styles: sheet)
    #expect(found.map(\.code) == [.inkOverLimit])
    #expect(found.first?.place.line == 3)
    #expect(found.first?.sentence(.en).contains("230 %") == true)
    rule.ink = InkChoice(percents: [80, 80, 50, 10])
    sheet.rules["wet"] = rule
    #expect(check([], styles: sheet).isEmpty)
  }

  @Test func `W1012 of black type that other inks print too`() {
    #expect(check([text(12, Ink(c: 60, m: 40, y: 40, k: 100))]).map(\.code) == [.richBlackText])
    #expect(check([text(12, .black), text(30, Ink(c: 60, k: 100))]).isEmpty)
  }

  @Test func `W1013 of small type in three inks`() {
    let ink = Ink(c: 20, m: 100, y: 80, k: 0)
    #expect(check([text(9, ink)]).map(\.code) == [.textInManyInks])
    #expect(check([text(10, ink), text(8, Self.red)]).isEmpty)
  }

  @Test func `W1014 of white type too small for its ground`() {
    #expect(check([ground(.black), text(7, .white)]).map(\.code) == [.reversedTextSmall])
    #expect(check([ground(.black), text(8, .white)]).isEmpty)
    #expect(check([ground(Self.red), text(9, .white)]).map(\.code) == [.reversedTextSmall])
    #expect(check([ground(Self.red), text(10, .white)]).isEmpty)
  }

  @Test func `W1014 of white type of thin strokes that a bold face could keep`() {
    #expect(
      check([ground(.black), text(8.5, .white, style: "body")]).map(\.code) == [.reversedTextSmall])
    #expect(check([ground(.black), text(8.5, .white)]).isEmpty)
  }

  @Test func `W1015 of small type in a tint`() {
    #expect(check([text(7, .grey(60))]).map(\.code) == [.tintedTextSmall])
    #expect(check([text(8, .grey(60)), text(7, .black)]).isEmpty)
  }

  @Test func `W1016 of lines thinner than their ink can print`() {
    #expect(check([line(0.2, .black)]).map(\.code) == [.lineThin])
    #expect(check([line(0.4, .grey(50))]).map(\.code) == [.lineThin])
    #expect(check([line(0.25, .black), line(0.5, Self.red)]).isEmpty)
  }

  @Test func `W1016 of a rule of the layout, at its line`() {
    let place = SourcePlace(file: "layout.yaml", line: 40, column: 5)
    let thin = RuleDesign(position: .above("a"), weight: .points(0.1), place: place)
    let found = check([], rules: [thin])
    #expect(found.map(\.code) == [.lineThin])
    #expect(found.first?.place.line == 40)
  }

  @Test func `W1017 of type near the trim`() {
    let edge = Rect(x: .zero, y: .zero, width: .millimetres(80), height: .millimetres(80))
    #expect(check([text(12, .black, style: "folio-line")], at: edge).map(\.code) == [.inkInMargin])
    #expect(check([text(12, .black)]).isEmpty)
  }

  @Test func `W1017 of a ground at the trim, but not of one that bleeds`() {
    let edge = Rect(x: .zero, y: .zero, width: .millimetres(80), height: .millimetres(80))
    #expect(check([ground(.grey(10))], at: edge).map(\.code) == [.inkInMargin])
    #expect(check([ground(.grey(10))], bleed: .millimetres(3), at: edge).isEmpty)
  }

  @Test func `has one message for one cause, with the worst size and a count`() throws {
    let found = check([text(7.5, .grey(60)), text(7, .grey(60)), text(7.8, .grey(60))])
    #expect(found.count == 1)
    let message = try #require(found.first)
    #expect(message.sentence(.en).contains("as small as 7pt"))
    #expect(message.sentence(.en).contains("3 places"))
    #expect(message.page == "1" && message.frame == "a")
  }
}
