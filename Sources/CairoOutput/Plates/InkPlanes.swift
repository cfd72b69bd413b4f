import Colour
import Geometry

/// What lies on a page in print, ink by ink (分色片): the measure of plates, coverage and soft proofs.
package struct InkPlanes: Sendable {
  /// In pixels.
  package let width: Int
  package let height: Int
  package let ppi: Int
  /// Four bytes a pixel, row by row: cyan, magenta, yellow, black, 255 for all of an ink.
  package let inks: [UInt8]

  package init(width: Int, height: Int, ppi: Int, inks: [UInt8]) {
    precondition(inks.count == width * height * 4, "four bytes a pixel")
    (self.width, self.height, self.ppi, self.inks) = (width, height, ppi, inks)
  }

  /// How much of an ink lies on a pixel.
  package func amount(of ink: PressInk, _ x: Int, _ y: Int) -> UInt8 {
    inks[(y * width + x) * 4 + ink.rawValue]
  }

  /// Inks that lie anywhere on the page.
  package var used: [PressInk] {
    var most: [UInt8] = [0, 0, 0, 0]
    inks.withUnsafeBufferPointer { inks in
      for place in stride(from: 0, to: inks.count, by: 4) {
        for ink in 0..<4 { most[ink] |= inks[place + ink] }
      }
    }
    return PressInk.allCases.filter { most[$0.rawValue] > 0 }
  }

  /// The middle of a pixel on the page.
  func place(_ x: Int, _ y: Int) -> Point {
    func length(_ pixel: Int) -> Length { .points((Double(pixel) + 0.5) * 72 / Double(ppi)) }
    return Point(x: length(x), y: length(y))
  }
}
