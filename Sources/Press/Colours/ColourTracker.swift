/// The colour spaces that a content stream may name, by its resources.
final class NamedSpaces {
  private let resources: PDFObject
  private var known: [String: PDFColourSpace] = [:]

  init(_ resources: PDFObject) { self.resources = resources }

  /// `name` without its solidus.
  subscript(name: String) -> PDFColourSpace {
    if let space = known[name] { return space }
    let named = resources["/ColorSpace"]["/" + name]
    let space = PDFColourSpace(named.isNull ? resources.document.name("/" + name) : named)
    known[name] = space
    return space
  }
}

/// What an operator does to a colour.
enum ColourChange {
  case chooses(PDFColourSpace, stroking: Bool)
  /// The numbers in a space; nil where the form was drawn decides which space that is (ISO 32000-1, 8.10.1).
  case sets(PDFColourSpace?, [Double], stroking: Bool)
}

/// Follows the current colours through a content stream, with what `q` and `Q` keep.
struct ColourTracker {
  private struct Spaces {
    var fill: PDFColourSpace?
    var stroke: PDFColourSpace?
  }

  private var now: Spaces
  private var kept: [Spaces] = []
  /// Deeper nesting is an attack; readers know 28 levels (ISO 32000-1, annex C).
  private static let mostKept = 1000

  init(isPage: Bool) {
    now = isPage ? Spaces(fill: .grey, stroke: .grey) : Spaces()
  }

  mutating func follow(_ operation: ContentOperations, _ spaces: NamedSpaces) -> ColourChange? {
    switch operation.word {
    case "q":
      if kept.count < ColourTracker.mostKept { kept.append(now) }
    case "Q":
      if let last = kept.popLast() { now = last }
    case "g": return set(.grey, operation, stroking: false)
    case "G": return set(.grey, operation, stroking: true)
    case "k": return set(.cmyk, operation, stroking: false)
    case "K": return set(.cmyk, operation, stroking: true)
    case "rg": return set(.rgb, operation, stroking: false)
    case "RG": return set(.rgb, operation, stroking: true)
    case "cs": return choose(operation, spaces, stroking: false)
    case "CS": return choose(operation, spaces, stroking: true)
    case "sc", "scn": return .sets(now.fill, operation.numbers, stroking: false)
    case "SC", "SCN": return .sets(now.stroke, operation.numbers, stroking: true)
    default: break
    }
    return nil
  }

  private mutating func set(
    _ space: PDFColourSpace, _ operation: ContentOperations, stroking: Bool
  ) -> ColourChange {
    if stroking { now.stroke = space } else { now.fill = space }
    return .sets(space, operation.numbers, stroking: stroking)
  }

  private mutating func choose(
    _ operation: ContentOperations, _ spaces: NamedSpaces, stroking: Bool
  ) -> ColourChange? {
    guard let name = operation.name else { return nil }
    let space = spaces[name]
    if stroking { now.stroke = space } else { now.fill = space }
    return .chooses(space, stroking: stroking)
  }
}
