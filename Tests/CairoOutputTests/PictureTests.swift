import CJPEG
import CPNG
import Drawing
import Fonts
import Foundation
import Geometry
import Testing

@testable import CairoOutput

struct PictureTests {
  let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private var store: PictureStore { PictureStore(folder: folder.path) }

  private func page(_ files: String...) -> DisplayList {
    let marks = files.enumerated().map { index, file in
      let box = Rect(
        x: .points(10 + 110 * index), y: .points(10), width: .points(100), height: .points(50))
      return Mark.picture(PictureMark(file: file, placement: box, clip: box))
    }
    return DisplayList(
      code: "1", size: Size(width: .points(300), height: .points(100)), marks: marks)
  }

  /// The page's pixels at 72 ppi, read back from its PNG.
  private func seen(_ page: DisplayList) throws -> (Int, Int) -> [UInt8] {
    let file = try CairoOutput.png(of: page, ppi: 72, fonts: [], pictures: store)
    let bytes = RawBytes(file)
    let header = try PictureHeader.reading(bytes, limits: PictureLimits())
    let bitmap = try PNGDecoder.decode(bytes, header, as: .colour)
    return { x, y in
      let place = y * bitmap.stride + 4 * x
      return [bitmap.pixels[place + 2], bitmap.pixels[place + 1], bitmap.pixels[place]]
    }
  }

  private func isNear(_ a: [UInt8], _ b: [UInt8], by distance: Int = 12) -> Bool {
    zip(a, b).allSatisfy { abs(Int($0) - Int($1)) <= distance }
  }

  /// Left half of one colour, right half of another.
  private func halves(
    width: Int = 64, height: Int = 32, left: [UInt8], right: [UInt8]
  ) -> [UInt8] {
    (0..<height).flatMap { _ in (0..<width).flatMap { $0 < width / 2 ? left : right } }
  }

  private func jpeg(
    _ pixels: [UInt8], width: Int = 64, height: Int = 32, layout: TJPF = TJPF_RGB,
    sampling: TJSAMP = TJSAMP_444
  ) throws -> [UInt8] {
    let codec = try #require(tjInitCompress())
    defer { tjDestroy(codec) }
    var (result, size): (UnsafeMutablePointer<UInt8>?, UInt) = (nil, 0)
    defer { tjFree(result) }
    let status = tjCompress2(
      codec, pixels, Int32(width), 0, Int32(height), layout.rawValue, &result, &size,
      Int32(sampling.rawValue), 95, 0)
    try #require(status == 0)
    return Array(UnsafeBufferPointer(start: result, count: Int(size)))
  }

  private let red: [UInt8] = [220, 30, 30]
  private let blue: [UInt8] = [30, 30, 220]

  @Test func `tones are those of the picture as it is shown, and a broken file has none`() throws {
    let bytes = try jpeg(halves(left: [0, 0, 0], right: [255, 255, 255]))
    try folder.write(bytes, "a.jpg")
    let tones = try store.tones(of: "a.jpg")
    #expect(tones.columns == 64 && tones.rows == 32)
    #expect(tones.light[0] < 20 && tones.light[63] > 980)
    // Turned by a quarter, the left half is above.
    try folder.write(turned(bytes, 6), "b.jpg")
    let upright = try store.tones(of: "b.jpg")
    #expect(upright.columns == 32 && upright.rows == 64)
    #expect(upright.light[..<32].allSatisfy { $0 < 20 })
    #expect(upright.light.suffix(32).allSatisfy { $0 > 980 })
    try folder.write(Array(bytes.prefix(bytes.count / 2)), "c.jpg")
    #expect(throws: PictureError.self) { try store.tones(of: "c.jpg") }
  }

  @Test(arguments: 1...8) func `tones turn as the pixels do`(orientation: Int) throws {
    let quarters = (0..<32).flatMap { y in
      (0..<64).flatMap { x -> [UInt8] in
        let grey: UInt8 = y < 16 ? (x < 32 ? 0 : 110) : (x < 32 ? 180 : 255)
        return [grey, grey, grey]
      }
    }
    try folder.write(turned(try jpeg(quarters), UInt8(orientation)), "a.jpg")
    let tones = try store.tones(of: "a.jpg")
    let pixel = try seen(page("a.jpg"))
    for (x, y) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
      let grey = pixel(10 + Int(100 * x), 10 + Int(50 * y))[0]
      let place = Int(y * Double(tones.rows)) * tones.columns + Int(x * Double(tones.columns))
      let nearest = [(0, 0), (110, 156), (180, 456), (255, 1000)].min {
        abs($0.0 - Int(grey)) < abs($1.0 - Int(grey))
      }
      #expect(abs(tones.light[place] - (nearest?.1 ?? 0)) < 40, "\(orientation) \(x) \(y)")
    }
  }

  @Test func `a JPEG goes into the PDF as it is, once for two places`() throws {
    let bytes = try jpeg(halves(left: red, right: blue))
    try folder.write(bytes, "a.jpg")
    let file = try pdf(
      of: [page("a.jpg", "a.jpg")], fonts: [], pictures: store, metadata: testMetadata)
    let path = try folder.write(file, "page.pdf")
    let list = try output(of: "pdfimages", "-list", path).split(separator: "\n").dropFirst(2)
    #expect(list.count == 2)
    #expect(Set(list.map { $0.split(separator: " ")[10] }).count == 1, "one object: \(list)")
    _ = try output(of: "pdfimages", "-j", path, folder.path + "/out")
    let back = try Data(contentsOf: folder.url.appendingPathComponent("out-000.jpg"))
    #expect(Array(back) == bytes)
  }

  @Test func `a JPEG is seen in its colours`() throws {
    try folder.write(try jpeg(halves(left: red, right: blue)), "a.jpg")
    let pixel = try seen(page("a.jpg"))
    #expect(isNear(pixel(30, 35), red))
    #expect(isNear(pixel(90, 35), blue))
    #expect(pixel(5, 35) == [255, 255, 255])
  }

  @Test func `a grey JPEG keeps the page grey`() throws {
    let grey = halves(left: [40], right: [200])
    try folder.write(
      try jpeg(grey, layout: TJPF_GRAY, sampling: TJSAMP_GRAY), "grey.jpg")
    let file = try CairoOutput.png(of: page("grey.jpg"), ppi: 72, fonts: [], pictures: store)
    #expect(file[25] == 0)
    let pixel = try seen(page("grey.jpg"))
    #expect(isNear(pixel(30, 35), [40, 40, 40]))
    #expect(isNear(pixel(90, 35), [200, 200, 200]))
  }

  @Test func `an Adobe CMYK JPEG is not seen as its negative`() throws {
    // Adobe's values are inverted: 255 means no ink. The library marks its CMYK files as Adobe's.
    let inks = halves(left: [255, 0, 0, 255], right: [255, 255, 255, 255])
    try folder.write(try jpeg(inks, layout: TJPF_CMYK), "ink.jpg")
    #expect(try store.header(of: "ink.jpg").isInverted)
    let pixel = try seen(page("ink.jpg"))
    #expect(isNear(pixel(30, 35), [255, 0, 0]))
    #expect(isNear(pixel(90, 35), [255, 255, 255]))
    let path = try folder.write(
      try pdf(of: [page("ink.jpg")], fonts: [], pictures: store, metadata: testMetadata), "i.pdf")
    _ = try output(of: "pdftoppm", "-r", "72", "-png", "-singlefile", path, folder.path + "/i")
    let drawn = try seenFile("i.png")
    #expect(isNear(drawn(30, 35), [255, 0, 0]))
  }

  private func seenFile(_ name: String) throws -> (Int, Int) -> [UInt8] {
    let bytes = RawBytes(Array(try Data(contentsOf: folder.url.appendingPathComponent(name))))
    let header = try PictureHeader.reading(bytes, limits: PictureLimits())
    let bitmap = try PNGDecoder.decode(bytes, header, as: .colour)
    return { x, y in
      let place = y * bitmap.stride + 4 * x
      return [bitmap.pixels[place + 2], bitmap.pixels[place + 1], bitmap.pixels[place]]
    }
  }

  /// A JPEG with an EXIF header that says how the camera was held.
  private func turned(_ bytes: [UInt8], _ orientation: UInt8) -> [UInt8] {
    let exif: [UInt8] =
      Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1] + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
      + [orientation, 0, 0, 0, 0, 0, 0]
    let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
    return Array(bytes[..<2]) + segment + Array(bytes[2...])
  }

  @Test(arguments: [(1, true), (2, false), (3, false), (4, true)])
  func `a picture is shown as the camera was held`(orientation: UInt8, redIsLeft: Bool) throws {
    try folder.write(turned(try jpeg(halves(left: red, right: blue)), orientation), "t.jpg")
    let pixel = try seen(page("t.jpg"))
    #expect(isNear(pixel(30, 35), redIsLeft ? red : blue))
    #expect(isNear(pixel(90, 35), redIsLeft ? blue : red))
  }

  @Test(arguments: [(5, true), (6, true), (7, false), (8, false)])
  func `a picture taken upright is turned`(orientation: UInt8, redIsAbove: Bool) throws {
    try folder.write(turned(try jpeg(halves(left: red, right: blue)), orientation), "t.jpg")
    #expect(try store.header(of: "t.jpg").width == 32)
    let pixel = try seen(page("t.jpg"))
    #expect(isNear(pixel(60, 20), redIsAbove ? red : blue))
    #expect(isNear(pixel(60, 50), redIsAbove ? blue : red))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt8])
  func `a turned picture looks the same in the PDF and in the proof`(orientation: UInt8) throws {
    try folder.write(turned(try jpeg(halves(left: red, right: blue)), orientation), "t.jpg")
    var page = page("t.jpg")
    // Only its middle is seen.
    let clip = Rect(x: .points(30), y: .points(15), width: .points(60), height: .points(40))
    if case .picture(var mark) = page.marks[0] {
      mark.clip = clip
      page.marks[0] = .picture(mark)
    }
    let path = try folder.write(
      try pdf(of: [page], fonts: [], pictures: store, metadata: testMetadata), "t.pdf")
    _ = try output(of: "pdftoppm", "-r", "72", "-png", "-singlefile", path, folder.path + "/t")
    let (ours, theirs) = (try seen(page), try seenFile("t.png"))
    for (x, y) in [(35, 20), (85, 20), (35, 50), (85, 50), (15, 35), (105, 35)] {
      #expect(isNear(ours(x, y), theirs(x, y)), "at \(x), \(y)")
    }
  }

  @Test func `a PNG shows paper where it is transparent`() throws {
    let half: [UInt8] = [220, 30, 30, 255]
    let bytes = try png(
      halves(left: half, right: [0, 0, 0, 0]),
      png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA))
    try folder.write(bytes, "alpha.png")
    let pixel = try seen(page("alpha.png"))
    #expect(isNear(pixel(30, 35), red))
    #expect(isNear(pixel(90, 35), [255, 255, 255]))
  }

  @Test func `a drawn page is seen in its colours, in a PDF as a JPEG`() throws {
    try folder.write(Array("P6\n64 32\n255\n".utf8) + halves(left: red, right: blue), "ad.ppm")
    let pixel = try seen(page("ad.ppm"))
    #expect(isNear(pixel(30, 35), red))
    #expect(isNear(pixel(90, 35), blue))
    let path = try folder.write(
      try pdf(of: [page("ad.ppm")], fonts: [], pictures: store, metadata: testMetadata), "ad.pdf")
    #expect(try output(of: "pdfimages", "-list", path).contains("jpeg"))
    _ = try output(of: "pdftoppm", "-r", "72", "-png", "-singlefile", path, folder.path + "/ad")
    #expect(isNear(try seenFile("ad.png")(30, 35), red))
  }

  @Test func `a drawn page in black keeps the page grey, a short one is refused`() throws {
    let grey = halves(left: [40, 40, 40], right: [200, 200, 200])
    try folder.write(Array("P6\n64 32\n255\n".utf8) + grey, "grey.ppm")
    #expect(try store.header(of: "grey.ppm").colour == .grey)
    try folder.write(Array("P6\n64 32\n255\n".utf8) + grey.dropLast(), "short.ppm")
    #expect(throws: PictureError.truncated) { try store.check("short.ppm") }
    try folder.write(Array("P6\n999999 999999\n255\n".utf8), "huge.ppm")
    #expect(throws: PictureError.truncated) { try store.check("huge.ppm") }
  }

  @Test func `a PNG of a few colours in a palette is seen in them`() throws {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height, image.format) = (
      64, 32, png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_COLORMAP)
    )
    image.colormap_entries = 2
    let palette = red + blue
    try folder.write(try png(&image, halves(left: [0], right: [1]), palette), "palette.png")
    let pixel = try seen(page("palette.png"))
    #expect(isNear(pixel(30, 35), red))
    #expect(isNear(pixel(90, 35), blue))
  }

  @Test func `a grey PNG keeps the page grey`() throws {
    let bytes = try png(halves(left: [40], right: [200]), png_uint_32(PNG_FORMAT_GRAY))
    try folder.write(bytes, "grey.png")
    let file = try CairoOutput.png(of: page("grey.png"), ppi: 72, fonts: [], pictures: store)
    #expect(file[25] == 0)
    #expect(isNear(try seen(page("grey.png"))(30, 35), [40, 40, 40]))
  }

  @Test func `a PNG that was cut off is refused`() throws {
    let bytes = try png(halves(left: red, right: blue), png_uint_32(PNG_FORMAT_RGB))
    try folder.write(Array(bytes[..<(bytes.count / 2)]), "cut.png")
    #expect(throws: PictureError.truncated) { try store.check("cut.png") }
  }

  private func png(_ pixels: [UInt8], _ format: png_uint_32) throws -> [UInt8] {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height, image.format) = (64, 32, format)
    return try png(&image, pixels, [])
  }

  private func png(_ image: inout png_image, _ pixels: [UInt8], _ palette: [UInt8]) throws
    -> [UInt8]
  {
    var size = 0
    try #require(png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, palette) != 0)
    var file = [UInt8](repeating: 0, count: size)
    try #require(png_image_write_to_memory(&image, &file, &size, 0, pixels, 0, palette) != 0)
    return Array(file[..<size])
  }

  @Test func `what is no picture is refused by name of the fault`() throws {
    let good = try jpeg(halves(left: red, right: blue))
    try folder.write(Array("这是文字，不是图".utf8), "text.jpg")
    try folder.write([], "empty.jpg")
    try folder.write(Array(good[..<(good.count / 2)]), "half.jpg")
    var huge = good
    let frame = try #require(
      (0..<huge.count - 1).first { huge[$0] == 0xFF && huge[$0 + 1] == 0xC0 })
    huge.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFA, 0, 0xFA, 0])
    try folder.write(huge, "huge.jpg")
    #expect(throws: PictureError.unknownKind) { try store.check("text.jpg") }
    #expect(throws: PictureError.empty) { try store.check("empty.jpg") }
    #expect(throws: PictureError.truncated) { try store.check("half.jpg") }
    #expect(throws: PictureError.missing) { try store.check("none.jpg") }
    #expect(
      throws: PictureError.tooManyPixels(width: 64_000, height: 64_000, limit: 200_000_000)
    ) { try store.check("huge.jpg") }
  }

  @Test func `a grey box with a cross stands in for a picture that cannot be read`() throws {
    let pixel = try seen(page("none.jpg"))
    #expect(pixel(60, 20) == [217, 217, 217])
    let store = store
    let path = try folder.write(
      try pdf(of: [page("none.jpg")], fonts: [], pictures: store, metadata: testMetadata), "x.pdf")
    #expect(try output(of: "pdfimages", "-list", path).split(separator: "\n").count == 2)
    #expect(store.faults.map(\.file) == ["none.jpg"])
    #expect(store.faults.map(\.fault) == [.missing])
  }
}
