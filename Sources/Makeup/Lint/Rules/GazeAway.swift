import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// 视线: who is seen in a picture looks into the page, and at the text of its story where that stands on one side
  /// of it. Which way they look, the editor says (`gaze`).
  static let gazeAway = LintRule { page, _ in
    let type = page.grid.rect(columns: 1...page.grid.columns, lines: 1...page.grid.lines)
    return page.news.flatMap { frame in
      (frame.story?.photos ?? []).flatMap { photo -> [LintFinding] in
        guard let gaze = photo.gaze else { return [] }
        return frame.photographs.filter { $0.file == photo.path.value }.compactMap { mark in
          let reach = page.grid.size * 2
          if gaze.room(beside: mark.clip, in: type) < reach {
            return found(page, frame, mark.clip, "版外", "out of the page")
          }
          return gaze.turnsItsBack(on: frame.legs.map(\.rect), from: mark.clip)
            ? found(page, frame, mark.clip, "正文的反面", "away from its text") : nil
        }
      }
    }
  }

  private static func found(
    _ page: LintedPage, _ frame: LintedFrame, _ picture: Rect, _ zh: String, _ en: String
  ) -> LintFinding {
    page.finding(.gazeAway, in: frame, at: [picture], ["frame": frame.id])
      .wording("where", zh, en)
  }
}

extension PictureGaze {
  fileprivate func room(beside picture: Rect, in area: Rect) -> Length {
    self == .left ? picture.x - area.x : area.maxX - picture.maxX
  }

  /// Whether text beside a picture stands only where it does not look.
  fileprivate func turnsItsBack(on text: [Rect], from picture: Rect) -> Bool {
    let beside = text.filter { $0.spansRows(of: picture) }
    let (left, right) = (
      beside.contains { $0.maxX <= picture.x }, beside.contains { $0.x >= picture.maxX }
    )
    return self == .left ? right && !left : left && !right
  }
}
