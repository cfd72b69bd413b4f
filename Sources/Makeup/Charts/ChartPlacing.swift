import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Rows that a chart needs, and those there are.
struct ChartNeed {
  var need: Int
  var have: Int
}

extension StoryPartMaker {
  /// The story's chart as a picture stands, `taller` rows more or less than it naturally takes; all that
  /// the headline leaves when the story has nothing else.
  func standChart(in part: inout StoryPart, taller: Int) {
    guard let chart = story.chart, !part.rooms.isEmpty else { return }
    if story.blocks.isEmpty, story.table == nil {
      fill(with: chart, in: &part)
      return
    }
    let anchor = anchor(wished: chart.anchor, besides: anchors)
    var worst: ChartNeed?
    let places = part.stands
    for index in anchor.order(of: places) {
      let room = places[index]
      let asked = chart.columns ?? frame.photo?.columns ?? (room.legs.count + 1) / 2
      let anchor = anchor.seen(in: room.mode)
      let legs = anchor.legs(max(1, min(asked, room.legs.count)), of: room)
      let place = ChartPlace(chart, legs, in: room, setter: chartSetter)
      let free = freeRows(below: legs, in: room, least: place.least, at: anchor)
      guard free.count >= place.least else {
        worst = worst ?? ChartNeed(need: place.least, have: free.count)
        continue
      }
      let wanted = chart.lines ?? min(place.natural + taller, place.most)
      let rows = max(place.least, min(wanted, free.count))
      if taller != 0 { part.changedRows.append(rows - place.natural) }
      let start = anchor.start(of: rows, in: free)
      part.clear(
        place.exclusion(from: start, rows: rows), in: index,
        chart.wrap ?? frame.photo?.wrap ?? .auto)
      let rect = place.rect(from: start, rows: rows, anchor)
      stand(chart, in: rect, rows: rows, of: room, &part)
      return
    }
    part.chartNeed = worst
  }

  /// A chart alone: the whole room under the head.
  private func fill(with chart: Chart, in part: inout StoryPart) {
    let room = part.rooms[0]
    let free = freeRows(below: room.legs[...], in: room)
    guard !free.isEmpty else {
      part.chartNeed = ChartNeed(need: 1, have: 0)
      return
    }
    let top = free.lowerBound == 0 ? Length.zero : room.pitch / 2
    let start = room.start(ofRow: free.lowerBound)
    let area = LogicalRect(
      inline: .zero, block: start + top, inlineSize: room.size.inline,
      blockSize: room.extent(rows: free.count) - top)
    part.rooms[0].exclusions.append(area)
    stand(chart, in: room.mode.place(area, in: room.rect), rows: free.count, of: room, &part)
  }

  private func stand(
    _ chart: Chart, in rect: Rect, rows: Int, of room: Room, _ part: inout StoryPart
  ) {
    let fit = chartSetter.fit(chart, width: rect.width, extent: rect.height)
    if let need = fit.need {
      let more = (need - rect.height + room.pitch - Length(units: 1)) / room.pitch
      part.chartNeed = ChartNeed(need: rows + max(1, more), have: rows)
    }
    let tag = MarkTag.figure(alternative: chart.alternative)
    let panel = Panel(rect: rect, items: [.begin(tag)] + fit.items + [.end(tag)])
    // On a dark ground it has turned its inks itself: greys must stay apart.
    if frame.reverse == nil { part.panels.append(panel) } else { part.fixedPanels.append(panel) }
  }

  private var chartSetter: ChartSetter {
    let ground = (frame.reverse ?? frame.box?.tint ?? frame.tint).map { Ink($0) }
    return ChartSetter(
      types: types, ground: ChartGround(ink: ground, isReversed: frame.reverse != nil))
  }
}

/// How a chart stands in some legs of a room; it is upright whichever way the text runs.
private struct ChartPlace {
  let least: Int
  let natural: Int
  /// Deeper than one and a half times its natural depth its figures look drawn out.
  var most: Int { natural * 3 / 2 }
  private let room: Room
  private let inline: Length
  private let length: Length

  init(_ chart: Chart, _ legs: ArraySlice<Leg>, in room: Room, setter: ChartSetter) {
    self.room = room
    inline = legs.first?.inline ?? .zero
    length = (legs.last.map { $0.inline + $0.measure } ?? .zero) - inline
    switch room.mode {
    case .horizontal:
      let (natural, least) = (
        setter.naturalExtent(chart, width: length), setter.leastExtent(chart, width: length)
      )
      self.natural = (natural + room.pitch) / room.pitch
      self.least = (least + room.pitch) / room.pitch
    case .vertical:
      natural = (length * 4 / 3 + room.pitch) / room.pitch
      least = (length * 2 / 3 + room.pitch) / room.pitch
    }
  }

  /// What text leaves free.
  func exclusion(from start: Int, rows: Int) -> LogicalRect {
    LogicalRect(
      inline: inline, block: room.start(ofRow: start), inlineSize: length,
      blockSize: room.extent(rows: rows))
  }

  /// Half a line, about, stays free between the chart and the text that it meets; beside upright lines more.
  func rect(from start: Int, rows: Int, _ anchor: PictureAnchor) -> Rect {
    var area = exclusion(from: start, rows: rows)
    let clear = room.mode == .vertical ? room.em * 2 / 3 : room.pitch / 3
    let head = anchor.isAtBottom || anchor.isInMiddle ? clear : .zero
    area.block += head
    area.blockSize -= head + (anchor.isAtBottom ? .zero : clear)
    return room.mode.place(area, in: room.rect)
  }
}
