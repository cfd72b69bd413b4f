import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// Type on pictures without a ground, where the picture's own lights and darks leave too little contrast to read it by.
/// One message for a frame: the worst line, how many there are, and what would help.
package func typeOnPictures(on pages: [Page], of edition: Edition) -> [Diagnostic] {
  let files = edition.stories.flatMap(\.photos).compactMap(\.file)
  let known = Dictionary(
    files.compactMap { file in file.tones.map { (file.path, $0) } }, uniquingKeysWith: { $1 })
  guard !known.isEmpty else { return [] }
  return pages.flatMap { page in
    page.frames.compactMap { frame -> Diagnostic? in
      let marks = placedMarks(of: frame, on: page)
      let lines = marks.compactMap { LineOnPicture($0, known) }
      return FaintType(lines, frame, page)?.message
    }
  }
}

/// A line of type on a picture.
struct LineOnPicture {
  let mark: PlacedMark
  let picture: PictureMark
  let tones: ToneMap
  let contrast: TypeContrast
  /// What it covers.
  let area: Rect
  let text: String

  init?(_ mark: PlacedMark, _ known: [String: ToneMap]) {
    guard let picture = mark.picture, let tones = known[picture.file], let type = mark.text,
      let box = mark.mark.box
    else { return nil }
    (self.mark, self.picture, self.tones) = (mark, picture, tones)
    contrast = TypeContrast(type.ink, size: type.size)
    // Marks' boxes reach from the middle of the characters to their feet.
    area = Rect(
      x: box.x, y: box.y - type.size * 3 / 8, width: box.width, height: box.height + type.size / 2)
    text = String(String.UnicodeScalarView(type.text))
  }

  var light: [Int] { tones.light(under: area, of: picture.placement) }

  /// Percent of it that is hard to read.
  var faint: Int { contrast.faint(on: light) }
}

/// What it takes to read type of an ink and a size.
struct TypeContrast {
  /// Of the type, in thousandths of white's light.
  let light: Int
  /// Tenths: 4.5 to 1, of large type 3 to 1 (WCAG 2.2, 1.4.3).
  let least: Int
  /// Percent of a line that may be less: an edge, a star.
  static let tolerated = 10

  /// WCAG 2.2: large type has 18 points or more.
  private static let large = Length.points(18)

  init(_ ink: Ink, size: Length) {
    light = ink.light
    least = size >= Self.large ? 30 : 45
  }

  init(isWhite: Bool, least: Int) { (light, self.least) = (isWhite ? 1000 : 0, least) }

  /// Percent of some lights on which it is hard to read.
  func faint(on lights: [Int]) -> Int {
    guard !lights.isEmpty else { return 0 }
    return lights.count { !isClear(on: $0) } * 100 / lights.count
  }

  /// (L₁ + 0.05) / (L₂ + 0.05), WCAG 2.2.
  private func isClear(on ground: Int) -> Bool {
    let (lighter, darker) = (max(light, ground) + 50, min(light, ground) + 50)
    return lighter * 10 >= darker * least
  }
}

extension Ink {
  /// What it gives back of white's light, about: what each ink takes is weighed as in `InkChoice.isDark`, and the eye's
  /// middle grey is a fifth of the light.
  fileprivate var light: Int {
    let left = max(0, 1000 - c * 6 - m * 6 - y - k * 10)
    return left * left / 1000
  }
}
