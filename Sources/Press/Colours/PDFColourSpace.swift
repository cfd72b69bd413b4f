/// A colour space of a PDF (ISO 32000-1, 8.6), as far as the press has to know it.
indirect enum PDFColourSpace {
  case grey
  case cmyk
  /// DeviceRGB, CalRGB and profiles of three colours.
  case rgb
  case lab(CIELab)
  case indexed(base: PDFColourSpace, table: PDFObject)
  /// Spot colours (专色): Separation and DeviceN, with the colours that stand for them.
  case spot(names: [String], alternate: PDFColourSpace, definition: PDFObject)
  case pattern(under: PDFColourSpace?)
  case unknown

  /// No true file nests spaces deeper than an index of a spot colour over a profile.
  private static let mostDepth = 5

  init(_ object: PDFObject, depth: Int = mostDepth) {
    guard depth > 0 else {
      self = .unknown
      return
    }
    let kind = object.name ?? object[0].name
    func next(_ index: Int) -> PDFColourSpace { PDFColourSpace(object[index], depth: depth - 1) }
    switch kind {
    case "/DeviceGray", "/G", "/CalGray": self = .grey
    case "/DeviceRGB", "/RGB", "/CalRGB": self = .rgb
    case "/DeviceCMYK", "/CMYK", "/CalCMYK": self = .cmyk
    case "/ICCBased": self = PDFColourSpace(components: object[1]["/N"].integer)
    case "/Lab": self = .lab(CIELab(object[1]))
    case "/Indexed", "/I": self = .indexed(base: next(1), table: object[3])
    case "/Separation":
      self = .spot(names: [object[1].name ?? ""], alternate: next(2), definition: object)
    case "/DeviceN":
      let names = object[1].items.map { $0.name ?? "" }
      self = .spot(names: names, alternate: next(2), definition: object)
    case "/Pattern": self = .pattern(under: object.count > 1 ? next(1) : nil)
    default: self = .unknown
    }
  }

  private init(components: Int?) {
    switch components {
    case 1: self = .grey
    case 3: self = .rgb
    case 4: self = .cmyk
    default: self = .unknown
    }
  }

  /// Whether its numbers mean other colours than inks: they have to be separated.
  var isForScreens: Bool {
    switch self {
    case .rgb, .lab: true
    case .pattern(let under): under?.isForScreens ?? false
    default: false
    }
  }

  /// Whether such colours stand in it or behind it.
  var restsOnScreenColours: Bool {
    switch self {
    case .indexed(let base, _): base.restsOnScreenColours
    case .spot(_, let alternate, _): alternate.restsOnScreenColours
    default: isForScreens
    }
  }
}

/// CIE L*a*b* (ISO 32000-1, 8.6.5.4), which files use for spot colours.
struct CIELab {
  /// The least and the most of a* and b*.
  let range: [Double]

  init(_ dictionary: PDFObject) {
    let given = dictionary["/Range"].numbers ?? []
    range = given.count == 4 ? given : [-100, 100, -100, 100]
  }

  /// The colour on a screen, 0 to 1, seen under D50 as the papers of print are (IEC 61966-2-1, adapted by Bradford).
  func screen(_ lab: [Double]) -> [Double] {
    guard lab.count == 3 else { return [0, 0, 0] }
    let fy = (lab[0] + 16) / 116
    let (x, y, z) = (
      0.9642 * part(fy + lab[1] / 500), part(fy), 0.8249 * part(fy - lab[2] / 200)
    )
    return [
      3.1339 * x - 1.6169 * y - 0.4906 * z, -0.9788 * x + 1.9161 * y + 0.0335 * z,
      0.0719 * x - 0.2290 * y + 1.4052 * z,
    ].map(curve)
  }

  private func part(_ value: Double) -> Double {
    value > 6.0 / 29 ? value * value * value : (value - 4.0 / 29) * 108 / 841
  }

  private func curve(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    let value = min(1, max(0, value))
    return value <= 0.0031308 ? value * 12.92 : 1.055 * power(value, 1 / 2.4) - 0.055
  }
}
