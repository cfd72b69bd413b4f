import Colour
import Drawing
import Geometry

/// What stands in a numbered place of a page (图位).
package enum PlateContent: Sendable {
  case picture(PlatePicture)
  case page(AdvertisementPlate)
}

/// The boxes of a sheet, in points from its bottom left (ISO 32000-1, 14.11.2).
package struct SheetBoxes: Hashable, Sendable {
  package var trim: PDFRect
  package var bleed: PDFRect

  /// Boxes a margin inside a sheet whose trimmed page has this size.
  package init(page: Size, margin: Length, bleed: Length) {
    let (width, height) = (page.width.points, page.height.points)
    func box(_ inset: Double, _ grown: Double) -> PDFRect {
      PDFRect(
        x0: inset, y0: inset, x1: inset + width + grown * 2, y1: inset + height + grown * 2)
    }
    trim = box(margin.points, 0)
    self.bleed = box(margin.points - bleed.points, bleed.points)
  }
}

/// A rectangle of a PDF, y up.
package struct PDFRect: Hashable, Sendable {
  package var x0: Double
  package var y0: Double
  package var x1: Double
  package var y1: Double
  package init(x0: Double, y0: Double, x1: Double, y1: Double) {
    (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
  }

  var width: Double { x1 - x0 }
  var height: Double { y1 - y0 }
  var array: String { "[\(decimal(x0)) \(decimal(y0)) \(decimal(x1)) \(decimal(y1))]" }

  /// Whether it lies within another, but for rounding.
  package func lies(in other: PDFRect) -> Bool {
    let near = 0.01
    return x0 >= other.x0 - near && y0 >= other.y0 - near && x1 <= other.x1 + near
      && y1 <= other.y1 + near
  }
}

/// What a print PDF says of itself; nothing in it comes from the clock.
package struct DocumentIdentity: Hashable, Sendable {
  package var title: String
  package var author: String
  /// `2026-03-18`; the file is dated to the start of the edition's day.
  package var day: String
  package init(title: String, author: String, day: String) {
    (self.title, self.author, self.day) = (title, author, day)
  }
}

/// What the finisher is asked for.
package struct FinishingOrder: Sendable {
  package var version: PDFXVersion
  package var profile: OutputProfile
  package var keys: InkKeys
  /// One a page.
  package var boxes: [SheetBoxes]
  /// By the numbers of their places.
  package var contents: [PlateContent]
  package var identity: DocumentIdentity

  package init(
    version: PDFXVersion, profile: OutputProfile, keys: InkKeys, boxes: [SheetBoxes],
    contents: [PlateContent], identity: DocumentIdentity
  ) {
    (self.version, self.profile, self.keys) = (version, profile, keys)
    (self.boxes, self.contents, self.identity) = (boxes, contents, identity)
  }
}

/// Why a print PDF could not be finished: in each case our own fault.
package enum FinishingFault: Error, Hashable, Sendable {
  /// A colour that stands for no ink.
  case unknownColour(page: Int)
  /// A picture that is no place: Cairo drew something as pixels.
  case strayPicture(page: Int)
  /// Something that Cairo is not known to write, such as a shading.
  case unexpected(page: Int, what: String)
  case pdf(String)
}

/// A number as PDF wants it: up to four decimals, no exponent.
func decimal(_ value: Double) -> String {
  let scaled = (value * 10_000).rounded()
  guard scaled.isFinite, abs(scaled) < 1e15 else { return "0" }
  let whole = Int(scaled)
  var text = String(abs(whole) / 10_000)
  let rest = abs(whole) % 10_000
  if rest > 0 {
    var digits = String(10_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    text += "." + digits
  }
  return whole < 0 ? "-" + text : text
}
