import CJKRules
import Diagnostics
import Geometry
import Manuscripts
import Typesetting

/// What a story's readings ask of its lines: half an em between them (CLREQ 3.3.3, JLREQ 2.4.2), and level
/// lines for pinyin (CLREQ 3.3.4). Each is said once, at the first reading that it is about.
func rubyFaults(of story: Story, in style: ResolvedStyle, pitch: Length) -> [Diagnostic] {
  let isVertical = style.paragraph.mode == .vertical
  let rubies = story.blocks.filter(\.kind.isFlowing).flatMap(\.inlines).compactMap { inline in
    if case .ruby(let reading) = inline.kind { return (manner: reading.manner, inline: inline) }
    return nil
  }
  var faults: [Diagnostic] = []
  let (size, gap) = (style.text.size, pitch - style.text.size)
  let dotsAreBeyond = isVertical || style.paragraph.language == .ja
  // Beside a level line's characters zhuyin needs no room between the lines.
  for ruby in rubies where isVertical || ruby.manner != .zhuyin {
    let need = dotsAreBeyond && ruby.inline.around == .emphasis ? dottedNeed : undottedNeed
    guard gap < size.thousandths(need) else { continue }
    let (have, want) = (ems(gap, of: size), ems(size.thousandths(need), of: size))
    faults.append(
      Diagnostic(
        .rubyLineGap, at: ruby.inline.place, ["gap": have, "need": want], article: story.id))
    break
  }
  if isVertical, let pinyin = rubies.first(where: { $0.manner == .pinyin }) {
    faults.append(Diagnostic(.pinyinVertical, at: pinyin.inline.place, article: story.id))
  }
  return faults
}

/// What readings take of the line gap, in thousandths of an em; with emphasis dots beyond them.
private let undottedNeed = 500
private let dottedNeed = 750

/// A length in ems, to two places.
private func ems(_ length: Length, of size: Length) -> String {
  let hundredths = (length.units * 200 + size.units) / (2 * size.units)
  let (whole, rest) = (hundredths / 100, hundredths % 100)
  return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

extension Block.Kind {
  /// Whether its readings are set: heads and quotations show their base alone.
  fileprivate var isFlowing: Bool {
    switch self {
    case .paragraph, .salutation, .item: true
    case .subhead, .quote, .sectionBreak, .signature, .table: false
    }
  }
}
