import Drawing
import Geometry
import PageDesign
import Typesetting

/// A head set for a place.
struct StandingHead {
  var fit: HeadlineFit
  /// Everything, the summary among it.
  var rows: Int
  var items: [Item]
  var summary: SummaryFit?
  /// A label of the story's column that stands over all else.
  private let label: (items: [Item], strip: Length)
  private let headItems: [Item]
  var isTooDeep: Bool

  init(
    _ fit: HeadlineFit, _ items: [Item], under label: (items: [Item], strip: Length) = ([], .zero),
    isTooDeep: Bool
  ) {
    (self.fit, self.label, self.isTooDeep) = (fit, label, isTooDeep)
    (rows, headItems) = (fit.rows, items)
    self.items = label.items + items
  }

  mutating func move(along inline: Length) {
    items = items.map { $0.moved(inline: inline, block: .zero) }
  }

  var records: [HeadRecord] { fit.heads + [summary?.record].compactMap(\.self) }

  /// A summary for which the frame has no depth counts as text without room.
  mutating func leaveOut(_ texts: [String], from part: inout StoryPart) {
    guard let summary else { return }
    part.oversetLines += max(1, texts.count)
    part.oversetCharacters += summary.characters
    (self.summary, items, rows) = (nil, label.items + headItems, fit.rows)
  }

  /// The summary over the heads, but under the label of a column; under them, or beside them.
  mutating func add(
    _ fit: SummaryFit, _ position: SummaryLook.Position, start: Length, pitch: Length
  ) {
    summary = fit
    switch position {
    case .under:
      items += fit.items.map { $0.moved(inline: .zero, block: pitch * rows) }
      rows += fit.rows
    case .over:
      items =
        label.items + fit.items.map { $0.moved(inline: .zero, block: label.strip) }
        + headItems.map { $0.moved(inline: .zero, block: pitch * fit.rows) }
      rows += fit.rows
    case .beside:
      let deepest = max(rows, fit.rows)
      items = items.map { $0.moved(inline: .zero, block: pitch * (deepest - rows) / 2) }
      items += fit.items.map {
        $0.moved(inline: start, block: pitch * (deepest - fit.rows) / 2)
      }
      rows = deepest
    }
  }
}

/// Sets heads with what belongs to them for a place.
struct HeadMaker {
  let types: TypeCase
  let frame: Frame
  let sponsor: String?
  var position = SummaryLook.Position.under

  /// From this many rows on a headline has room for a label of its own above it.
  private static let rowsForLabel = 6
  /// A headline keeps at least so many 字 beside a label or a summary.
  private static let charactersForLabel = 8

  init(types: TypeCase, frame: Frame, sponsor: String?) {
    (self.types, self.frame, self.sponsor) = (types, frame, sponsor)
  }

  func head(_ matter: HeadMatter, at place: HeadlinePlace) -> StandingHead {
    guard !matter.summary.isEmpty else {
      return head(matter, width: place.width, rows: place.rows, at: place)
    }
    let setter = SummarySetter(types: types, mode: place.mode)
    let em = types.grid.size
    // A third of the width, in whole 字.
    let narrow = em * (place.width / 3 / em)
    let heads = place.width - narrow - em * 2
    if position == .beside, heads >= em * Self.charactersForLabel, narrow >= em * 8 {
      var head = head(matter, width: heads, rows: place.rows, at: place)
      let summary = setter.fit(matter.summary, width: narrow)
      head.add(summary, .beside, start: place.width - narrow, pitch: types.grid.pitch)
      head.isTooDeep = head.isTooDeep || isFixed(place) && head.rows > place.rows ?? head.rows
      return head
    }
    let summary = setter.fit(matter.summary, width: place.width)
    // An upright head's rows are the width of its legs: the summary takes its own from them.
    let rows = place.rows.map { isFixed(place) ? max(1, $0 - summary.rows) : $0 }
    var head = head(matter, width: place.width, rows: rows, at: place)
    head.add(
      summary, position == .over ? .over : .under, start: .zero, pitch: types.grid.pitch)
    return head
  }

  private func isFixed(_ place: HeadlinePlace) -> Bool {
    place.mode == .vertical && frame.mode == .horizontal
  }

  private func head(_ matter: HeadMatter, width: Length, rows: Int?, at place: HeadlinePlace)
    -> StandingHead
  {
    let mode = place.mode
    let label = matter.column.map {
      ColumnLabel($0, sponsor: sponsor, types: types, mode: mode)
    }
    let note = matter.note.map { self.note($0, matter.styles.byline.mode(mode)) }
    let tab = label.map { $0.length + types.grid.size } ?? .zero
    let isNarrow = width - tab * 2 < types.grid.size * Self.charactersForLabel
    let isAbove = label != nil && (isNarrow || rows.map { $0 >= Self.rowsForLabel } ?? true)
    let beside = isAbove ? Length.zero : tab
    let end = note.map { $0.measure + types.grid.size } ?? .zero
    let setter = HeadlineSetter(types: types, styles: matter.styles, mode: mode)
    let fit = setter.fit(
      matter.text, width: max(types.grid.size, width - beside * 2 - end), rows: rows,
      below: isAbove ? label?.strip ?? .zero : .zero,
      suits: place.suits)
    var items = fit.items.map { $0.moved(inline: beside, block: .zero) }
    if let label, !isAbove { items = label.items(width: nil) + items }
    if let note {
      let middle = types.grid.pitch * fit.rows / 2 - types.grid.pitch / 5
      let start = LogicalPoint(inline: width - note.measure, block: middle)
      items.append(.line(note, start: start, Ink(percents: matter.styles.byline.ink)))
    }
    let over = isAbove ? label.map { ($0.items(width: width), $0.strip) } : nil
    return StandingHead(
      fit, items, under: over ?? ([], .zero), isTooDeep: rows.map { fit.rows > $0 } ?? false)
  }

  private func note(_ text: String, _ style: ResolvedStyle) -> Line {
    types.line(text, as: style.aligned(.start), measure: types.width(text, as: style))
  }
}
