import Diagnostics
import Foundation
import PageDesign
import Testing

@Suite struct `A palette` {
  private func sheet(_ text: String, over house: StyleSheet? = nil) throws -> StyleSheet {
    let read = readStyles(SourceText(file: "s.yaml", text: text))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    let own = try #require(read.value)
    return house?.overlaid(with: own) ?? own
  }

  private func layout(_ frame: String, rules: String = "") throws -> Layout {
    let text = """
      page: {width: 273mm, height: 393mm}
      grid: {columns: 6, chars: 11, lines: 81, size: 9.4pt, pitch: 12pt}
      frames:
        - {id: a, kind: article, columns: 1-6, lines: 1-9, \(frame)}
      \(rules)
      """
    let read = readLayout(SourceText(file: "l.yaml", text: text))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    return try #require(read.layout)
  }

  @Test func `gives styles their inks, in tints too`() throws {
    let sheet = try sheet(
      """
      inks: {套红: [0, 100, 95, 5]}
      styles:
        body: {ink: 套红}
        b: {ink: 套红 30%}
        c: {ink: [10, 20, 30, 40]}
      """
    ).inked()
    #expect(sheet.diagnostics.isEmpty)
    let inks = ["body", "b", "c"].map { sheet.value.rules[$0]?.ink?.percents }
    #expect(inks == [[0, 100, 95, 5], [0, 30, 29, 2], [10, 20, 30, 40]])
  }

  @Test func `of an edition adds to the house's and changes it by name`() throws {
    let house = try sheet("inks: {红: [0, 100, 100, 0], 蓝: [100, 60, 0, 0]}\nstyles: {body: {}}")
    let both = try sheet("inks: {红: [0, 90, 80, 0], 绿: [80, 0, 90, 0]}\nstyles: {}", over: house)
    #expect(both.inks.map(\.name) == ["蓝", "红", "绿"])
    #expect(both.inks[1].percents == [0, 90, 80, 0])
  }

  @Test func `tells an unknown name at its place, with the one that was meant`() throws {
    let found = try sheet("inks: {套红色: [0, 100, 95, 5]}\nstyles:\n  body: {ink: 套红}").inked()
    #expect(found.diagnostics.map(\.code) == [.inkMissing])
    let fault = try #require(found.diagnostics.first)
    #expect(fault.place.line == 3 && fault.place.column == 15 && fault.stopsEdition)
    #expect(fault.values.contains { $0.name == "nearest" && $0.text == "套红色" })
  }

  @Test func `gives layouts their grounds and lines`() throws {
    let sheet = try sheet("inks: {红: [0, 100, 90, 0]}\nstyles: {body: {}}")
    let read = try layout(
      "tint: 红 20%, reverse: 红, box: {rule: 1pt, ink: 红, tint: 红 10%}, body: {rule: 1pt, ink: 红 50%}",
      rules: "rules: [{above: a, weight: 1pt, ink: 红}]")
    let inked = read.inked(from: sheet.palette)
    #expect(inked.diagnostics.isEmpty)
    let frame = inked.value.frames[0]
    #expect(frame.tint?.percents == [0, 20, 18, 0])
    #expect(frame.reverse?.percents == [0, 100, 90, 0])
    #expect(frame.box?.ink.percents == [0, 100, 90, 0])
    #expect(frame.box?.tint?.percents == [0, 10, 9, 0])
    #expect(frame.bodyRuleInk.percents == [0, 50, 45, 0])
    #expect(inked.value.rules[0].ink.percents == [0, 100, 90, 0])
  }

  @Test func `is not needed for black`() throws {
    let plain = try layout("tint: 6%, reverse: true, box: {rule: 1pt, tint: 0}")
    let frame = plain.inked(from: try sheet("styles: {body: {}}").palette).value.frames[0]
    #expect(frame.tint == .grey(6))
    #expect(frame.reverse == .black)
    #expect(frame.box?.ink == .black && frame.box?.tint == nil)
  }

  @Test func `that lacks a layout's ink leaves the rest of the page as it is`() throws {
    let inked = try layout("reverse: 红").inked(from: try sheet("styles: {body: {}}").palette)
    #expect(inked.diagnostics.map(\.code) == [.inkMissing])
    #expect(inked.diagnostics.first?.place.line == 4)
    #expect(inked.diagnostics.first?.stopsEdition == false)
    #expect(inked.value.frames.map(\.id) == ["a"])
  }

  @Test(arguments: ["inks: {红: [0, 100, 90]}", "inks: {红: [0, 101, 90, 0]}", "inks: {红: 红}"])
  func `refuses what is no ink`(text: String) {
    let read = readStyles(SourceText(file: "s.yaml", text: text + "\nstyles: {body: {}}"))
    #expect(read.diagnostics.map(\.code) == [.wrongType])
  }
}
