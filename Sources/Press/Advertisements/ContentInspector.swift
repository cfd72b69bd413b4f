/// Reads what one content stream paints, and with what.
struct ContentInspector {
  private struct State {
    var matrix: PDFMatrix
    var fill: Paint = .grey(0)
    var stroke: Paint = .grey(0)
    var lineWidth = 1.0
    var overprintsFill = false
    var overprintsStroke = false
    /// 0 fills letters, 1 strokes them, 2 does both; 3 and 7 show nothing (ISO 32000-1, 9.3.6).
    var textMode = 0
    var fontIsMissing: String?
  }

  /// A colour as far as the press asks about it.
  private enum Paint {
    case grey(Double)
    case inks([Double])
    case other
  }

  private let part: ContentPart
  private let spaces: NamedSpaces
  private var tracker: ColourTracker
  private var state: State
  private var kept: [State] = []
  private(set) var facts = InkedFacts()
  /// How forms lie where they are first drawn, by their object numbers.
  private(set) var placed: [Int: PDFMatrix] = [:]

  init(_ part: ContentPart, matrix: PDFMatrix) {
    self.part = part
    spaces = NamedSpaces(part.resources)
    tracker = ColourTracker(isPage: part.kind == .page)
    state = State(matrix: matrix)
  }

  mutating func run(_ bytes: [UInt8]) {
    var operations = ContentOperations(bytes)
    while operations.next() {
      if let change = tracker.follow(operations, spaces) { note(change) }
      apply(operations)
    }
  }

  private mutating func note(_ change: ColourChange) {
    guard case .sets(let space, let numbers, let stroking) = change else {
      if case .chooses(let space, let stroking) = change { choose(space, stroking) }
      return
    }
    facts.note(space, numbers, isMask: part.isMask)
    let paint: Paint
    switch space {
    case .grey: paint = .grey(numbers.last ?? 0)
    case .cmyk where numbers.count >= 4: paint = .inks(Array(numbers.suffix(4)))
    default: paint = .other
    }
    if stroking { state.stroke = paint } else { state.fill = paint }
  }

  /// A space begins with its black (8.6.3).
  private mutating func choose(_ space: PDFColourSpace, _ stroking: Bool) {
    facts.note(space)
    let paint: Paint
    switch space {
    case .grey: paint = .grey(0)
    case .cmyk: paint = .inks([0, 0, 0, 1])
    default: paint = .other
    }
    if stroking { state.stroke = paint } else { state.fill = paint }
  }

  private mutating func apply(_ operation: ContentOperations) {
    let numbers = operation.numbers
    switch operation.word {
    case "q": if kept.count < 1000 { kept.append(state) }
    case "Q": if let last = kept.popLast() { state = last }
    case "cm": if let step = PDFMatrix(numbers) { state.matrix = step * state.matrix }
    case "w": state.lineWidth = numbers.last ?? 1
    case "Tr": state.textMode = Int(exactly: numbers.last ?? 0) ?? 0
    case "gs": apply(state: part.resources["/ExtGState"]["/" + (operation.name ?? "")])
    case "Tf": state.fontIsMissing = missingFont(operation.name ?? "")
    case "f", "F", "f*": paint(fills: true, strokes: false)
    case "S", "s": paint(fills: false, strokes: true)
    case "B", "B*", "b", "b*": paint(fills: true, strokes: true)
    case "Tj", "TJ", "'", "\"": show()
    case "Do": draw(part.resources["/XObject"]["/" + (operation.name ?? "")])
    case "BI": if let image = operation.image { drawInline(operation, image) }
    default: break
    }
  }

  private mutating func apply(state object: PDFObject) {
    if let width = object["/LW"].number64 { state.lineWidth = width }
    if let both = object["/OP"].bool {
      state.overprintsStroke = both
      if !object.has("/op") { state.overprintsFill = both }
    }
    if let fill = object["/op"].bool { state.overprintsFill = fill }
    let font = object["/Font"][0]
    if font.isDictionary { state.fontIsMissing = missingName(of: font) }
  }

  private mutating func paint(fills: Bool, strokes: Bool) {
    if fills, state.overprintsFill, isWhite(state.fill) { facts.hasWhiteOverprint = true }
    guard strokes else { return }
    if state.overprintsStroke, isWhite(state.stroke) { facts.hasWhiteOverprint = true }
    let width = state.lineWidth * state.matrix.scale
    guard width >= 0, width < 1e6 else { return }
    facts.thinnestLine = min(facts.thinnestLine ?? .max, Int((width * 1000).rounded()))
  }

  private mutating func show() {
    if let font = state.fontIsMissing { facts.missingFonts.insert(font) }
    guard ![3, 7].contains(state.textMode) else { return }
    let (fills, strokes) = (
      ![1, 5].contains(state.textMode), [1, 2, 5, 6].contains(state.textMode)
    )
    if fills, isFourColourBlack(state.fill) { facts.hasFourColourBlackText = true }
    if strokes, isFourColourBlack(state.stroke) { facts.hasFourColourBlackText = true }
    if fills, state.overprintsFill, isWhite(state.fill) { facts.hasWhiteOverprint = true }
  }

  private func isWhite(_ paint: Paint) -> Bool {
    switch paint {
    case .grey(let value): value >= 1
    case .inks(let inks): inks.allSatisfy { $0 <= 0 }
    case .other: false
    }
  }

  /// Dark as black type and made of several inks: out of register it is a blur (GWG 2015).
  private func isFourColourBlack(_ paint: Paint) -> Bool {
    guard case .inks(let inks) = paint else { return false }
    let coloured = inks[0] + inks[1] + inks[2]
    return (inks[3] >= 0.85 && coloured > 0) || (inks[3] > 0 && inks[..<3].allSatisfy { $0 >= 0.5 })
  }

  private func missingFont(_ name: String) -> String? {
    missingName(of: part.resources["/Font"]["/" + name])
  }

  private func missingName(of font: PDFObject) -> String? {
    font.lacksFontFile ? String((font["/BaseFont"].name ?? "/?").dropFirst()) : nil
  }

  private mutating func draw(_ object: PDFObject) {
    if object["/Subtype"].name == "/Form" {
      guard let number = object.number, placed[number] == nil else { return }
      let own = PDFMatrix(object["/Matrix"].numbers ?? []) ?? .identity
      placed[number] = own * state.matrix
    } else if object["/ImageMask"].bool != true {
      noteResolution(width: object["/Width"].integer, height: object["/Height"].integer)
    }
  }

  private mutating func drawInline(
    _ operation: ContentOperations, _ image: (keys: Range<Int>, data: Range<Int>)
  ) {
    let keys = InlineImageKeys(operation, image.keys, in: part.resources.document)
    guard !keys.isMask else { return }
    facts.note(keys.space(spaces))
    facts.notePixels(keys.space(spaces), isMask: part.isMask)
    noteResolution(width: keys.width, height: keys.height)
  }

  /// An image fills the unit square (8.9.5.1).
  private mutating func noteResolution(width: Int?, height: Int?) {
    let (across, down) = state.matrix.sides
    guard let width, let height, across > 1, down > 1 else { return }
    let ppi = min(Double(width) / across, Double(height) / down) * 72
    // A picture of a few pixels is a tint or a shadow.
    guard width > 16, height > 16, ppi.isFinite else { return }
    facts.lowestPPI = min(facts.lowestPPI ?? .max, Int(min(ppi, 1e6)))
  }
}

extension PDFObject {
  /// A font whose letters are not in the file (ISO 32000-1, 9.6.6; the glyphs of Type 3 are always there).
  var lacksFontFile: Bool {
    guard isDictionary, self["/Subtype"].name != "/Type3" else { return false }
    let inner = self["/Subtype"].name == "/Type0" ? self["/DescendantFonts"][0] : self
    let descriptor = inner["/FontDescriptor"]
    return !["/FontFile", "/FontFile2", "/FontFile3"].contains(where: descriptor.has)
  }
}
