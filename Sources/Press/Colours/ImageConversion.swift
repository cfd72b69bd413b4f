/// Separates pictures: those that a file names and those that stand in its content.
struct ImageConversion {
  let spaces: SpaceConversion
  private var document: PDFDocument { spaces.document }
  private var target: InkTarget { spaces.target }

  func convert(_ image: PDFObject) throws(ConversionFault) {
    guard image["/ImageMask"].bool != true else { return }
    let named = image["/ColorSpace"]
    if image.filters.last?.name == "/JPXDecode", named.isNull { throw .unconvertible }
    let space = PDFColourSpace(named)
    guard let replacement = try spaces.converted(named) else { return }
    if space.isForScreens { try separate(image, space) }
    image.set("/ColorSpace", replacement)
  }

  private func separate(_ image: PDFObject, _ space: PDFColourSpace) throws(ConversionFault) {
    // Colours that stand for nothing (8.9.6.4) and edges mixed with a ground (11.6.5.3) mean RGB.
    guard !image["/Mask"].isArray, image["/SMask"]["/Matte"].isNull,
      let width = image["/Width"].integer, let height = image["/Height"].integer,
      1...65_500 ~= width, 1...65_500 ~= height
    else { throw .unconvertible }
    let (size, bits) = (
      PixelCount(width: width, height: height), image["/BitsPerComponent"].integer
    )
    if image.filters.last?.name == "/DCTDecode" {
      let photo = try unpack(image, leaving: "/DCTDecode")
      try take(size.count * 3)
      guard image["/Decode"].isNull, case .rgb = space else { throw .unconvertible }
      let rgb = try JPEGPixels.decode(photo, size)
      let inks = target.pixels(rgb)
      image.replaceData(
        try JPEGPixels.encode(inks, size, isGrey: target.isMask), filter: "/DCTDecode")
    } else {
      let samples = try unpack(image, leaving: nil)
      let rgb = try screen(samples, size, bits ?? 8, space, decode: image["/Decode"].numbers)
      image.replaceData(deflate(target.pixels(rgb)), filter: "/FlateDecode")
    }
    image.set("/BitsPerComponent", document.integer(8))
    image.remove("/Decode")
  }

  private func unpack(_ image: PDFObject, leaving filter: String?) throws(ConversionFault)
    -> [UInt8]
  {
    do throws(UnpackingFault) {
      return try image.unpack(spaces.budget, leaving: filter)
    } catch { throw fault(error) }
  }

  private func take(_ bytes: Int) throws(ConversionFault) {
    do throws(UnpackingFault) { try spaces.budget.take(bytes) } catch { throw .unpacking(error) }
  }

  /// A filter that is not known here is known to the programs that draw.
  private func fault(_ fault: UnpackingFault) -> ConversionFault {
    if case .unknownFilter = fault { return .unconvertible }
    return .unpacking(fault)
  }

  /// Samples as pixels of RGB, 8 bits each.
  private func screen(
    _ samples: [UInt8], _ size: PixelCount, _ bits: Int, _ space: PDFColourSpace, decode: [Double]?
  ) throws(ConversionFault) -> [UInt8] {
    let count = size.count * 3
    guard bits == 8 || bits == 16, samples.count >= count * bits / 8 else { throw .unconvertible }
    var pixels = Array(samples.prefix(count))
    if bits == 16 { pixels = (0..<count).map { samples[2 * $0] } }
    if let decode {
      guard decode == [0, 1, 0, 1, 0, 1] || decode == [1, 0, 1, 0, 1, 0], case .rgb = space else {
        throw .unconvertible
      }
      if decode[0] == 1 { pixels = pixels.map { 255 - $0 } }
    }
    guard case .lab(let lab) = space else { return pixels }
    return stride(from: 0, to: count, by: 3).flatMap { at in
      lab.screen(space.values(of: pixels[at..<at + 3])).map { UInt8(($0 * 255).rounded()) }
    }
  }

  /// An inline picture with its colours separated; nil when it may stay (8.9.7).
  func inline(_ operation: ContentOperations, _ named: NamedSpaces) throws(ConversionFault)
    -> [UInt8]?
  {
    guard let image = operation.image else { return nil }
    let keys = InlineImageKeys(operation, image.keys, in: document)
    let space = keys.space(named)
    guard !keys.isMask, space.restsOnScreenColours else { return nil }
    // An index under a name changes with the resources.
    guard space.isForScreens else {
      if keys.namesSpace { return nil }
      throw .unconvertible
    }
    guard let width = keys.width, let height = keys.height, 1...4096 ~= width, 1...4096 ~= height
    else { throw .unconvertible }
    var bytes = Array(operation.scanner.bytes[image.data])
    do throws(UnpackingFault) {
      for filter in keys.filters {
        bytes = try unpacked(bytes, filter.name, spaces.budget)
        bytes = try undoPrediction(of: bytes, filter.parameters)
      }
    } catch { throw fault(error) }
    let size = PixelCount(width: width, height: height)
    let inks = target.pixels(try screen(bytes, size, keys.bits, space, decode: keys.decode))
    // In hexadecimal no byte can be taken for the image's end.
    let head =
      "BI /W \(width) /H \(height) /BPC 8 /CS \(target.isMask ? "/G" : "/CMYK") /F [/AHx /Fl]"
      + (keys.interpolates ? " /I true" : "") + " ID "
    return Array(head.utf8) + hexadecimal(deflate(inks)) + Array(">\nEI".utf8)
  }

  private func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}

/// How many pixels a picture has.
struct PixelCount {
  var width: Int
  var height: Int
  var count: Int { width * height }
}
