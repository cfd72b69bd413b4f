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
    let (width, place) = (order.width, order.place)
    let style = types.style(style)
    var lines: [Line] = []
    if let text = order.caption, !text.isEmpty {
      lines = types.lines(text, as: style, measure: width)
    }
    var items: [Item] = []
    let ink = Ink(percents: style.ink)
    var axis = style.text.size / 2
    let isCentred = centres && lines.count <= 1
    var length = isCentred ? min(width, lines.first?.width ?? .zero) : width
    for line in lines {
      let start = isCentred ? max(.zero, width - line.width) / 2 : .zero
      items.append(.line(line, start: LogicalPoint(inline: start, block: axis), ink))
      axis += style.pitch
    }
    if let credit = place == .edge ? nil : order.credit.map(shape) {
      let sharesLine =
        place == .end && !isCentred
        && (lines.last?.width).map { $0 + credit.naturalWidth + style.text.size <= width } ?? false
      if sharesLine { axis -= style.pitch }
      let own = isCentred ? min(width, credit.naturalWidth) : width
      length = max(length, own)
      for line in creditLines(credit, width: own) {
        let start = LogicalPoint(inline: (width - own) / 2, block: axis)
        items.append(.line(line, start: start, ink))
        axis += style.pitch
      }
    }
    let extent = items.isEmpty ? .zero : axis - style.pitch + style.text.size / 2
    return CaptionFit(extent: extent, length: length, items: items)
  }

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
