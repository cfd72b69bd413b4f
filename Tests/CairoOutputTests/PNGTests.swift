import Drawing
import Fonts
import Foundation
import Geometry
import Testing

@testable import CairoOutput

struct PNGTests {
  let typesetter: Typesetter
  init() throws { typesetter = try Typesetter() }

  private func proof(_ marks: [Mark], ppi: Int = 72) throws -> [UInt8] {
    try png(of: typesetter.page(marks), ppi: ppi, fonts: testFonts, pictures: noPictures)
  }

  private func pixels(_ file: [UInt8]) throws -> Bitmap {
    let bytes = RawBytes(file)
    let header = try PictureHeader.reading(bytes, limits: PictureLimits())
    return try PNGDecoder.decode(bytes, header, as: .colour)
  }

  /// Red, green, blue.
  private func pixel(_ bitmap: Bitmap, _ x: Int, _ y: Int) -> [UInt8] {
    let place = y * bitmap.stride + 4 * x
    return [bitmap.pixels[place + 2], bitmap.pixels[place + 1], bitmap.pixels[place]]
  }

  @Test func `a proof has the page's size at the resolution asked, and says so`() throws {
    let header = try PictureHeader.reading(
      RawBytes(try proof([], ppi: 150)), limits: PictureLimits())
    #expect(header.width == 625)
    #expect(header.height == 833)
    #expect(header.ppi.rounded() == 150)
  }

  @Test func `a page in black is an 8-bit grey picture, a coloured one is RGB`() throws {
    let grey = try proof([.glyphs(typesetter.line("黑白", x: 20, y: 40))])
    let colour = try proof([
      .glyphs(typesetter.line("套红", x: 20, y: 40, ink: Ink(m: 100, y: 100, k: 0)))
    ])
    #expect(grey[25] == 0)
    #expect(colour[25] == 2)
  }

  @Test func `inks on a grey page replace what lies under them`() throws {
    let box = Rect(x: .points(10), y: .points(10), width: .points(100), height: .points(100))
    let bitmap = try pixels(
      try proof([
        .fill(box, .black), .fill(box.inset(by: .points(20)), .grey(50)),
        .fill(box.inset(by: .points(40)), .white),
      ]))
    #expect(pixel(bitmap, 5, 5) == [255, 255, 255])
    #expect(pixel(bitmap, 15, 15) == [0, 0, 0])
    #expect(pixel(bitmap, 35, 35) == [128, 128, 128])
    #expect(pixel(bitmap, 60, 60) == [255, 255, 255])
  }

  @Test func `colours and greys look the same on grey and coloured pages`() throws {
    let box = Rect(x: .points(10), y: .points(10), width: .points(50), height: .points(50))
    let red = Rect(x: .points(100), y: .points(10), width: .points(50), height: .points(50))
    let bitmap = try pixels(
      try proof([.fill(box, .grey(50)), .fill(red, Ink(m: 100, y: 100, k: 0))]))
    #expect(pixel(bitmap, 30, 30) == [128, 128, 128])
    #expect(pixel(bitmap, 120, 30) == [227, 6, 19])
  }

  @Test func `text is drawn at its place`() throws {
    // 口 has ink on its strokes and paper within.
    let bitmap = try pixels(try proof([.glyphs(typesetter.line("口", x: 100, y: 200, size: 100))]))
    #expect(pixel(bitmap, 150, 160) == [255, 255, 255])
    let row = (100..<200).map { pixel(bitmap, $0, 160)[0] }
    #expect(row.contains { $0 < 20 })
    #expect((0..<100).allSatisfy { pixel(bitmap, $0, 160)[0] == 255 })
  }
}
