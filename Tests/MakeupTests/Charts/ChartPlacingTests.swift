import CJKRules
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A chart in a story` {
  private func set(
    _ chart: Chart, paragraphs: [String], _ change: (inout Frame) -> Void = { _ in }
  ) -> (frame: SetFrame?, diagnostics: [Diagnostic]) {
    var story = TestPage.story("s", paragraphs: paragraphs)
    story.chart = chart
    story.title = ["春菜下山"]
    var frame = TestPage.frame("s", columns: 1...4, lines: 1...50)
    change(&frame)
    let made = TestPage.makeUp([story], on: [[frame]])
    return (made.frame("s"), made.diagnostics)
  }

  private func panel(_ frame: SetFrame?) -> Panel? {
    frame?.panels.first {
      if case .begin(.figure) = $0.items.first { true } else { false }
    }
  }

  private var chart: Chart { TestChart.many(.column, categories: 6, series: 2) }

  @Test func `stands by its anchor in so many columns, text round it`() throws {
    var chart = chart
    (chart.columns, chart.anchor) = (2, .topRight)
    let made = set(chart, paragraphs: [TestPage.text(1_400, seed: 3)])
    let frame = try #require(made.frame)
    let rect = try #require(panel(frame)).rect
    let right = TestPage.grid.rect(columns: 3...4, lines: 1...50)
    #expect(rect.x == right.x && rect.width == right.width)
    for leg in frame.legs {
      for row in leg.rows { #expect(!row.rect.intersects(rect)) }
    }
    #expect(made.diagnostics.allSatisfy { $0.code != .chartNoRoom })
  }

  @Test func `is so many lines deep`() throws {
    var chart = chart
    chart.lines = 20
    let rect = try #require(
      panel(set(chart, paragraphs: [TestPage.text(900, seed: 3)]).frame)
    ).rect
    let pitch = TestPage.grid.pitch
    #expect(rect.height > pitch * 19 && rect.height <= pitch * 20)
  }

  @Test func `keeps text from its sides where it is told to`() throws {
    var chart = chart
    (chart.columns, chart.anchor, chart.wrap) = (1, .topRight, PictureWrap.none)
    let frame = try #require(set(chart, paragraphs: [TestPage.text(1_000, seed: 3)]).frame)
    let rect = try #require(panel(frame)).rect
    #expect(frame.legs.allSatisfy { $0.rect.y >= rect.maxY })
  }

  @Test func `fills its frame when the story has no text`() throws {
    let frame = try #require(set(chart, paragraphs: []).frame)
    let rect = try #require(panel(frame)).rect
    #expect(rect.width == frame.rect.width)
    #expect(rect.maxY == frame.rect.maxY)
  }

  @Test func `keeps its greys apart on black`() throws {
    let made = set(chart, paragraphs: [TestPage.text(900, seed: 3)]) { $0.reverse = .black }
    let items = try #require(panel(made.frame)).items
    let inks = Set(
      items.compactMap { if case .fill(_, let ink) = $0 { ink } else { nil } })
    #expect(inks == [.grey(20), .grey(65)])
    #expect(
      items.allSatisfy { if case .line(_, _, let ink) = $0 { ink == .white } else { true } })
  }

  @Test func `says its figures to those who do not see it`() throws {
    let items = try #require(panel(set(chart, paragraphs: []).frame)).items
    guard case .begin(.figure(let text)) = items.first else { return }
    #expect(text.contains("叶菜1 0.0") && text.contains("第2组"))
  }

  @Test func `E0926 of one that its frame cannot hold`() {
    let made = set(chart, paragraphs: []) { $0.areas[0].lines = 1...8 }
    #expect(made.diagnostics.contains { $0.code == .chartNoRoom })
  }

  @Test func `E0925 of more series than inks, where the first too many stands`() throws {
    let chart = TestChart.many(.column, categories: 2, series: 9)
    let fault = try #require(
      set(chart, paragraphs: []).diagnostics.first { $0.code == .chartInks })
    #expect(fault.place.column == 8 * 4 + 4)
    #expect(fault.value("inks") == "8")
  }

  @Test func `E0927 of a style that is not there`() throws {
    var chart = chart
    chart.style = "rad"
    let fault = try #require(
      set(chart, paragraphs: []).diagnostics.first { $0.code == .chartStyleMissing })
    #expect(fault.value("nearest") == "red")
  }
}
