/// What content streams were found to paint with.
struct InkedFacts {
  var hasScreenColours = false
  var hasColours = false
  var spots: Set<String> = []
  var missingFonts: Set<String> = []
  var hasFourColourBlackText = false
  var hasWhiteOverprint = false
  var thinnestLine: Int?
  var lowestPPI: Int?

  /// A colour that is set. Colours of a mask are no ink.
  mutating func note(_ space: PDFColourSpace?, _ numbers: [Double], isMask: Bool) {
    guard let space else { return }
    note(space)
    guard !isMask else { return }
    switch space {
    case .rgb:
      let last = numbers.suffix(3)
      if last.contains(where: { $0 != last.first }) { hasColours = true }
    case .lab: if numbers.suffix(2).contains(where: { $0 != 0 }) { hasColours = true }
    case .cmyk: if numbers.suffix(4).prefix(3).contains(where: { $0 > 0 }) { hasColours = true }
    case .indexed(let base, _): notePixels(base, isMask: isMask)
    case .spot, .pattern, .unknown, .grey: break
    }
  }

  /// A space that is chosen, whatever colours it is for.
  mutating func note(_ space: PDFColourSpace) {
    if space.restsOnScreenColours { hasScreenColours = true }
    switch space {
    case .spot(let names, _, _):
      let inks = names.map { String($0.dropFirst()) }.filter { $0 != "None" && $0 != "Black" }
      if inks.contains(where: { $0 != "All" }) { hasColours = true }
      spots.formUnion(inks.filter { !["Cyan", "Magenta", "Yellow", "All"].contains($0) })
    case .indexed(let base, _): note(base)
    case .pattern(let under): if let under { note(under) }
    default: break
    }
  }

  /// A picture or a gradient: whether it is grey is not looked at.
  mutating func notePixels(_ space: PDFColourSpace, isMask: Bool) {
    note(space)
    guard !isMask else { return }
    switch space {
    case .rgb, .lab, .cmyk: hasColours = true
    case .indexed(let base, _): notePixels(base, isMask: isMask)
    default: break
    }
  }

  mutating func join(_ other: InkedFacts) {
    hasScreenColours = hasScreenColours || other.hasScreenColours
    hasColours = hasColours || other.hasColours
    hasFourColourBlackText = hasFourColourBlackText || other.hasFourColourBlackText
    hasWhiteOverprint = hasWhiteOverprint || other.hasWhiteOverprint
    spots.formUnion(other.spots)
    missingFonts.formUnion(other.missingFonts)
    thinnestLine = [thinnestLine, other.thinnestLine].compactMap { $0 }.min()
    lowestPPI = [lowestPPI, other.lowestPPI].compactMap { $0 }.min()
  }
}

/// How a user space lies in another (ISO 32000-1, 8.3.4).
struct PDFMatrix {
  var a, b, c, d, e, f: Double
  static let identity = PDFMatrix(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

  init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }

  static func * (first: PDFMatrix, then: PDFMatrix) -> PDFMatrix {
    PDFMatrix(
      a: first.a * then.a + first.b * then.c, b: first.a * then.b + first.b * then.d,
      c: first.c * then.a + first.d * then.c, d: first.c * then.b + first.d * then.d,
      e: first.e * then.a + first.f * then.c + then.e,
      f: first.e * then.b + first.f * then.d + then.f)
  }

  /// How long the sides of the unit square are, in points.
  var sides: (across: Double, down: Double) {
    ((a * a + b * b).squareRoot(), (c * c + d * d).squareRoot())
  }

  /// How much thicker a line is.
  var scale: Double {
    let scale = abs(a * d - b * c).squareRoot()
    return scale.isFinite ? min(scale, 1e6) : 1
  }
}
