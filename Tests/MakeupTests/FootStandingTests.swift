import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

import Testing

@testable import Makeup

/// What stands in a story at the side that it was ordered to, past a head inside its text.
@Suite struct `At the foot of a column with a head in it` {
  private func set(_ change: (inout Story) -> Void) throws -> SetFrame {
    var frame = TestPage.frame("n", columns: 1...6, lines: 1...34)
    (frame.bodyColumns, frame.headline.position, frame.headline.columns) = (3, .inside, 1)
    var story = TestPage.story("n", paragraphs: [TestPage.text(900, seed: 3)])
    story.title = ["两岸通了"]
    change(&story)
    return try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
  }

  @Test func `a picture stands under the head`() throws {
    let set = try set { story in
      var picture = Picture(
        path: Located("p.jpg", at: TestPage.place),
        file: PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 900))
      (picture.anchor, picture.columns) = (.bottom, 1)
      story.photos = [picture]
    }
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) }?.rect)
    let picture = try #require(
      set.panels.first { panel in
        panel.items.contains { if case .picture = $0 { true } else { false } }
      }?.rect)
    #expect(picture.y > head.maxY)
  }

  @Test func `a sidebar stands under a picture in the middle`() throws {
    let set = try set { story in
      story.sidebars = [
        Sidebar(
          title: "相关链接",
          blocks: [
            Block(
              .paragraph, inlines: [Inline("桥长三里。", place: TestPage.place)], place: TestPage.place)
          ])
      ]
      var picture = Picture(
        path: Located("p.jpg", at: TestPage.place),
        file: PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 600))
      (picture.anchor, picture.columns) = (.right, 1)
      story.photos = [picture]
    }
    let picture = try #require(
      set.panels.first { panel in
        panel.items.contains { if case .picture = $0 { true } else { false } }
      }?.rect)
    let sidebar = try #require(set.panels.first { $0.items.text("相关链接") != nil })
    #expect(sidebar.rect.y + (sidebar.items.text("相关链接")?.start.block ?? .zero) > picture.maxY)
  }
}
