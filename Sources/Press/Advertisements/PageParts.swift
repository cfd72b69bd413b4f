/// A content stream that a page draws: its own, a form's, a pattern's or a glyph's.
struct ContentPart {
  enum Kind { case page, form, pattern, glyph }

  var kind: Kind
  /// What holds the resources and, but for a page, the content.
  var owner: PDFObject
  var resources: PDFObject
  /// A page may have its content in pieces, parted between two tokens (ISO 32000-1, 7.8.2).
  var streams: [PDFObject]
  /// Drawn for its lightness alone, as a soft mask (11.6.5.3).
  var isMask = false

  func content(_ budget: UnpackingBudget) throws(UnpackingFault) -> [UInt8] {
    var bytes: [UInt8] = []
    for stream in streams { bytes += try stream.unpack(budget) + [0x0A] }
    return bytes
  }
}

/// All that a page draws with, each once, wherever it is named: content, pictures, gradients, fonts, states.
struct PageParts {
  private(set) var contents: [ContentPart] = []
  private(set) var images: [(object: PDFObject, isMask: Bool)] = []
  private(set) var shadings: [(object: PDFObject, isMask: Bool)] = []
  private(set) var states: [PDFObject] = []
  private var seen: Set<Int> = []

  /// More things than this on one page are an attack.
  private static let most = 50_000

  init(page: PDFObject) throws(AdvertisementFault) {
    let contents = page["/Contents"]
    let streams = contents.isArray ? contents.items : [contents]
    guard streams.count <= PageParts.most else { throw .broken(reason: "it has too many parts") }
    self.contents = [
      ContentPart(
        kind: .page, owner: page, resources: page["/Resources"], streams: streams.filter(\.isStream)
      )
    ]
    var next = 0
    while next < self.contents.count {
      collect(from: self.contents[next])
      next += 1
      guard seen.count <= PageParts.most else { throw .broken(reason: "it has too many parts") }
    }
  }

  /// False when an object was here before. Direct objects cannot be named twice.
  private mutating func isNew(_ object: PDFObject) -> Bool {
    guard let number = object.number else { return true }
    return seen.insert(number).inserted
  }

  private mutating func collect(from part: ContentPart) {
    let resources = part.resources
    for (_, object) in resources["/XObject"].entries where isNew(object) {
      if object["/Subtype"].name == "/Form" {
        add(.form, object, part)
      } else {
        images.append((object, part.isMask))
      }
    }
    for (_, pattern) in resources["/Pattern"].entries where isNew(pattern) {
      if pattern.isStream { add(.pattern, pattern, part) }
      addShading(pattern["/Shading"], part)
      addState(pattern["/ExtGState"], part)
    }
    for (_, shading) in resources["/Shading"].entries { addShading(shading, part) }
    for (_, state) in resources["/ExtGState"].entries { addState(state, part) }
    for (_, font) in resources["/Font"].entries { addFont(font, part) }
  }

  private mutating func add(
    _ kind: ContentPart.Kind, _ object: PDFObject, _ parent: ContentPart, isMask: Bool = false
  ) {
    // A form without resources takes those of what draws it (ISO 32000-1, 7.8.3).
    let own = object["/Resources"]
    contents.append(
      ContentPart(
        kind: kind, owner: object, resources: own.isDictionary ? own : parent.resources,
        streams: [object], isMask: isMask || parent.isMask))
  }

  private mutating func addShading(_ shading: PDFObject, _ part: ContentPart) {
    if !shading.isNull, isNew(shading) { shadings.append((shading, part.isMask)) }
  }

  private mutating func addState(_ state: PDFObject, _ part: ContentPart) {
    guard state.isDictionary, isNew(state) else { return }
    states.append(state)
    let mask = state["/SMask"]
    if mask["/G"].isStream, isNew(mask["/G"]) {
      add(.form, mask["/G"], part, isMask: mask["/S"].name == "/Luminosity")
    }
    addFont(state["/Font"][0], part)
  }

  private mutating func addFont(_ font: PDFObject, _ part: ContentPart) {
    guard font["/Subtype"].name == "/Type3", isNew(font) else { return }
    let own = font["/Resources"]
    for (_, glyph) in font["/CharProcs"].entries where glyph.isStream && isNew(glyph) {
      contents.append(
        ContentPart(
          kind: .glyph, owner: font, resources: own.isDictionary ? own : part.resources,
          streams: [glyph], isMask: part.isMask))
    }
  }
}

extension PDFObject {
  /// Keys and values of a dictionary, in the order of the keys.
  var entries: [(key: String, value: PDFObject)] { keys.map { ($0, self[$0]) } }
}
