import Drawing
import Geometry
import PageDesign

/// How many characters a page counts as when its errors are weighed (版面字数): «报纸期刊质量管理规定» (国新出发〔2020〕10号),
/// 编校差错率. The type area is counted in the page's body size, its 字 in a line by its lines, whatever stands there;
/// photographs count 80 % of their room, decorations 30 %.
package struct CountedCharacters: Hashable, Sendable {
  /// 字 of the whole type area.
  package var typeArea: Int
  /// 字 that photographs and decorations would hold.
  package var photographs: Int
  package var decorations: Int

  package var counted: Int {
    typeArea - (photographs * (100 - 80) + decorations * (100 - 30) + 50) / 100
  }
}

/// Pictures of stories are photographs; those of other frames decorate, the nameplate among them. Advertisements are
/// read like text and count whole.
package func countedCharacters(of page: Page) -> CountedCharacters {
  let grid = page.layout.grid
  var counted = CountedCharacters(
    typeArea: grid.columns * grid.chars * grid.lines, photographs: 0, decorations: 0)
  for frame in page.frames where frame.kind != .ad && frame.kind != .ear {
    let characters = pictureRooms(of: frame).reduce(0) { $0 + grid.characters(in: $1.size) }
    if frame.article == nil {
      counted.decorations += characters
    } else {
      counted.photographs += characters
    }
  }
  return counted
}

private func pictureRooms(of frame: SetFrame) -> [Rect] {
  var marks: [Mark] = []
  for panel in frame.panels { draw(panel, into: &marks) }
  return marks.compactMap { if case .picture(let picture) = $0 { picture.clip } else { nil } }
}

extension BodyGrid {
  /// 字 of the body that an area takes the place of.
  fileprivate func characters(in size: Size) -> Int {
    let (across, down) = (size.width.points / self.size.points, size.height.points / pitch.points)
    return Int((across * down).rounded())
  }
}
