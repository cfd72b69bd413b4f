import Geometry

/// What a set of line rules is made for.
package struct LineRulesKey: Hashable, Sendable {
  package var language: Language
  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  package var mode: WritingMode
  /// Thousandths of an em.
  package var hanLatinSpace: Int
  package var reduction = ReductionTable.jlreq
  /// nil is the region's habit.
  package var opening: OpeningStyle?
  package var koreanBreak = KoreanBreak.word

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
  package let prohibition: Prohibition
  /// By class; nil for what is as wide as its glyph.
  package let bodies: [MarkBody?]
  /// A row of rows: by joint, then class before, then class after.
  package let gaps: [GapRule]
  /// Blank kept before a class at a line's start, in thousandths of an em.
  package let lineStartBlank: [Int]
  /// The same at a paragraph's start; negative where the mark stands before the indent.
  package let paragraphStartBlank: [Int]
  /// Blank kept after a class at a line's end, and the step at which it goes all at once.
  package let lineEndBlank: [(kept: Int, step: Int)]
  /// Whether any blank is kept at line edges.
  package let keepsEdgeBlank: Bool
  /// Marks that may hang past the line's end (CLREQ 3.1.7; JLREQ 3.8.2).
  package let hanging: ClassSet

  package init(_ key: LineRulesKey) {
    self.key = key
    let order = AdjustmentOrder.of(key.language, key.reduction)
    self.order = order
    let bodies = CharacterClass.allCases.map {
      MarkBody.of($0, language: key.language, style: key.punctuation, mode: key.mode)
    }
    self.bodies = bodies
    let maker = GapMaker(key: key, order: order, bodies: bodies)
    prohibition = maker.prohibition
    gaps = maker.table()
    let edges = LineEdges(key: key, order: order, bodies: bodies)
    lineStartBlank = CharacterClass.allCases.map(edges.blankAtStart)
    paragraphStartBlank = CharacterClass.allCases.map(edges.blankAtParagraphStart)
    let endBlank = CharacterClass.allCases.map(edges.blankAtEnd)
    lineEndBlank = endBlank
    keepsEdgeBlank =
      lineStartBlank.contains { $0 != 0 } || paragraphStartBlank.contains { $0 != 0 }
      || endBlank.contains { $0.kept != 0 }
    hanging = edges.hanging
  }

  /// Whether a mark at the line's end loses the blank on both its sides at once.
  package func hasEndDot(_ member: CharacterClass) -> Bool {
    (bodies[member.index]?.before ?? 0) > 0 && lineEndBlank[member.index].step > 0
  }

  package func gap(_ before: CharacterClass, _ after: CharacterClass, _ joint: Joint = .solid)
    -> GapRule
  {
    let count = CharacterClass.count
    return gaps[(Int(joint.rawValue) * count + before.index) * count + after.index]
  }
}
