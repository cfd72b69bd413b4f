import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A picture's caption and credit, set to a width.
package struct CaptionFit: Hashable, Sendable {
  package var extent: Length
  /// From the first of its lines to the end of the longest: of one line in the middle, no more than that.
  package var length: Length
  package var items: [Item]
}

/// The words of a picture, and how they are to be set.
struct CaptionOrder: Hashable {
  var caption: String?
  var credit: String?
  var place: CreditPlace
  var width: Length
  var style: String
  var creditStyle: String
  /// Whether one line stands in the middle.
  var centres: Bool
}

/// Sets captions with their credits for one page's styles (图说·署名).
struct CaptionSetter {
  let types: TypeCase
  /// The style of the caption.
  var style = "caption"
  var creditStyle = "credit"
  /// Whether one line stands in the middle: under a picture that has no straight sides to begin at.
  var centres = false

  /// Caption and credit: the credit runs at the right of the last line, or stands under it.
  func caption(_ picture: Picture, width: Length, credit place: CreditPlace) -> CaptionFit {
    let order = CaptionOrder(
      caption: picture.caption, credit: picture.credit, place: place, width: width, style: style,
      creditStyle: creditStyle, centres: centres)
    return types.memory.caption(order, set)
  }

  private func set(_ order: CaptionOrder) -> CaptionFit {
    let style = types.style(style)
    let lines = lines(order.caption ?? "", style, width: order.width)
    let credit = order.place == .edge ? nil : order.credit.map(shape)
    return centres && lines.count <= 1
      ? centred(lines.first, credit, style, order) : ranged(lines, credit, style, order)
  }

  /// Ragged where lines so short would have to be torn open, and parted between words where they are shorter still.
  private func lines(_ text: String, _ style: ResolvedStyle, width: Length) -> [Line] {
    guard !text.isEmpty else { return [] }
    if width < style.text.size * Self.fewestInRunningText {
      return types.balancedTexts(text, as: style, measure: width).map {
        types.line($0, as: style.aligned(.start), measure: width)
      }
    }
    let lines = types.lines(text, as: style, measure: width)
    guard style.paragraph.alignment == .justify, lines.contains(where: \.adjustment.isLoose) else {
      return lines
    }
    return types.lines(text, as: style.aligned(.start), measure: width)
  }

  /// Lines from the start; the credit ends the last one where it has room there.
  private func ranged(
    _ lines: [Line], _ credit: ShapedParagraph?, _ style: ResolvedStyle, _ order: CaptionOrder
  ) -> CaptionFit {
    let (width, ink) = (order.width, Ink(percents: style.ink))
    var axis = style.text.size / 2
    var items: [Item] = []
    for line in lines {
      items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), ink))
      axis += style.pitch
    }
    if let credit {
      let free = lines.last.map { width - $0.width - style.text.size } ?? .zero
      if order.place == .end, !lines.isEmpty, credit.naturalWidth <= free { axis -= style.pitch }
      for line in creditLines(credit, width: width) {
        items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), ink))
        axis += style.pitch
      }
    }
    let extent = items.isEmpty ? .zero : axis - style.pitch + style.text.size / 2
    return CaptionFit(extent: extent, length: width, items: items)
  }

  /// One line in the middle, the credit after it where both have room, else under it.
  private func centred(
    _ line: Line?, _ credit: ShapedParagraph?, _ style: ResolvedStyle, _ order: CaptionOrder
  ) -> CaptionFit {
    let (width, ink) = (order.width, Ink(percents: style.ink))
    let own = min(width, credit?.naturalWidth ?? .zero)
    let text = min(width, line?.width ?? .zero)
    let both = text + style.text.size + own
    let shares = order.place == .end && line != nil && credit != nil && both <= width
    let length = shares ? both : max(text, own)
    var axis = style.text.size / 2
    var items: [Item] = []
    if let line {
      let start = max(.zero, width - (shares ? both : line.width)) / 2
      items.append(.line(line, start: LogicalPoint(inline: start, block: axis), ink))
      if !shares { axis += style.pitch }
    }
    if let credit {
      let start = shares ? (width + both) / 2 - own : (width - own) / 2
      for line in creditLines(credit, width: own) {
        items.append(.line(line, start: LogicalPoint(inline: start, block: axis), ink))
        axis += style.pitch
      }
    }
    let extent = items.isEmpty ? .zero : axis - style.pitch + style.text.size / 2
    return CaptionFit(extent: extent, length: length, items: items)
  }

  /// 字 in a line; in shorter ones each break is seen.
  private static let fewestInRunningText = 6

  private func shape(_ credit: String) -> ShapedParagraph {
    types.shape(credit, as: types.style(creditStyle))
  }

  /// The credit on one line, or on as many as a narrow caption needs.
  private func creditLines(_ credit: ShapedParagraph, width: Length) -> [Line] {
    guard credit.naturalWidth > width else { return [types.single(credit, measure: width)] }
    return types.typesetter.breakLines(credit, measures: { _ in width })
  }

  /// The credit as one upright line, to stand along an edge.
  func upright(_ credit: String) -> Line {
    let style = types.style("credit").mode(.vertical).aligned(.start)
    return types.line(credit, as: style, measure: types.width(credit, as: style))
  }
}
