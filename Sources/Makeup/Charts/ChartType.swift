import Drawing
import Geometry
import PageDesign
import Typesetting

/// A line of type on a chart, and the rectangle that it takes.
struct ChartLabel: Hashable {
  var line: Line
  var rect: LogicalRect
  var ink: Ink

  var item: Item {
    .line(
      line, start: LogicalPoint(inline: rect.inline, block: rect.block + rect.blockSize / 2), ink)
  }
}

/// The type of one kind of label, at one size.
struct ChartType {
  let types: TypeCase
  let style: ResolvedStyle
  let ink: Ink

  var size: Length { style.text.size }
  var leading: Length { size.thousandths(1200) }

  /// The sizes that labels may be set in, largest first, by half points.
  var sizes: [ChartType] {
    var all = [self]
    var size = self.size
    while size > style.minSize {
      size = max(style.minSize, size - .points(1) / 2)
      all.append(ChartType(types: types, style: style.sized(size), ink: ink))
    }
    return all
  }

  func width(_ text: String) -> Length { text.isEmpty ? .zero : types.width(text, as: style) }

  func widest(_ texts: [String]) -> Length { texts.map(width).max() ?? .zero }

  /// The text on one line.
  func set(_ text: String) -> ChartText {
    let width = width(text)
    return ChartText(
      lines: text.isEmpty ? [] : [types.line(text, as: style, measure: width)], widths: [width],
      type: self)
  }

  /// The text on as many lines as its measure asks for, parted between words where they are short enough.
  func set(_ text: String, measure: Length) -> ChartText {
    let width = width(text)
    if width <= measure { return set(text) }
    let lines = parted(text, measure: measure).map {
      types.line($0, as: style.aligned(.start), measure: max(measure, self.width($0)))
    }
    return ChartText(lines: lines, widths: lines.map(\.width), type: self)
  }

  /// The texts of its lines.
  func parted(_ text: String, measure: Length) -> [String] {
    types.balancedTexts(text, as: style, measure: measure).map {
      $0.trimmingPrefix(while: \.isWhitespace).description
    }
  }
}

/// A label set in one or several lines.
struct ChartText {
  let lines: [Line]
  let widths: [Length]
  let type: ChartType

  var width: Length { widths.max() ?? .zero }
  var extent: Length {
    lines.isEmpty ? .zero : type.size + type.leading * (lines.count - 1)
  }

  enum Edge { case start, middle, end }

  /// Its lines with their `edge` at `inline`, the first one's top at `block`.
  func placed(_ edge: Edge, at inline: Length, block: Length, ink: Ink? = nil) -> [ChartLabel] {
    zip(lines, widths).enumerated().map { number, set in
      let (line, width) = set
      let before =
        switch edge {
        case .start: Length.zero
        case .middle: width / 2
        case .end: width
        }
      return ChartLabel(
        line: line,
        rect: LogicalRect(
          inline: inline - before, block: block + type.leading * number, inlineSize: width,
          blockSize: type.size), ink: ink ?? type.ink)
    }
  }

  /// The same with its middle at `block`.
  func levelled(_ edge: Edge, at inline: Length, block: Length, ink: Ink? = nil) -> [ChartLabel] {
    placed(edge, at: inline, block: block - extent / 2, ink: ink)
  }
}

extension LogicalRect {
  func overlaps(_ other: LogicalRect) -> Bool {
    inline < other.inlineEnd && other.inline < inlineEnd && block < other.blockEnd
      && other.block < blockEnd
  }

  func holds(_ other: LogicalRect) -> Bool {
    inline <= other.inline && block <= other.block && other.inlineEnd <= inlineEnd
      && other.blockEnd <= blockEnd
  }

  /// Moved into another as far as its start and end go.
  func movedInside(_ area: LogicalRect) -> LogicalRect {
    var moved = self
    moved.inline = max(area.inline, min(inline, area.inlineEnd - inlineSize))
    return moved
  }
}

/// What is drawn of a chart's figures.
struct ChartPlot {
  /// Lines of the ticks, under all else, and broken where type stands on them.
  var ticks: [Item] = []
  var shapes: [Item] = []
  /// The line that amounts are counted from, over the shapes.
  var axis: [Item] = []
  var labels: [ChartLabel] = []
  /// How deep it would have to be, when it has less.
  var need: Length?

  /// In the order in which it is drawn.
  var items: [Item] { brokenTicks + shapes + axis + labels.map(\.item) }

  private var brokenTicks: [Item] {
    ticks.flatMap { item -> [Item] in
      guard case .rule(let from, let to, let weight, let ink, let pattern) = item else {
        return [item]
      }
      return gaps(from: from, to: to, white: .points(1)).map { start, end in
        .rule(from: start, to: end, weight: weight, ink, pattern)
      }
    }
  }

  /// The parts of a level or upright line that no label covers.
  private func gaps(from: LogicalPoint, to: LogicalPoint, white: Length) -> [(
    LogicalPoint, LogicalPoint
  )] {
    let isLevel = from.block == to.block
    let covered = labels.map(\.rect).filter { rect in
      isLevel
        ? rect.block < from.block && from.block < rect.blockEnd
        : rect.inline < from.inline && from.inline < rect.inlineEnd
    }.map { rect in
      isLevel ? (rect.inline, rect.inlineEnd) : (rect.block, rect.blockEnd)
    }.sorted { $0.0 < $1.0 }
    func point(_ along: Length) -> LogicalPoint {
      isLevel
        ? LogicalPoint(inline: along, block: from.block)
        : LogicalPoint(inline: from.inline, block: along)
    }
    var (start, parts) = (isLevel ? from.inline : from.block, [(LogicalPoint, LogicalPoint)]())
    let end = isLevel ? to.inline : to.block
    for (first, last) in covered where last > start && first < end {
      if first - white > start { parts.append((point(start), point(first - white))) }
      start = max(start, last + white)
    }
    return start < end ? parts + [(point(start), point(end))] : parts
  }

  /// Adds a label of several lines where nothing is in its way; answers whether it did.
  @discardableResult
  mutating func add(_ lines: [ChartLabel], in area: LogicalRect) -> Bool {
    let isFree = lines.allSatisfy { line in
      area.holds(line.rect) && !labels.contains { $0.rect.overlaps(line.rect) }
    }
    if isFree { labels += lines }
    return isFree
  }
}
