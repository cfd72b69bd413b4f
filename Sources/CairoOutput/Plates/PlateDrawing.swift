import CCairo
import Colour
import Drawing

extension CairoPen {
  /// A page's inks as its print PDF puts them on the plates (分色), plate by plate.
  ///
  /// `asDelivered` names files whose inks are shown as they come, not under the ink limit: advertisers' own.
  package func planes(
    of page: DisplayList, ppi: Int, _ separations: Separations, asDelivered: Set<String> = []
  ) throws(CairoError) -> InkPlanes {
    let inks = PictureInks(pictures, separations, asDelivered: asDelivered)
    let plates: [PressInk] = page.hasColour(pictures) ? PressInk.allCases : [.black]
    var bytes: [UInt8] = []
    var (width, height) = (0, 0)
    for plate in plates {
      let image = try draw(page, ppi: ppi, medium: .plate(plate, inks))
      defer { cairo_surface_destroy(image) }
      guard let cover = cairo_image_surface_get_data(image) else { throw .cairo("no pixels") }
      (width, height) = (
        Int(cairo_image_surface_get_width(image)), Int(cairo_image_surface_get_height(image))
      )
      let stride = Int(cairo_image_surface_get_stride(image))
      if bytes.isEmpty { bytes = [UInt8](repeating: 0, count: width * height * 4) }
      bytes.withUnsafeMutableBufferPointer { bytes in
        for row in 0..<height {
          let (from, to) = (cover + row * stride, row * width * 4 + plate.rawValue)
          for column in 0..<width { bytes[to + column * 4] = from[column] }
        }
      }
    }
    return InkPlanes(width: width, height: height, ppi: ppi, inks: bytes)
  }
}
