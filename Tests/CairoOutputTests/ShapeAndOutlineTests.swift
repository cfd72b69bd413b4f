import CPNG
import Drawing
import Foundation
import Geometry
import Testing

@testable import CairoOutput

@Suite struct `A picture of a shape` {
  let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private var store: PictureStore { PictureStore(folder: folder.path) }
  private let box = Rect(x: .points(10), y: .points(10), width: .points(80), height: .points(80))

  /// A PNG of 80 by 80 pixels, black, as opaque at each as it is said.
  private func write(_ alpha: (Int, Int) -> UInt8, _ file: String) throws {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height, image.format) = (
      80, 80, png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
    )
    let pixels: [UInt8] = (0..<80).flatMap { y in
      (0..<80).flatMap { x -> [UInt8] in [0, 0, 0, alpha(x, y)] }
    }
    var size = 0
    try #require(png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, nil) != 0)
    var bytes = [UInt8](repeating: 0, count: size)
    try #require(png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0)
    try folder.write(Array(bytes[..<size]), file)
  }

  private func page(_ shape: ClipShape) -> DisplayList {
    let mark = PictureMark(file: "a.png", placement: box, clip: box, shape: shape)
    return DisplayList(
      code: "1", size: Size(width: .points(100), height: .points(100)), marks: [.picture(mark)])
  }

  /// How black a page is at 72 ppi.
  private func seen(_ page: DisplayList) throws -> (Int, Int) -> Int {
    let bytes = RawBytes(try CairoOutput.png(of: page, ppi: 72, fonts: [], pictures: store))
    let header = try PictureHeader.reading(bytes, limits: PictureLimits())
    let bitmap = try PNGDecoder.decode(bytes, header, as: .blackCover)
    return { x, y in Int(bitmap.pixels[y * bitmap.stride + x]) }
  }

  @Test func `shows nothing outside it, and soft edges`() throws {
    try write({ _, _ in 255 }, "a.png")
    let triangle = [(5000, 0), (10_000, 10_000), (0, 10_000)].map {
      PicturePoint(x: $0.0, y: $0.1)
    }
    let shapes: [ClipShape] = [.ellipse, .round(radius: .points(20)), .outline(triangle)]
    for shape in shapes {
      let cover = try seen(page(shape))
      #expect(cover(50, 50) == 255)
      #expect(cover(12, 12) == 0 && cover(50, 95) == 0)
      let row = (0..<100).map { cover($0, 16) }
      #expect(row.contains { (1..<255).contains($0) }, "\(shape)")
    }
    #expect(try seen(page(.rectangle))(12, 12) == 255)
  }

  @Test func `is cut by a path in a PDF, which stays free of transparency`() throws {
    try write({ _, _ in 255 }, "a.png")
    let file = try pdf(of: [page(.ellipse)], fonts: [], pictures: store, metadata: testMetadata)
    let path = try folder.write(file, "page.pdf")
    let text = try output(of: "qpdf", "--qdf", "--object-streams=disable", path, "-")
    #expect(text.contains(" c W n"))
    #expect(!text.contains("/SMask"))
  }

  @Test(arguments: [ClipShape.rectangle, .ellipse, .round(radius: .points(3))])
  func `without width or height shows nothing`(shape: ClipShape) throws {
    try write({ _, _ in 255 }, "a.png")
    for size in [(0.0, 80.0), (80, 0), (80, -5)] {
      let room = Rect(
        x: .points(10), y: .points(10), width: .points(size.0), height: .points(size.1))
      let mark = PictureMark(file: "a.png", placement: room, clip: room, shape: shape)
      let page = DisplayList(
        code: "1", size: Size(width: .points(100), height: .points(100)), marks: [.picture(mark)])
      let cover = try seen(page)
      #expect((0..<100).allSatisfy { cover($0, 20) == 0 })
    }
  }

  @Test func `has its outline traced from what is opaque`() throws {
    // A disc with a soft rim in the middle of the picture.
    try write(
      { x, y in
        let distance = (Double((x - 40) * (x - 40) + (y - 40) * (y - 40))).squareRoot()
        return UInt8(max(0, min(255, (30 - distance) * 100)))
      }, "disc.png")
    let points = try #require(try store.outline(of: "disc.png"))
    #expect(points.count > 8 && points.count < 80)
    for point in points {
      let (dx, dy) = (Double(point.x) / 125 - 40, Double(point.y) / 125 - 40)
      let distance = (dx * dx + dy * dy).squareRoot()
      #expect(abs(distance - 30) < 2.5, "\(point)")
    }
  }

  @Test func `has no outline where nothing is transparent, or all of it`() throws {
    try write({ _, _ in 0 }, "empty.png")
    #expect(try store.outline(of: "empty.png") == nil)
    try write({ _, _ in 255 }, "full.png")
    #expect(try store.outline(of: "full.png") == nil)
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height, image.format) = (4, 4, png_uint_32(PNG_FORMAT_RGB))
    let pixels = [UInt8](repeating: 9, count: 48)
    var size = 0
    try #require(png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, nil) != 0)
    var bytes = [UInt8](repeating: 0, count: size)
    try #require(png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0)
    try folder.write(Array(bytes[..<size]), "opaque.png")
    #expect(try store.outline(of: "opaque.png") == nil)
  }
}
