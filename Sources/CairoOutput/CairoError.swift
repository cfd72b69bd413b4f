import CCairo
import Fonts

/// Why a page could not be drawn; a picture that cannot be read is not among the reasons, it gets a
/// grey box.
package enum CairoError: Error, Hashable, Sendable {
  /// The font is not there, or is no font.
  case font(FontFile)
  /// Cairo or a drawing reported this.
  case cairo(String)
  /// A page without extent, or larger than a PDF page may be (14 400 pt).
  case pageSize(code: String)
  /// Tags of this page do not close in the order in which they open.
  case tags(code: String)
}

extension CairoError {
  init(_ status: cairo_status_t) {
    self = .cairo(String(cString: cairo_status_to_string(status)))
  }
}
