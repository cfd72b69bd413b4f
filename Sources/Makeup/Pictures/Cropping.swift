import Diagnostics
import Geometry
import Manuscripts
import PageDesign

/// How far a picture is cropped for its story's sake.
enum Cropping: Hashable {
  /// As anybody would.
  case easy
  /// So that no white is left.
  case fill
  /// So that text finds room.
  case most
}

extension StoryPart {
  /// Keeps in mind, to be told, that a picture loses more thousandths than any may. A circle, an ellipse or a cut-out is
  /// not cropped where its room is lower than it is, it is smaller: a tenth of its height is seen.
  mutating func note(loss: Int, of picture: Picture, as shape: PictureShape, isLower: Bool) {
    let isCropped = shape.isCropped && !picture.isCutOut
    if isCropped, loss > types.mostCropped + 10 {
      croppedPictures.append((loss / 10, picture.path.place))
    }
    if !isCropped, isLower, loss > 100 {
      shrunkPictures.append((loss / 10, picture.path.place))
    }
  }
}

extension TypeCase {
  /// Thousandths of a picture that may be cut away, by the house. An editor who drew what is to be seen of it has
  /// cropped it: white is no reason to cut that further.
  func mostCropped(_ cropping: Cropping, of picture: Picture) -> Int {
    let limits = sheet.pictures.crop
    return switch (cropping, picture.crop) {
    case (.most, _): mostCropped
    case (.fill, .focus): max(limits.fill ?? 0, limits.easy ?? 0) * 10
    default: (limits.easy ?? 0) * 10
    }
  }

  /// The same of any picture, at the most.
  var mostCropped: Int { (sheet.pictures.crop.most ?? 0) * 10 }
}
