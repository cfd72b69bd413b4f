/// Separates the colours that a content stream sets. All other bytes stay what they were.
struct ContentRewriter {
  private let part: ContentPart
  private let target: InkTarget
  private let pictures: ImageConversion
  private let spaces: NamedSpaces
  private var tracker: ColourTracker
  private var written: [UInt8] = []

  init(_ part: ContentPart, _ target: InkTarget, _ pictures: ImageConversion) {
    (self.part, self.target, self.pictures) = (part, target, pictures)
    spaces = NamedSpaces(part.resources)
    tracker = ColourTracker(isPage: part.kind == .page)
  }

  /// The new bytes; nil when nothing had to change.
  mutating func rewrite(_ bytes: [UInt8]) throws(ConversionFault) -> [UInt8]? {
    var operations = ContentOperations(bytes)
    var copied = 0
    while operations.next() {
      guard let text = try replacement(operations) else { continue }
      written += bytes[copied..<operations.range.lowerBound] + text
      copied = operations.range.upperBound
    }
    guard copied > 0 else { return nil }
    return written + bytes[copied...]
  }

  private mutating func replacement(_ operation: ContentOperations) throws(ConversionFault)
    -> [UInt8]?
  {
    if operation.word == "BI" { return try pictures.inline(operation, spaces) }
    // Fonts that are not in the file are left out, and with them their names.
    if operation.word == "Tf", let name = operation.name {
      return part.resources["/Font"]["/" + name].lacksFontFile ? [] : nil
    }
    switch tracker.follow(operation, spaces) {
    case .chooses(_, let stroking):
      guard operation.name == "DeviceRGB" else { return nil }
      return Array("\(target.spaceName) \(stroking ? "CS" : "cs")".utf8)
    case .sets(let space, let numbers, let stroking):
      guard let space else {
        // Three numbers in a space that is decided elsewhere may be red, green and blue.
        if numbers.count == 3 { throw .unconvertible }
        return nil
      }
      guard space.isForScreens else { return nil }
      return try set(space, numbers, operation, stroking)
    case nil: return nil
    }
  }

  private func set(
    _ space: PDFColourSpace, _ numbers: [Double], _ operation: ContentOperations, _ stroking: Bool
  ) throws(ConversionFault) -> [UInt8]? {
    if case .pattern(let under) = space {
      guard let under, under.isForScreens, let name = operation.nameRange, !numbers.isEmpty else {
        return nil
      }
      let colour = try target.numbers(of: under, numbers)
      let pattern = Array(operation.scanner.bytes[name])
      return text(colour) + pattern + Array(stroking ? " SCN".utf8 : " scn".utf8)
    }
    let isShort = operation.word == "rg" || operation.word == "RG"
    let (fill, stroke) = isShort ? (target.isMask ? ("g", "G") : ("k", "K")) : ("sc", "SC")
    return text(try target.numbers(of: space, numbers)) + Array((stroking ? stroke : fill).utf8)
  }

  private func text(_ numbers: [Double]) -> [UInt8] {
    Array((numbers.map(Press.written).joined(separator: " ") + " ").utf8)
  }
}
