import Fonts
import Geometry
import Manuscripts
import Typesetting

/// A story's text as it will flow: styles given, nothing placed. The text itself is not changed;
/// 电头 and byline run in before the first paragraph.
func style(
  _ story: Story, as bodyStyle: String?, mode: WritingMode, with types: TypeCase, dress: HeadDress
) -> [FlowItem] {
  let body = types.bodyStyle(story.style ?? bodyStyle ?? "body").mode(mode)
  var items: [FlowItem] = []
  var isFirst = true
  let stanzas = story.stanzas
  for (number, block) in story.blocks.enumerated() {
    switch block.kind {
    case .paragraph:
      if stanzas.contains(number) { items.append(.inset(.stanzaBreak)) }
      let opening = isFirst ? runIn(of: story, dress, body: body, types: types) : Spans()
      items.append(.text(paragraph(block, in: body, after: opening, types: types)))
      isFirst = false
    case .salutation:
      let style = types.bodyStyle("salutation").mode(mode)
      items.append(.text(paragraph(block, in: style, after: Spans(), types: types)))
    case .item(let number):
      items.append(.text(listItem(block, number: number, in: body, types: types)))
    case .subhead:
      items.append(.inset(.subhead(block.text, types.style("subhead").mode(mode))))
    case .quote:
      items.append(.inset(.quote(block.text, types.style("quote").mode(mode))))
    case .signature:
      let lines = block.text.split(separator: "\u{2028}").map(String.init)
      items.append(.inset(.signature(lines, types.style("signature").mode(mode))))
    case .sectionBreak:
      items.append(.inset(.sectionBreak))
    case .table(let table):
      items.append(.inset(.table(table, mode)))
    }
  }
  if let source = story.source, story.table == nil, !story.blocks.isEmpty {
    items.append(.inset(.closing("（来源：\(source)）", types.style("source").mode(mode))))
  }
  return items
}

extension Story {
  /// The blocks of a poem that begin a further stanza: its paragraphs after others, if any has several lines. A
  /// poem that is typed with a blank line after each line has none.
  fileprivate var stanzas: Set<Int> {
    guard style == Story.verseStyle,
      blocks.contains(where: { $0.kind == .paragraph && $0.text.contains("\u{2028}") })
    else { return [] }
    let pairs = zip(blocks.indices.dropFirst(), blocks)
    return Set(pairs.filter { blocks[$0].kind == .paragraph && $1.kind == .paragraph }.map(\.0))
  }
}

extension TypeCase {
  /// A style for running text: its Latin words may be parted where lines are as long as their slots, and the
  /// lines of a poem stand under each other, what is turned over of one two 字 further in.
  fileprivate func bodyStyle(_ name: String) -> ResolvedStyle {
    var style = style(name)
    if style.paragraph.alignment == .justify { style.paragraph.hyphens = style.hyphens }
    if name == Story.verseStyle {
      (style.paragraph.hangingIndent, style.paragraph.turnIndent) = (style.paragraph.indent, 2000)
    }
    return style
  }
}

/// Text in the making: scalars with their spans.
struct Spans {
  var text: [Unicode.Scalar] = []
  var spans: [TextSpan] = []
  var marks: [TextMark] = []
  /// The numbers of the marks in the manuscript.
  var numbers: [Int] = []

  mutating func append(_ string: String, _ style: TextStyle, reading: Reading? = nil) {
    let start = text.count
    text.append(contentsOf: string.unicodeScalars)
    guard text.count > start else { return }
    spans.append(TextSpan(range: start..<text.count, style: style, reading: reading))
  }
}

/// 本报讯（记者 某某）, before the first paragraph of a story with a dateline; before it a title that runs in.
private func runIn(of story: Story, _ dress: HeadDress, body: ResolvedStyle, types: TypeCase)
  -> Spans
{
  var opening = Spans()
  /// The faces of a style in the body's size: figures and Latin letters go with its Han.
  func face(_ name: String) -> TextStyle {
    var (own, text) = (types.style(name).text, body.text)
    (text.font, text.latin) = (own.font, own.latin)
    return text
  }
  if let head = dress.runInStyle(in: body) {
    opening.append(story.title.joined(separator: "　"), head)
    opening.append("　", body.text)
  }
  if let dateline = story.dateline { opening.append(dateline, face("dateline")) }
  // After a title that runs in stands who wrote it, too: over the title it would be the text's first line.
  if let byline = story.byline, story.dateline != nil || dress.runsIn {
    opening.append("（\(byline)）", face("byline"))
  } else if story.dateline != nil {
    opening.append("　", body.text)
  }
  return opening
}

func paragraph(
  _ block: Block, in body: ResolvedStyle, after opening: Spans, types: TypeCase
) -> FlowText {
  var spans = opening
  var emphasised = body.text
  emphasised.emphasis = .dots
  for inline in block.inlines {
    if !inline.marks.isEmpty {
      spans.append(inline, in: body, types: types)
      continue
    }
    let (kind, reading) = inline.setting(in: types.language)
    switch kind {
    case .plain, .ruby: spans.append(inline.text, body.text, reading: reading)
    case .bold: spans.append(inline.text, body.bold, reading: reading)
    case .emphasis: spans.append(inline.text, emphasised, reading: reading)
    }
  }
  let shaped = types.typesetter.shape(
    StyledParagraph(
      text: spans.text, spans: spans.spans, style: body.paragraph, marks: spans.marks))
  let first = spans.spans.first?.style.font ?? body.text.font
  let isLead = spans.spans.allSatisfy { $0.style.font == body.bold.font }
  return FlowText(
    shaped: shaped, place: block.place, leads: first != body.text.font,
    isLead: isLead && body.bold.font != body.text.font)
}

private func listItem(
  _ block: Block, number: Int?, in body: ResolvedStyle, types: TypeCase
) -> FlowText {
  var (style, mark) = (body, number == nil ? bullet(body) : body)
  let (indent, end) = number == nil ? (2000, 1750) : (2500, 2250)
  (style.paragraph.indent, style.paragraph.hangingIndent) = (indent, indent)
  (mark.paragraph.indent, mark.paragraph.alignment) = (0, .start)
  let text = number.map { "\($0)．" } ?? "●"
  var item = paragraph(block, in: style, after: Spans(), types: types)
  item.mark = ListMark(
    types.line(text, as: mark, measure: types.width(text, as: mark)),
    endingAt: body.text.size.thousandths(end))
  return item
}

private func bullet(_ body: ResolvedStyle) -> ResolvedStyle {
  var style = body
  style.text.font = .hei
  return style
}
