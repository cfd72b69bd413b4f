import Drawing
import Fonts
import Geometry
import Typesetting

extension TypeCase {
  /// One line of a head. A pause at the end of a centred one hangs: the characters stand in the
  /// middle without it, as far as the width allows. The mark stays, for whoever copies the text.
  func headLine(_ text: String, as style: ResolvedStyle, width: Length, axis: Length) -> Item {
    let ink = Ink(percents: style.ink)
    let shaped = shapeHead(text, as: style)
    let scalars = text.unicodeScalars
    guard style.paragraph.alignment == .center, scalars.count > 1, let mark = scalars.last,
      Self.hung.contains(mark)
    else {
      return .line(
        single(shaped, measure: width), start: LogicalPoint(inline: .zero, block: axis), ink)
    }
    let visible = shapeHead(String(scalars.dropLast()), as: style).naturalWidth
    let start = max(.zero, min((width - visible) / 2, width - shaped.naturalWidth))
    let line = typesetter.setSingleLine(shaped, measure: width - start, alignment: .start)
    return .line(line, start: LogicalPoint(inline: start, block: axis), ink)
  }

  private static let hung = Set("，、；。：".unicodeScalars)

  private func shapeHead(_ text: String, as style: ResolvedStyle) -> ShapedParagraph {
    let scalars = Array(text.unicodeScalars)
    let names = style.maxTracking > 0 ? shortNames(in: scalars) : []
    guard !names.isEmpty else { return shape(text, as: style) }
    var spans: [TextSpan] = []
    var start = 0
    var opened = style.text
    opened.tracking += style.text.size.thousandths(min(1000, style.maxTracking))
    for first in names {
      spans.append(TextSpan(range: start..<first, style: style.text))
      spans.append(TextSpan(range: first..<first + 1, style: opened))
      start = first + 1
    }
    spans.append(TextSpan(range: start..<scalars.count, style: style.text))
    return typesetter.shape(StyledParagraph(text: scalars, spans: spans, style: style.paragraph))
  }

  /// Where names of two characters begin that stand beside names of three: they are spread to the same
  /// length (CLREQ 3.4.3).
  private func shortNames(in text: [Unicode.Scalar]) -> [Int] {
    let words = text.indices.split { " 　、".unicodeScalars.contains(text[$0]) }
    let names = words.filter { word in
      word.allSatisfy { text[$0].properties.isIdeographic }
        && !Self.callings.contains(String(String.UnicodeScalarView(word.map { text[$0] })))
    }
    guard names.contains(where: { $0.count == 3 }) else { return [] }
    return names.filter { $0.count == 2 }.compactMap(\.first)
  }

  /// What stands before names in a byline and is none.
  private static let callings: Set<String> = [
    "记者", "記者", "本报", "本報", "摄影", "攝影", "撰文", "作者", "编辑", "編輯", "通讯员", "通訊員", "实习生", "特约", "文图",
    "图文",
  ]
}
