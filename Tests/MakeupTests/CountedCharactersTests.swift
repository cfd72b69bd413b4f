import Geometry
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A page's characters` {
  private func page(_ kind: FrameKind, article: String?) -> Page {
    let rect = TestPage.grid.rect(columns: 1...1, lines: 1...10)
    let area = LogicalRect(
      inline: .zero, block: .zero, inlineSize: TestPage.grid.columnWidth,
      blockSize: TestPage.grid.pitch * 10)
    var frame = SetFrame(
      id: "a", kind: kind, rect: rect,
      panels: [Panel(rect: rect, items: [.picture(file: "a.png", placement: area, clip: area)])])
    frame.article = article
    let layout = Layout(
      name: "", file: "", size: Size(width: .points(700), height: .points(1_100)),
      grid: TestPage.grid)
    return Page(code: "1", name: nil, layout: layout, frames: [frame])
  }

  @Test func `are those of the type area, four fifths of a photograph's among them`() {
    let counted = countedCharacters(of: page(.article, article: "a"))
    #expect(counted.typeArea == 6 * 11 * 80)
    #expect(counted.photographs == 110 && counted.decorations == 0)
    #expect(counted.counted == 5_280 - 22)
  }

  @Test func `are three tenths of a decoration's, and all of an advertisement's`() {
    #expect(countedCharacters(of: page(.masthead, article: nil)).counted == 5_280 - 77)
    #expect(countedCharacters(of: page(.ad, article: nil)).counted == 5_280)
  }
}
