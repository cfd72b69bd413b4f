import CJKRules
import Fonts
import Geometry

/// The ㄅㄆㄇ of one character (注音符號): its symbols one under the other, right of the character in both
/// writing modes (CLREQ 3.3.3). `Length` units.
struct Zhuyin {
  /// A sign with its origin from the upper right corner of the character's frame: x rightwards, y downwards.
  struct Sign {
    var font: FontID
    var glyph: UInt32
    var x: Int
    var y: Int
  }

  var scalars: [Unicode.Scalar]
  /// One for each scalar.
  var signs: [Sign]
  var size: Int
  /// One em of the character.
  var em: Int
  /// What it takes of the line's length: half an em, in horizontal lines only.
  var room: Int
}

/// What a sign does.
private enum ZhuyinSign {
  case symbol, tone, checkedTone, neutralTone

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x02C7, 0x02C9, 0x02CA, 0x02CB, 0x02EA, 0x02EB: self = .tone
    case 0x02D9: self = .neutralTone
    case 0x31B4...0x31B7, 0x31BB: self = .checkedTone
    default: self = .symbol
    }
  }
}

/// The places of the signs in sixtieths of the character's em: a room of 30 × 60, symbols of 18 × 18, tones
/// of 10 × 10 (CLREQ 3.3.3, whose draft of 2014 gives 15:30, 9:9 and 5:5).
private struct ZhuyinFrame {
  static let whole = 60
  static let symbol = 18
  static let tone = 10
  /// The neutral tone before the symbols: a tenth of the em.
  static let neutral = 6

  /// Where the column of signs begins, under half of what is left of the em.
  let top: Int
  /// The height of one symbol.
  let symbol: Int
  let symbols: Int
  let hasNeutral: Bool

  init(_ signs: [ZhuyinSign]) {
    symbols = signs.count { if case .symbol = $0 { true } else { false } }
    hasNeutral = signs.contains { if case .neutralTone = $0 { true } else { false } }
    let neutral = hasNeutral ? Self.neutral : 0
    symbol = min(Self.symbol, (Self.whole - neutral) / max(1, symbols))
    top = (Self.whole - symbols * symbol - neutral) / 2
  }

  /// The upper edge of a symbol.
  func edge(_ symbol: Int) -> Int { top + (hasNeutral ? Self.neutral : 0) + symbol * self.symbol }

  /// The middle of a tone, in halves of a sixtieth.
  func middle(of sign: ZhuyinSign) -> (x: Int, y: Int) {
    let outside = 2 * Self.symbol + Self.tone
    switch sign {
    // Half of it reaches above the last symbol's upper edge.
    case .symbol, .tone: return (outside, 2 * edge(max(0, symbols - 1)))
    case .checkedTone: return (outside, 2 * edge(symbols) - Self.tone)
    case .neutralTone: return (Self.symbol, 2 * top + Self.neutral)
    }
  }
}

extension CellMaker {
  mutating func addZhuyin(_ scalars: [Unicode.Scalar], at cell: Int, _ span: TextSpan) {
    guard !scalars.isEmpty else { return }
    let em = span.style.size.units
    let isLevel = if case .horizontal = paragraph.source.style.mode { true } else { false }
    let kinds = scalars.map { ZhuyinSign($0) }
    let frame = ZhuyinFrame(kinds)
    let size = em * frame.symbol / ZhuyinFrame.whole
    var symbols = 0
    let signs = zip(scalars, kinds).map { scalar, kind in
      defer { if case .symbol = kind { symbols += 1 } }
      return sign(scalar, kind, frame, symbols, size: size, em: em)
    }
    let zhuyin = Zhuyin(
      scalars: scalars, signs: signs, size: size, em: em, room: isLevel ? em / 2 : 0)
    paragraph.rubies.append(
      Ruby(
        manner: .zhuyin(zhuyin), cells: cell..<cell + 1, boxes: [paragraph.cells[cell].width],
        gaps: [], text: ShapedParagraph(source: paragraph.source, rules: paragraph.rules),
        parts: [], block: 0, em: em))
  }

  private func sign(
    _ scalar: Unicode.Scalar, _ kind: ZhuyinSign, _ frame: ZhuyinFrame, _ symbol: Int, size: Int,
    em: Int
  ) -> Zhuyin.Sign {
    let own = book.face(for: paragraph.source.style.ruby.zhuyin)
    let face = ([own] + book.fallback).first { book[$0.font].glyph(for: scalar) != nil } ?? own
    let font = book[face.font]
    let glyph = font.glyph(for: scalar) ?? 0
    let whole = ZhuyinFrame.whole
    if case .symbol = kind {
      let advance = font.advance(of: glyph) * size / font.unitsPerEm
      let baseline = (EmBox.ascent - face.baselineShift) * size / 1000
      return Zhuyin.Sign(
        font: face.font, glyph: glyph, x: (ZhuyinFrame.symbol * em / whole - advance) / 2,
        y: frame.edge(symbol) * em / whole + baseline)
    }
    let middle = frame.middle(of: kind)
    var (x, y) = (middle.x * em / (2 * whole), middle.y * em / (2 * whole))
    if let ink = font.ink(of: glyph) {
      x -= (ink.left + ink.right) * size / (2 * font.unitsPerEm)
      y += (ink.bottom + ink.top) * size / (2 * font.unitsPerEm)
    }
    return Zhuyin.Sign(font: face.font, glyph: glyph, x: x, y: y)
  }

  /// Characters without zhuyin, marks and words keep the half em too, so that all stand on a grid.
  mutating func keepZhuyinRoom() {
    guard paragraph.hasZhuyinRoom else { return }
    var bears = [Bool](repeating: false, count: paragraph.cells.count)
    for cells in paragraph.rubies.map(\.cells) + paragraph.notes {
      for cell in cells { bears[cell] = true }
    }
    for cell in paragraph.cells.indices where !bears[cell] && endsWord(cell) {
      paragraph.widen(cell, lead: 0, trail: paragraph.em(of: cell) / 2)
    }
  }

  /// Whether a cell is no letter or sign of Latin text, or the last of its word.
  private func endsWord(_ cell: Int) -> Bool {
    let cells = paragraph.cells
    guard ClassSet.latin.contains(cells[cell].kind), cell + 1 < cells.count else { return true }
    return cells[cell].joint != .solid || !ClassSet.latin.contains(cells[cell + 1].kind)
  }
}

extension ShapedParagraph {
  /// Whether every character has the room that zhuyin takes.
  var hasZhuyinRoom: Bool {
    guard source.style.ruby.keepsZhuyinRoom, case .horizontal = source.style.mode else {
      return false
    }
    return true
  }
}

extension Zhuyin {
  /// The signs beside a character whose box takes the line from `start` on for `width`, in the order typed.
  func runs(beside start: Int, width: Int, mode: WritingMode) -> [GlyphRun] {
    var runs: [GlyphRun] = []
    for (scalar, sign) in zip(scalars, signs) {
      let glyph = placed(sign, start, width, mode)
      if let last = runs.last, last.font == sign.font {
        runs[runs.count - 1].glyphs.append(glyph)
        runs[runs.count - 1].text.append(scalar)
        runs[runs.count - 1].clusters.append(GlyphCluster(scalars: 1, glyphs: 1))
      } else {
        runs.append(
          GlyphRun(
            font: sign.font, size: Length(units: size), glyphs: [glyph],
            clusters: [GlyphCluster(scalars: 1, glyphs: 1)], text: [scalar]))
      }
    }
    return runs
  }

  private func placed(_ sign: Sign, _ start: Int, _ width: Int, _ mode: WritingMode) -> PlacedGlyph
  {
    switch mode {
    case .horizontal:
      PlacedGlyph(
        id: sign.glyph, inline: Length(units: start + width + sign.x),
        block: Length(units: sign.y - em / 2))
    case .vertical:
      PlacedGlyph(
        id: sign.glyph, inline: Length(units: start + (width - em) / 2 + sign.y),
        block: Length(units: -em / 2 - sign.x))
    }
  }
}
