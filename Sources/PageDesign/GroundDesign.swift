import Geometry
import Schema

/// How a story stands on its first picture, which fills the frame (图底).
package struct GroundDesign: Hashable, Sendable {
  /// Which side or corner of the frame the words have, one of Manuscripts' anchors by name; nil: bottom left.
  package var anchor: String?
  /// How many of the frame's columns and lines they have; nil: all.
  package var columns: Int?
  package var lines: Int?
  /// The ground under them (衬底); nil: the picture itself.
  package var panel: InkChoice?
  /// Of the letters where there is no panel.
  package var isWhite: Bool
  /// Whether the picture goes on to the page's edge where the frame lies at the edge of the type area.
  package var bleeds: Bool

  package init(
    anchor: String? = nil, columns: Int? = nil, lines: Int? = nil, panel: InkChoice? = nil,
    isWhite: Bool = true, bleeds: Bool = false
  ) {
    (self.anchor, self.columns, self.lines) = (anchor, columns, lines)
    (self.panel, self.isWhite, self.bleeds) = (panel, isWhite, bleeds)
  }
}

extension GroundDesign {
  init(_ fields: Fields) {
    self.init(
      anchor: fields.word("anchor"), columns: fields.integer("columns"),
      lines: fields.integer("lines"), panel: fields.tintOrNone("panel"),
      isWhite: fields.word("type") != "black", bleeds: fields.flag("bleed") ?? false)
    if panel != nil, columns == nil, lines == nil {
      let expected = Expected.said(
        zh: "要写 columns 或 lines：衬底占满整框，图就看不见了",
        en: "wants columns or lines beside it: a panel over the whole frame hides the picture")
      fields.findings.add(expected.diagnostic(at: fields.place(of: "panel"), key: "panel"))
    }
  }

  /// What says the same in other words may not stand beside it, and it fills one rectangle.
  static func read(_ frame: Fields, areas: Int) -> GroundDesign? {
    guard let fields = frame.map("ground") else { return nil }
    let colours =
      [(frame, "tint"), (frame, "reverse")] + (frame.map("box").map { [($0, "tint")] } ?? [])
    for (owner, key) in colours where owner.has(key) {
      let expected = Expected.said(
        zh: "不与 ground 并写；字底下的颜色写在 ground.panel",
        en: "does not stand beside ground: what is under the words is its panel")
      frame.findings.add(expected.diagnostic(at: owner.place(of: key), key: key))
    }
    if areas > 1 {
      let expected = Expected.said(
        zh: "只用在一个矩形的框里", en: "is for frames of one rectangle")
      frame.findings.add(expected.diagnostic(at: frame.place(of: "ground"), key: "ground"))
    }
    return GroundDesign(fields)
  }
}

extension KeyTable {
  static let ground = KeyTable(
    "ground",
    [
      Key("anchor", .choice(photoAnchors), "字在图的哪一角、哪一边；不写则左下"),
      Key("columns", .integer(1...LayoutLimits.columns), "字占框的几栏"),
      Key("lines", .integer(1...2_000), "字占框的几行"),
      Key("panel", .number, "字的衬底：黑的百分数，0 是白，或 套红 20%"),
      Key("type", .choice(["white", "black"]), "没有衬底时字的颜色"),
      Key("bleed", .flag, "框挨着版心边时，图一直铺到纸边"),
    ])
}
