/// Turns the colour spaces of a file's resources into those of plates, and the gradients and spot colours that
/// rest on them.
struct SpaceConversion {
  let document: PDFDocument
  let target: InkTarget
  let budget: UnpackingBudget

  /// Steps of a gradient: as many as 8 bits tell apart.
  private static let steps = 256

  /// What stands for a space; nil when it may stay as it is.
  func converted(_ object: PDFObject) throws(ConversionFault) -> PDFObject? {
    switch PDFColourSpace(object) {
    case .grey: return object.isArray ? document.name("/DeviceGray") : nil
    case .cmyk: return object.isArray ? document.name("/DeviceCMYK") : nil
    case .rgb, .lab: return document.name(target.spaceName)
    case .indexed(let base, _): return try indexed(object, base)
    case .spot: return try spot(object)
    case .pattern:
      guard object.isArray, object.count > 1, let under = try converted(object[1]) else {
        return nil
      }
      return document.array([document.name("/Pattern"), under])
    case .unknown: throw .unconvertible
    }
  }

  private func indexed(_ object: PDFObject, _ base: PDFColourSpace) throws(ConversionFault)
    -> PDFObject?
  {
    guard let space = try converted(object[1]) else { return nil }
    var table = object[3]
    if base.isForScreens { table = document.binary(try inks(ofTable: table, base)) }
    return document.array([object[0], space, object[2], table])
  }

  /// The colours of an index, a byte for each part (ISO 32000-1, 8.6.6.3).
  private func inks(ofTable table: PDFObject, _ base: PDFColourSpace) throws(ConversionFault)
    -> [UInt8]
  {
    var bytes = table.bytes ?? []
    if table.isStream {
      do throws(UnpackingFault) { bytes = try table.unpack(budget) } catch {
        throw .unpacking(error)
      }
    }
    var inks: [UInt8] = []
    for at in stride(from: 0, to: bytes.count - 2, by: 3) {
      let values = base.values(of: bytes[at..<at + 3])
      inks += try target.numbers(of: base, values).map { UInt8(($0 * 255).rounded()) }
    }
    return inks
  }

  /// A spot colour keeps its name and its tints; only what stands for it on other presses changes.
  private func spot(_ object: PDFObject) throws(ConversionFault) -> PDFObject? {
    let alternate = PDFColourSpace(object[2])
    guard let space = try converted(object[2]) else { return nil }
    var function = object[3]
    if alternate.isForScreens {
      guard case .spot(let names, _, _) = PDFColourSpace(object), names.count == 1 else {
        throw .unconvertible
      }
      function = try sampled(function, domain: [0, 1], alternate)
    }
    // What else DeviceN says of its colours describes them for screens.
    return document.array([object[0], object[1], space, function])
  }

  /// A function of colours in steps, each of them separated.
  func sampled(_ object: PDFObject, domain: [Double], _ space: PDFColourSpace)
    throws(ConversionFault) -> PDFObject
  {
    var bytes: [UInt8] = []
    let function = try function(object)
    for step in 0..<SpaceConversion.steps {
      let share = Double(step) / Double(SpaceConversion.steps - 1)
      let colour = function(domain[0] + share * (domain[1] - domain[0]))
      for number in try target.numbers(of: space, colour) {
        let value = UInt16((number * 65_535).rounded())
        bytes += [UInt8(value >> 8), UInt8(value & 255)]
      }
    }
    let stream = document.indirect(document.stream([]))
    stream.replaceData(deflate(bytes), filter: "/FlateDecode")
    let range = Array(repeating: "0 1", count: target.count).joined(separator: " ")
    let keys = [
      ("/FunctionType", "0"), ("/Domain", "[\(written(domain[0])) \(written(domain[1]))]"),
      ("/Range", "[\(range)]"), ("/Size", "[\(SpaceConversion.steps)]"), ("/BitsPerSample", "16"),
    ]
    for (key, value) in keys { stream.set(key, document.parse(value)) }
    return stream
  }

  private func function(_ object: PDFObject) throws(ConversionFault) -> PDFFunction {
    do throws(UnpackingFault) {
      if let function = try PDFFunction(object, budget) { return function }
    } catch { throw .unpacking(error) }
    throw .unconvertible
  }

  /// Axial and radial gradients (8.7.4.5.3 and .4); meshes of screen colours have to be drawn.
  func convert(shading: PDFObject) throws(ConversionFault) {
    let named = shading["/ColorSpace"]
    let space = PDFColourSpace(named)
    guard let replacement = try converted(named) else { return }
    if space.isForScreens {
      guard let kind = shading["/ShadingType"].integer, [2, 3].contains(kind) else {
        throw .unconvertible
      }
      let domain = shading["/Domain"].numbers ?? [0, 1]
      guard domain.count == 2 else { throw .unconvertible }
      shading.set("/Function", try sampled(shading["/Function"], domain: domain, space))
      if let ground = shading["/Background"].numbers {
        let numbers = try target.numbers(of: space, ground).map(written).joined(separator: " ")
        shading.set("/Background", document.parse("[\(numbers)]"))
      }
    }
    shading.set("/ColorSpace", replacement)
  }
}

extension PDFColourSpace {
  /// The numbers that three bytes of a picture or of an index stand for.
  func values(of bytes: ArraySlice<UInt8>) -> [Double] {
    let shares = bytes.map { Double($0) / 255 }
    guard case .lab(let lab) = self, shares.count == 3 else { return shares }
    let range = lab.range
    return [
      shares[0] * 100, range[0] + shares[1] * (range[1] - range[0]),
      range[2] + shares[2] * (range[3] - range[2]),
    ]
  }
}
