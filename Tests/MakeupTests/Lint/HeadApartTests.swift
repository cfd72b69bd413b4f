import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Text and its head` {
  private func found(_ areas: [GridArea]) -> [LintFinding] {
    var frame = LintTrial.frame("a", 1...2, 1...4, head: 4)
    frame.areas = areas
    return LintTrial([LintTrial.story("a", title: "两岸通了")], on: [[frame]]).found(.headApart)
  }

  @Test func `are apart where the text begins elsewhere`() {
    let apart = found([LintTrial.area(1...2, 1...4), LintTrial.area(4...6, 30...60)])
    #expect(apart.map(\.message.severity) == [.error])
    #expect(apart.first?.message.sentence(.zh).contains("没有接着标题") == true)
  }

  /// The right columns rise over a title at their left, with none over themselves.
  @Test func `are apart where columns rise above it`() {
    func found(_ top: Int) -> [LintFinding] {
      var frame = LintTrial.frame("a", 1...2, 20...50, head: 4)
      frame.areas.append(LintTrial.area(3...6, top...50))
      return LintTrial([LintTrial.story("a", title: "两岸通了")], on: [[frame]]).found(.headApart)
    }
    #expect(found(1).count == 1)
    #expect(found(20).isEmpty)
  }

  @Test func `are together where it begins under the title or beside it`() {
    #expect(found([LintTrial.area(1...2, 1...4), LintTrial.area(1...4, 6...40)]).isEmpty)
    #expect(found([LintTrial.area(1...2, 1...4), LintTrial.area(3...6, 1...40)]).isEmpty)
  }

  @Test(arguments: HeadlineDesign.Position.allCases, [WritingMode.horizontal, .vertical])
  func `are together wherever the design puts the title`(
    position: HeadlineDesign.Position, mode: WritingMode
  ) {
    var frame = LintTrial.frame("a", 1...4, 1...40, head: 6)
    (frame.headline.position, frame.mode) = (position, mode)
    let trial = LintTrial([LintTrial.story("a", title: "两岸通了")], on: [[frame]])
    #expect(trial.found(.headApart).isEmpty)
  }

  /// The first line stands over the circle's shoulder, so that the circle is not wholly between it and the head.
  @Test func `are together beside the story's own circle`() {
    var frame = LintTrial.frame("a", 1...3, 1...40, head: 6)
    (frame.mode, frame.bodyColumns) = (.vertical, 2)
    var story = LintTrial.story("a", title: "两岸通了")
    var circle = Picture(
      path: Located("a.jpg", at: TestPage.place),
      file: PictureFile(path: "a.jpg", kind: .jpeg, width: 900, height: 1100), caption: "江上")
    (circle.shape, circle.outline, circle.anchor) = (.ellipse, .shape, .right)
    circle.width = .characters(tenThousandths: 130_000)
    story.photos = [circle]
    #expect(LintTrial([story], on: [[frame]]).found(.headApart).isEmpty)
  }

  @Test(arguments: [(WritingMode.horizontal, "top-left"), (.vertical, "top-right")])
  func `are together with the story's own picture between them`(mode: WritingMode, anchor: String) {
    var frame = LintTrial.frame("a", 1...4, 1...40)
    (frame.mode, frame.bodyColumns) = (mode, 2)
    frame.headline.position = mode == .vertical ? .vertical : .over
    frame.photo = PhotoDesign(anchor: anchor, columns: 1)
    var story = LintTrial.story("a", title: "两岸通了")
    story.photos = [
      Picture(
        path: Located("a.jpg", at: TestPage.place), file: nil, caption: "江上", credit: nil,
        columns: nil, crop: .focus(x: 500, y: 500), anchor: nil)
    ]
    var trial = LintTrial([story], on: [[frame]])
    #expect(trial.found(.headApart).isEmpty)
    // Without it as much white is too much.
    trial.change("a") { $0.panels.removeAll { $0.items.contains { $0.isFigure } } }
    #expect(trial.found(.headApart).count == 1)
  }

  @Test func `are apart where lines stand above the title`() {
    var trial = LintTrial(
      [LintTrial.story("a", title: "两岸通了")], on: [[LintTrial.frame("a", 1...3, 20...40, head: 4)]])
    #expect(trial.found(.headApart).isEmpty)
    trial.change("a") { $0.legs[1].rows[0].rect.y = .points(60) }
    #expect(
      trial.found(.headApart).first?.message.sentence(.en).contains("above the title") == true)
  }
}

extension Item {
  fileprivate var isFigure: Bool {
    if case .begin(.figure(alternative: _)) = self { true } else { false }
  }
}
