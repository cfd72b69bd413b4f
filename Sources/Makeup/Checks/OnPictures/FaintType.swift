import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// The type of a frame that its picture makes hard to read, and what would help.
struct FaintType {
  private let worst: LineOnPicture
  private let count: Int
  /// All type on that picture.
  private let lines: [LineOnPicture]
  private let frame: SetFrame
  private let page: Page

  /// Nil where all can be read.
  init?(_ lines: [LineOnPicture], _ frame: SetFrame, _ page: Page) {
    let faint = lines.filter { $0.faint > TypeContrast.tolerated }
    guard let worst = faint.max(by: { $0.faint < $1.faint }) else { return nil }
    (self.worst, self.frame, self.page) = (worst, frame, page)
    count = faint.count
    self.lines = lines.filter { $0.picture == worst.picture }
  }

  var message: Diagnostic {
    let (why, advice) = (self.why, self.advice)
    let text = worst.text.count > 12 ? worst.text.prefix(12) + "…" : worst.text[...]
    return Diagnostic(
      .typeFaintOnPicture, at: worst.mark.place,
      [
        "lines": "\(count)", "text": String(text), "share": "\(worst.faint)",
        "need": least % 10 == 0 ? "\(least / 10)" : "\(least / 10).\(least % 10)",
      ], page: page.code, frame: frame.id, article: frame.article
    ).wording("why", why.zh, why.en).wording("advice", advice.zh, advice.en)
  }

  private var least: Int { worst.contrast.least }
  private var isWhite: Bool { worst.contrast.light >= 500 }

  private var why: (zh: String, en: String) {
    guard worst.faint >= 60 else { return ("图在那里深浅不匀", "the picture is light and dark there") }
    return isWhite
      ? ("图在那里太浅", "the picture is too light there")
      : ("图在那里太深", "the picture is too dark there")
  }
}

// MARK: What would help

extension FaintType {
  /// Another type where it stands, or the first other place on the picture that it can be read in; a ground in any case.
  private var advice: (zh: String, en: String) {
    let isGround = page.layout.frames.first { $0.id == frame.id }?.ground != nil
    let key = isGround ? "ground" : "headline"
    let panel =
      isGround
      ? (
        zh: "写 ground.panel（并写 columns、lines）加衬底", en: "write ground.panel, with columns and lines"
      )
      : (zh: "写 headline.strip: 100% 加底", en: "write headline.strip: 100% for a ground")
    guard let move = better else { return panel }
    var zh: [String] = []
    if let anchor = move.anchor { zh.append("\(key).anchor: \(anchor.rawValue)") }
    if move.isWhite != isWhite { zh.append("\(key).type: \(move.isWhite ? "white" : "black")") }
    return (
      "改为 \(zh.joined(separator: "、"))，或\(panel.zh)",
      "write \(zh.joined(separator: " and ")), or \(panel.en)"
    )
  }

  private var better: (anchor: PictureAnchor?, isWhite: Bool)? {
    guard let whole = lines.map(\.area).bounds else { return nil }
    if isClear(whole, isWhite: !isWhite) { return (nil, !isWhite) }
    for anchor in PictureAnchor.allCases {
      let moved = whole.moved(to: anchor, in: worst.picture.clip)
      for isWhite in [isWhite, !isWhite] where isClear(moved, isWhite: isWhite) {
        return (anchor, isWhite)
      }
    }
    return nil
  }

  private func isClear(_ area: Rect, isWhite: Bool) -> Bool {
    let least = lines.map(\.contrast.least).max() ?? least
    let lights = worst.tones.light(under: area, of: worst.picture.placement)
    return TypeContrast(isWhite: isWhite, least: least).faint(on: lights) <= TypeContrast.tolerated
  }
}

extension Rect {
  fileprivate func moved(to anchor: PictureAnchor, in room: Rect) -> Rect {
    let down = room.height - height
    let top = anchor.isAtBottom ? down : anchor.isInMiddle ? down / 2 : .zero
    return Rect(
      x: room.x + anchor.start(of: width, in: room.width), y: room.y + top, width: width,
      height: height)
  }
}
