import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Type on a picture without a ground` {
  /// A picture of ten by ten cells, each as light as the rule says: thousandths of white's.
  private func picture(_ light: (_ column: Int, _ row: Int) -> Int) -> Picture {
    var file = PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 1500)
    let cells = (0..<100).map { light($0 % 10, $0 / 10) }
    file.tones = ToneMap(columns: 10, rows: 10, light: cells)
    return Picture(path: Located("p.jpg", at: TestPage.place), file: file)
  }

  private func found(
    _ picture: Picture, summary: [String] = [], change: (inout Frame) -> Void
  ) -> [Diagnostic] {
    var story = TestPage.story("a", paragraphs: [TestPage.text(200, seed: 4)])
    (story.title, story.summary, story.photos) = (["渡口新桥今晨通车"], summary, [picture])
    var frame = TestPage.frame("a", columns: 1...6, lines: 1...60)
    change(&frame)
    let made = TestPage.makeUp([story], on: [[frame]])
    var edition = Edition(
      paper: "试刊", date: CivilDate(year: 2026, month: 3, day: 18), weekday: "星期三", lunar: "")
    edition.stories = [story]
    return made.diagnostics + typeOnPictures(on: made.pages, of: edition)
  }

  private func bareHead(_ anchor: String, isWhite: Bool = true) -> (inout Frame) -> Void {
    {
      $0.headline.position = .picture
      $0.headline.onPicture = PictureHeadDesign(anchor: anchor, strip: nil, isWhite: isWhite)
    }
  }

  private func value(_ name: String, of message: Diagnostic) -> String? {
    message.values.first { $0.name == name }?.text
  }

  @Test func `is not told where the picture is evenly dark or light enough for it`() {
    let dark = picture { _, _ in 60 }
    let light = picture { _, _ in 800 }
    #expect(found(dark, change: bareHead("bottom-left")).isEmpty)
    #expect(found(light, change: bareHead("bottom-left", isWhite: false)).isEmpty)
    let whole = GroundDesign(columns: 3, lines: 60)
    #expect(found(dark) { $0.ground = whole }.isEmpty)
    // A star in the night does no harm.
    #expect(found(picture { $0 == 9 && $1 == 0 ? 900 : 40 }) { $0.ground = whole }.isEmpty)
  }

  @Test func `is told with the other type that could be read there`() throws {
    let all = found(picture { _, _ in 800 }, change: bareHead("bottom-left"))
    #expect(all.map(\.code) == [.typeFaintOnPicture])
    let message = try #require(all.first)
    #expect(value("share", of: message) == "100" && value("need", of: message) == "3")
    #expect(value("advice", of: message)?.contains("headline.type: black") == true)
    #expect(message.place == TestPage.place && message.frame == "a" && message.article == "a")
  }

  @Test func `is told with a corner that it could be read in`() throws {
    // Light in every third place below, dark above.
    let message = try #require(
      found(picture { $1 < 4 || $0 % 3 > 0 ? 30 : 900 }, change: bareHead("bottom-left")).first)
    #expect(message.code == .typeFaintOnPicture)
    #expect(value("why", of: message) == "图在那里深浅不匀")
    #expect(value("advice", of: message)?.contains("headline.anchor: top-left") == true)
  }

  @Test func `is told to take a ground where nothing else helps`() throws {
    let mottled = picture { ($0 + $1) % 2 * 900 }
    let head = try #require(found(mottled, change: bareHead("bottom-left")).first)
    #expect(value("advice", of: head) == "写 headline.strip: 100% 加底")
    let text = try #require(found(mottled) { $0.ground = GroundDesign(columns: 3) }.first)
    #expect(value("advice", of: text)?.hasPrefix("写 ground.panel") == true)
    #expect(value("need", of: text) == "4.5")
  }

  @Test func `is told of middle tones where it is small, not where it is large`() {
    // White has 4.2 to 1 on it, enough for a title.
    let middle = picture { _, _ in 200 }
    #expect(found(middle, change: bareHead("top-left")).isEmpty)
    let text = found(middle) { $0.ground = GroundDesign(columns: 3) }
    #expect(text.map(\.code) == [.typeFaintOnPicture])
  }

  @Test func `is not measured where it has a ground`() {
    let light = picture { _, _ in 900 }
    #expect(found(light) { $0.headline.position = .picture }.isEmpty)
    #expect(
      found(light) { $0.ground = GroundDesign(columns: 3, lines: 50, panel: .grey(90)) }.isEmpty)
  }

  // MARK: What stands on the strip

  private func frame(_ change: @escaping (inout Frame) -> Void) throws -> SetFrame {
    var story = TestPage.story("a", paragraphs: [TestPage.text(200, seed: 4)])
    story.title = ["渡口新桥今晨通车"]
    story.summary = ["两岸步行九分钟可达"]
    story.byline = "本报记者　沈知白"
    story.photos = [picture { _, _ in 500 }]
    var frame = TestPage.frame("a", columns: 1...6, lines: 1...60)
    frame.headline.position = .picture
    change(&frame)
    return try #require(TestPage.makeUp([story], on: [[frame]]).frame("a"))
  }

  private func line(_ text: String, in frame: SetFrame) throws -> (panel: Panel, ink: Ink) {
    let found = frame.panels.flatMap { panel in
      panel.items.compactMap { item -> (Panel, Ink)? in
        guard case .line(let line, _, let ink) = item, line.string.contains(text) else {
          return nil
        }
        return (panel, ink)
      }
    }
    return try #require(found.first)
  }

  @Test func `a summary stands with the heads where asked for, else under the picture`()
    throws
  {
    for position in [SummaryLook.Position.under, .over, .beside] {
      let asked = try frame {
        $0.headline.summary = position
        $0.headline.columns = 6
      }
      let summary = try line("步行九分钟", in: asked)
      #expect(summary.panel.items.contains(where: \.isPicture) && summary.ink == .white)
      #expect(asked.heads.contains { $0.kind == .summary })
    }
    let plain = try frame { _ in }
    let summary = try line("步行九分钟", in: plain)
    #expect(!summary.panel.items.contains(where: \.isPicture) && summary.ink == .black)
  }

  @Test func `a byline keeps the sizes of white type on a ground`() throws {
    var frame = TestPage.frame("a", columns: 1...6, lines: 1...60)
    frame.headline.position = .picture
    frame.headline.summary = .under
    frame.headline.onPicture.strip = InkChoice(percents: [100, 80, 0, 40])
    var story = TestPage.story("a", paragraphs: [TestPage.text(200, seed: 4)])
    (story.title, story.byline) = (["渡口新桥今晨通车"], "本报记者　沈知白")
    (story.summary, story.photos) = (["两岸步行九分钟可达"], [picture { _, _ in 500 }])
    let made = TestPage.makeUp([story], on: [[frame]])
    let faults = printChecks(
      on: made.pages, styles: TestPage.sheet, book: TestPage.book,
      rules: `A page for print`.rules.print)
    #expect(!faults.contains { $0.code == .reversedTextSmall })
    #expect(try line("沈知白", in: try #require(made.frame("a"))).ink == .white)
  }
}
