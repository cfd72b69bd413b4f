import Geometry

/// What a set of line rules is made for.
package struct LineRulesKey: Hashable, Sendable {
  package var language: Language
  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  package var mode: WritingMode
  /// Thousandths of an em.
  package var hanLatinSpace: Int

  package init(
    language: Language, prohibition: ProhibitionLevel, punctuation: PunctuationStyle,
    mode: WritingMode, hanLatinSpace: Int
  ) {
    (self.language, self.prohibition, self.punctuation) = (language, prohibition, punctuation)
    (self.mode, self.hanLatinSpace) = (mode, hanLatinSpace)
  }
}

/// Every rule of one kind of paragraph as tables: a class has a body, two classes have a gap. Shared by all
/// paragraphs of the kind.
package final class LineRules: Sendable {
  package let key: LineRulesKey
  package let order: AdjustmentOrder
  /// By class; nil for what is as wide as its glyph.
  package let bodies: [MarkBody?]
  /// A row of rows: by joint, then class before, then class after.
  package let gaps: [GapRule]
  /// Blank kept before a class at a line's start, in thousandths of an em.
  package let lineStartBlank: [Int]
  /// Blank kept after a class at a line's end, and the step at which it goes all at once.
  package let lineEndBlank: [(kept: Int, step: Int)]
  /// Whether any blank is kept at line edges.
  package let keepsEdgeBlank: Bool
  /// Marks that may hang past the line's end (CLREQ 3.1.7; JLREQ 3.8.2).
  package let hanging: ClassSet

  package init(_ key: LineRulesKey) {
    self.key = key
    let order = AdjustmentOrder.of(key.language)
    self.order = order
    let bodies = CharacterClass.allCases.map {
      MarkBody.of($0, language: key.language, style: key.punctuation, mode: key.mode)
    }
    self.bodies = bodies
    gaps = GapMaker(key: key, order: order, bodies: bodies).table()
    let edges = LineEdges(key: key, order: order, bodies: bodies)
    lineStartBlank = CharacterClass.allCases.map(edges.blankAtStart)
    lineEndBlank = CharacterClass.allCases.map(edges.blankAtEnd)
    keepsEdgeBlank = key.punctuation == .fullWidth
    hanging = edges.hanging
  }

  package func gap(_ before: CharacterClass, _ after: CharacterClass, _ joint: Joint = .solid)
    -> GapRule
  {
    let count = CharacterClass.count
    return gaps[(Int(joint.rawValue) * count + before.index) * count + after.index]
  }
}

/// What becomes of marks at the edges of a line.
struct LineEdges {
  let key: LineRulesKey
  let order: AdjustmentOrder
  let bodies: [MarkBody?]

  private var isJapaneseOrKorean: Bool { key.language == .ja || key.language == .ko }

  /// An opening mark at the line's start loses its blank (CLREQ 3.1.6.3; JLREQ 3.1.5 pattern 1), unless
  /// Chinese marks are full width everywhere.
  func blankAtStart(of member: CharacterClass) -> Int {
    guard key.punctuation == .fullWidth, !isJapaneseOrKorean else { return 0 }
    return bodies[member.index]?.before ?? 0
  }

  /// A mark at the line's end is half wide (GB/T 15834 5.1.10); where marks are full width it loses its
  /// blank only when the line needs it, and then the whole (CLREQ 3.5.3, JLREQ 3.1.9).
  func blankAtEnd(of member: CharacterClass) -> (kept: Int, step: Int) {
    guard key.punctuation == .fullWidth else { return (0, 0) }
    let step = member == .middleDot ? order.lineEndDotShrink : order.lineEndShrink
    return (bodies[member.index]?.after ?? 0, step)
  }

  var hanging: ClassSet {
    switch key.language {
    case .zhHans: [.comma, .stop, .semicolon, .colon, .exclamation]
    // CLREQ 3.1.7: never in horizontal lines of Taiwan and Hong Kong.
    case .zhHantTW, .zhHantHK: key.mode == .vertical ? [.comma, .stop] : []
    case .ja, .ko: [.comma, .stop]
    }
  }
}
