import CJKRules
import Fonts
import Geometry

/// Marks whose place in a vertical frame is not left to the font: lines and dots lie on the axis, and marks that the
/// font has no vertical form of, or no good one, move to where such a form has its ink.
extension CellMaker {
  /// Moves the glyphs from `first` on, which stand for one character in a frame `width` long.
  mutating func settle(glyphsFrom first: Int, of kind: CharacterClass, width: Int) {
    guard Self.settled.contains(kind), first < paragraph.glyphs.count else { return }
    let look = paragraph.looks[currentLook]
    let glyph = paragraph.glyphs[first]
    guard let ink = book[look.font].ink(of: glyph.id) else { return }
    let place = InkPlace(ink, of: glyph, look, unitsPerEm: book[look.font].unitsPerEm)
    let move = move(place, kind, look, width: width)
    guard move.inline != 0 || move.block != 0 else { return }
    for index in first..<paragraph.glyphs.count {
      paragraph.glyphs[index].inline += Int32(truncatingIfNeeded: move.inline)
      paragraph.glyphs[index].block += Int32(truncatingIfNeeded: move.block)
    }
  }

  /// Letters and digits that stand upright are solid with Han (JLREQ 3.2.5): a space that is typed between them,
  /// as before Latin in horizontal lines, goes. Spaces of Korean part words.
  func keepsSpace(after last: Cell, before text: Int) -> Bool {
    guard text < classes.count, paragraph.source.style.language != .ko else { return true }
    let (before, after) = (last.kind, classes[text])
    return !(before == .wideAlphanumeric && ClassSet.han.contains(after))
      && !(ClassSet.han.contains(before) && after == .wideAlphanumeric)
  }

  private static let lines: ClassSet = [
    .dash, .ellipsis, .shortConnector, .quarterHyphen, .longConnector,
  ]
  private static let settled: ClassSet = lines.union([
    .middleDot, .comma, .stop, .semicolon, .colon, .exclamation, .smallKana,
  ])

  private func move(
    _ ink: InkPlace, _ kind: CharacterClass, _ look: Look, width: Int
  ) -> InkMove {
    if Self.lines.contains(kind) { return InkMove(inline: 0, block: -ink.block) }
    if kind == .middleDot { return InkMove(inline: width / 2 - ink.inline, block: -ink.block) }
    guard case .upright = look.orientation else { return InkMove() }
    return VerticalCorner.of(kind, paragraph.source.style.language).move(ink, em: look.em)
  }
}

/// Where the middle of a glyph's ink stands: from its frame's start along the line, and from the axis,
/// leftwards. `Length` units.
private struct InkPlace {
  var inline: Int
  var block: Int

  init(_ ink: InkBox, of glyph: CellGlyph, _ look: Look, unitsPerEm: Int) {
    let x = (ink.left + ink.right) * look.size * look.condense / (2000 * unitsPerEm)
    let y = (ink.bottom + ink.top) * look.size / (2 * unitsPerEm)
    switch look.orientation {
    case .upright: (inline, block) = (Int(glyph.inline) - y, Int(glyph.block) - x)
    case .rotated: (inline, block) = (Int(glyph.inline) + x, Int(glyph.block) - y)
    }
  }
}

private struct InkMove {
  var inline = 0
  var block = 0
}

/// Where in its frame a mark of horizontal lines belongs in vertical ones (CLREQ 3.1.6.1 and 2.4.2, JLREQ 3.1.2).
private enum VerticalCorner {
  /// From the lower left to the upper right: pause and stop marks of the mainland and of Japan. Those of a font made
  /// for Taiwan stay in the middle.
  case upperRight
  /// From the left to the right half: the mainland's ！？：；.
  case rightHalf
  /// Taiwan's and Hong Kong's marks, Japan's ！？.
  case middle
  /// A little to the upper right: small kana.
  case raised

  static func of(_ kind: CharacterClass, _ language: Language) -> VerticalCorner {
    if kind == .smallKana { return .raised }
    if language.centresMarks { return .middle }
    switch kind {
    case .comma, .stop: return .upperRight
    default: return language == .zhHans ? .rightHalf : .middle
    }
  }

  /// Ink that stands there already, near enough, stays.
  func move(_ ink: InkPlace, em: Int) -> InkMove {
    let middle = em / 2 - ink.inline
    let tolerance = em * 15 / 100
    let isLeft = ink.block > 0
    let isNear = abs(middle) < tolerance && abs(ink.block) < tolerance
    switch self {
    case .upperRight:
      if isNear { return InkMove() }
      return InkMove(
        inline: ink.inline > em * 2 / 5 ? em / 4 - ink.inline : 0,
        block: isLeft ? -2 * ink.block : 0)
    case .rightHalf:
      return InkMove(
        inline: abs(middle) < tolerance ? 0 : middle, block: isLeft ? -2 * ink.block : 0)
    case .middle:
      return isNear ? InkMove() : InkMove(inline: middle, block: -ink.block)
    // Measured on fonts that have the forms: Noto Serif and Sans CJK, LXGW WenKai.
    case .raised:
      return ink.block < -em / 20
        ? InkMove() : InkMove(inline: -em * 11 / 100, block: -em * 14 / 100)
    }
  }
}
