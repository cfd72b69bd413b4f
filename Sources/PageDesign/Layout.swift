import Diagnostics
import Geometry

/// The character-and-line grid that a page's type area is built on (版心网格 / 基本版面).
package struct BodyGrid: Hashable, Sendable {
  package var columns: Int
  /// Characters in one column's line (栏宽, 字).
  package var chars: Int
  /// Space between columns, absolute.
  package var gutter: Length
  package var lines: Int
  package var size: Length
  package var pitch: Length
  /// Top left of the first character box, from the page's top left.
  package var origin: Point

  package init(
    columns: Int, chars: Int, gutter: Length, lines: Int, size: Length, pitch: Length, origin: Point
  ) {
    (self.columns, self.chars, self.gutter, self.lines) = (columns, chars, gutter, lines)
    (self.size, self.pitch, self.origin) = (size, pitch, origin)
  }

  package var columnWidth: Length { size * chars }
  package var width: Length { columnWidth * columns + gutter * (columns - 1) }
  package var height: Length { pitch * (lines - 1) + size }

  /// The rectangle from the left of the first column to the right of the last, and from the top of
  /// the first line's character box to the bottom of the last's. Columns and lines count from 1.
  package func rect(columns span: ClosedRange<Int>, lines range: ClosedRange<Int>) -> Rect {
    Rect(
      x: origin.x + (columnWidth + gutter) * (span.lowerBound - 1),
      y: origin.y + pitch * (range.lowerBound - 1),
      width: columnWidth * span.count + gutter * (span.count - 1),
      height: pitch * (range.count - 1) + size)
  }
}

/// What a frame is for.
package enum FrameKind: String, Hashable, Sendable, CaseIterable {
  case article, ad, masthead, ear, folio, teasers, picture, table, text, imprint, rule

  /// Whether `mode: vertical` says something of such a frame.
  package var mayBeVertical: Bool {
    switch self {
    case .article, .masthead, .teasers, .picture, .table, .text: true
    case .ad, .ear, .folio, .imprint, .rule: false
    }
  }
}

/// Columns and lines that a frame covers, both ends included, counted from 1.
package struct GridArea: Hashable, Sendable {
  package var columns: ClosedRange<Int>
  package var lines: ClosedRange<Int>
  package var place: SourcePlace
  package init(columns: ClosedRange<Int>, lines: ClosedRange<Int>, place: SourcePlace) {
    (self.columns, self.lines, self.place) = (columns, lines, place)
  }
}

/// What becomes of the characters that a re-divided width leaves over (破栏余数).
package enum BodyRemainder: String, Hashable, Sendable, CaseIterable {
  /// Equal whole-字 measures; the gutters take the rest.
  case gutter
  /// Unequal whole-字 measures; the last columns take one 字 more each.
  case column
  /// Equal measures of a fraction of a 字.
  case fraction
  /// No division: the page's own columns, as far as the frame has them.
  case auto
}

/// How a frame's headline stands.
package struct HeadlineDesign: Hashable, Sendable {
  package enum Position: String, Hashable, Sendable, CaseIterable {
    case over, side, inside, vertical
    /// Level over upright text (横题); over level text it is as `over`.
    case level
    /// On the story's first picture (压题).
    case picture
  }
  /// Whole body lines it takes; nil: what it needs.
  package var lines: Int?
  package var position: Position
  /// Body columns it spans; nil: all.
  package var columns: Int?
  package var style: String?
  package var kickerStyle: String?
  package var subtitleStyle: String?
  /// Where the story's summary stands; nil: as the house has it.
  package var summary: SummaryLook.Position?
  /// How it stands on a picture.
  package var onPicture = PictureHeadDesign()
  package init(
    lines: Int? = nil, position: Position = .over, columns: Int? = nil, style: String? = nil,
    kickerStyle: String? = nil, subtitleStyle: String? = nil
  ) {
    (self.lines, self.position, self.columns) = (lines, position, columns)
    (self.style, self.kickerStyle, self.subtitleStyle) = (style, kickerStyle, subtitleStyle)
  }
}

/// How a headline stands on a picture (压题): in which corner, and on what ground.
package struct PictureHeadDesign: Hashable, Sendable {
  /// One of Manuscripts' anchors by name; nil: bottom left.
  package var anchor: String?
  /// The ground under its letters; nil: none.
  package var strip: InkChoice?
  /// Of its letters where there is no ground.
  package var isWhite: Bool
  package init(anchor: String? = nil, strip: InkChoice? = .black, isWhite: Bool = true) {
    (self.anchor, self.strip, self.isWhite) = (anchor, strip, isWhite)
  }
}

/// A frame's border (围框).
package struct BoxDesign: Hashable, Sendable {
  package enum Corners: String, Hashable, Sendable, CaseIterable { case square, round }
  package var rule: Length
  package var padding: Quantity
  /// The rule's ink.
  package var ink: InkChoice
  /// The ground behind it.
  package var tint: InkChoice?
  package var corners: Corners
  package init(
    rule: Length = .zero, padding: Quantity = .characters(tenThousandths: 0),
    ink: InkChoice = .black, tint: InkChoice? = nil, corners: Corners = .square
  ) {
    (self.rule, self.padding, self.ink) = (rule, padding, ink)
    (self.tint, self.corners) = (tint, corners)
  }
}

/// How a masthead is arranged (报头).
package struct MastheadDesign: Hashable, Sendable {
  /// Where the day stands to the paper's name.
  package enum DatePlace: String, Hashable, Sendable, CaseIterable { case left, right, under, none }
  package enum Side: String, Hashable, Sendable, CaseIterable { case left, center, right }
  /// Nil: at the right, under a name that stands upright.
  package var date: DatePlace?
  /// Where the name stands in the room that is left for it.
  package var align: Side
  package init(date: DatePlace? = nil, align: Side = .center) {
    (self.date, self.align) = (date, align)
  }
}

/// What of the edition's own stands in a `text` or `ear` frame.
package enum FrameHolding: String, Hashable, Sendable, CaseIterable {
  case qr, barcode, weather
  /// The pages of the issue with their leads (今日目录).
  case index
}

/// Where the layout wants a story's pictures, or its pull quote.
package struct PhotoDesign: Hashable, Sendable {
  /// One of Manuscripts' anchors by name; nil: top right.
  package var anchor: String?
  package var columns: Int?
  package var wrap: PictureWrap
  package var caption: CaptionPlace?
  package var credit: CreditPlace?
  package var shape: PictureShape?
  package init(anchor: String? = nil, columns: Int? = nil, wrap: PictureWrap = .auto) {
    (self.anchor, self.columns, self.wrap) = (anchor, columns, wrap)
  }
}

/// How several short stories share a frame (集纳): one under the other, a line between.
package struct GatherDesign: Hashable, Sendable {
  /// The label over them all.
  package var column: String?
  package var rule: Length
  package init(column: String? = nil, rule: Length = .points(0.25)) {
    (self.column, self.rule) = (column, rule)
  }
}

/// Room for a story part, an advertisement or furniture (框).
package struct Frame: Hashable, Sendable {
  package var id: String
  package var kind: FrameKind
  /// One rectangle, or several filled in order (L shapes); a story's are strips that its columns or tiers go through.
  package var areas: [GridArea]
  package var headline: HeadlineDesign = HeadlineDesign()
  /// Columns its width is re-divided into (破栏); nil: the page's own.
  package var bodyColumns: Int?
  package var bodyGutter: Quantity?
  package var remainder: BodyRemainder = .gutter
  /// Weight of the line between its columns (栏线), or the tiers of a vertical frame (段线); zero: none.
  package var bodyRule: Length = .zero
  package var bodyRuleInk: InkChoice = .black
  package var bodyStyle: String?
  package var takesJump: Bool = false
  package var isOptional: Bool = false
  /// Lines that it gives up from its foot where advertisements are stacked; 0: none.
  package var yields: Int = 0
  /// Where in its cells a stacked advertisement stands; nil: it fills them.
  package var stackedRoom: Rect?
  package var mode: WritingMode = .horizontal
  package var box: BoxDesign?
  /// The ground behind the frame.
  package var tint: InkChoice?
  /// The ground of white type (反白).
  package var reverse: InkChoice?
  /// Set where its story stands on a picture.
  package var ground: GroundDesign?
  package var style: String?
  /// How weighty its heads are, by a name of the style sheet's `ranks`, or `auto`.
  package var rank: Located<String>?
  package var photo: PhotoDesign?
  /// Where a story's first pull quote stands, over several of its columns; nil: in its text.
  package var quote: PhotoDesign?
  /// Set where the frame takes several stories.
  package var gather: GatherDesign?
  /// File of the advertisement that fills the slot when none is booked.
  package var houseAd: Located<String>?
  package var masthead: MastheadDesign = MastheadDesign()
  package var holds: FrameHolding?
  /// Text of a `text` frame.
  package var text: String?
  package var place: SourcePlace

  package init(id: String, kind: FrameKind, areas: [GridArea], place: SourcePlace) {
    (self.id, self.kind, self.areas, self.place) = (id, kind, areas, place)
  }
}

extension Frame {
  /// By a border, a ground or a picture of its own.
  package var isSetApart: Bool { box != nil || tint != nil || reverse != nil || ground != nil }

  /// The smallest rectangle around its areas.
  package func bounds(on grid: BodyGrid) -> Rect {
    areas.map { grid.rect(columns: $0.columns, lines: $0.lines) }.bounds
      ?? Rect(x: grid.origin.x, y: grid.origin.y, width: .zero, height: .zero)
  }

  /// How many columns of text one of its areas has where `bodyColumns` divides the whole frame's width: as many
  /// as keep the measure; nil where the layout does not say.
  package func columns(in area: GridArea, on grid: BodyGrid) -> Int? {
    guard let bodyColumns else { return nil }
    let whole = mode.logical(bounds(on: grid).size).inline
    let own = mode.logical(grid.rect(columns: area.columns, lines: area.lines).size).inline
    return max(1, (own * bodyColumns * 2 + whole) / (whole * 2))
  }
}

/// A line drawn between or beside frames (线).
package struct RuleDesign: Hashable, Sendable {
  package enum Position: Hashable, Sendable {
    case above(String)
    case below(String)
    case between(String, String)
  }
  package enum Pattern: String, Hashable, Sendable, CaseIterable {
    case solid, dotted, dashed, double, thickThin = "thick-thin"
  }
  package var position: Position
  package var weight: Length
  package var pattern: Pattern
  package var ink: InkChoice
  package var place: SourcePlace
  package init(
    position: Position, weight: Length, pattern: Pattern = .solid, ink: InkChoice = .black,
    place: SourcePlace
  ) {
    (self.position, self.weight, self.pattern) = (position, weight, pattern)
    (self.ink, self.place) = (ink, place)
  }
}

/// The design of one page (版式).
package struct Layout: Hashable, Sendable {
  package var name: String
  package var file: String
  package var size: Size
  package var bleed: Length
  package var grid: BodyGrid
  package var frames: [Frame]
  package var rules: [RuleDesign]
  /// Slots that smaller advertisements were stacked into: rules still stand by them.
  package var sharedSlots: [Frame] = []

  package init(
    name: String, file: String, size: Size, bleed: Length = .zero, grid: BodyGrid,
    frames: [Frame] = [], rules: [RuleDesign] = []
  ) {
    (self.name, self.file, self.size, self.bleed) = (name, file, size, bleed)
    (self.grid, self.frames, self.rules) = (grid, frames, rules)
  }
}

extension Layout {
  /// An empty broadsheet page (对开, 390 × 545 mm), for a page of which nothing is known.
  package static let broadsheet = Layout(
    name: "", file: "", size: Size(width: .millimetres(390), height: .millimetres(545)),
    grid: BodyGrid(
      columns: 6, chars: 17, gutter: .points(9.2), lines: 115, size: .points(9.2),
      pitch: .points(12),
      origin: Point(x: .millimetres(21.4), y: .millimetres(29.6))))
}
