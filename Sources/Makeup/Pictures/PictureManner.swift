import Drawing
import Geometry
import Manuscripts
import PageDesign

/// How a picture stands with its words, all that have a say asked: itself, its frame, the house.
struct PictureManner: Hashable {
  /// Nil where nobody says.
  var caption: CaptionPlace?
  var credit: CreditPlace
  var shape: PictureShape
  /// White between the pictures of a group.
  var gutter: Length
  /// Of round corners.
  var radius: Length
  /// Under a caption that stands on its picture.
  var ground: Ink
  /// To which side a circle stands that does not fill its room.
  var side = PictureAnchor.top

  init(_ picture: Picture, in frame: Frame?, types: TypeCase) {
    let look = types.sheet.pictures
    caption = picture.captionPlace ?? frame?.photo?.caption ?? look.caption
    credit = picture.creditPlace ?? frame?.photo?.credit ?? look.credit ?? .end
    shape = picture.shape ?? frame?.photo?.shape ?? .rectangle
    gutter = look.gutter ?? .millimetres(1)
    radius = look.radius ?? .millimetres(3)
    ground = Ink(look.ground ?? .grey(10))
  }
}
