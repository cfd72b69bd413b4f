import Geometry
import Schema

/// How the house has its pictures, as a style sheet writes it (图片规矩); nil where it does not say.
package struct PictureLook: Hashable, Sendable {
  package var caption: CaptionPlace?
  package var credit: CreditPlace?
  /// White between the pictures of a group.
  package var gutter: Length?
  /// Of round corners.
  package var radius: Length?
  /// Under captions that stand on their picture.
  package var ground: InkChoice?
  package var crop = CropLimits()

  package init() {}

  package func overlaid(with own: PictureLook) -> PictureLook {
    var look = self
    look.caption = own.caption ?? caption
    look.credit = own.credit ?? credit
    look.gutter = own.gutter ?? gutter
    look.radius = own.radius ?? radius
    look.ground = own.ground ?? ground
    look.crop = crop.overlaid(with: own.crop)
    return look
  }
}

extension PictureLook {
  init(_ fields: Fields) {
    caption = fields.choice("caption-at")
    credit = fields.choice("credit-at")
    gutter = fields.length("gutter")
    radius = fields.length("radius")
    ground = fields.tint("ground")
    crop = fields.map("crop").map(CropLimits.init) ?? CropLimits()
  }
}

extension KeyTable {
  static let pictureLook = KeyTable(
    "picture look",
    captionKeys + [
      Key("gutter", .length(bare: nil), "组图里图与图之间的空"),
      Key("radius", .length(bare: nil), "圆角的半径"),
      Key("ground", .number, "图上说明的底：黑的百分数，或 套红 20%"),
      Key("crop", .map(cropLimits), "为了排满、排下，图最多裁去多少，百分数"),
    ])

  /// Where captions and credits stand.
  static let captionKeys = [
    Key("caption-at", .choice(CaptionPlace.allCases.map(\.rawValue)), "说明在图下、图旁，或压在图上"),
    Key("credit-at", .choice(CreditPlace.allCases.map(\.rawValue)), "署名接在说明后，另起一行，或竖在图边"),
  ]
}
