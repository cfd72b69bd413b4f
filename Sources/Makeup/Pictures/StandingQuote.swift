import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension StoryPartMaker {
  /// The story's first pull quote across several columns, as the layout or the story asks, between two lines. One that
  /// finds no room stays in the text.
  func standQuote(in part: inout StoryPart) {
    guard let design = story.quote ?? frame.quote.map(QuoteStand.init),
      let block = story.blocks.firstIndex(where: { $0.kind == .quote })
    else { return }
    let anchor = design.anchor ?? .center
    let seen = anchor.seen(in: frame.mode)
    let places = part.stands
    // One that is to stand at the foot rather does in other columns than over something in its own.
    for isAtFoot in seen.isAtBottom ? [true, false] : [false] {
      for index in anchor.order(of: places) {
        let room = places[index]
        for legs in seen.windows(of: design.columns ?? .max, in: room) {
          guard
            let (lines, area) = stand(
              story.blocks[block], in: legs, at: seen, of: room, isAtFoot: isAtFoot)
          else { continue }
          part.clear(area, in: index, design.wrap ?? .auto)
          let rect = room.mode.place(area, in: room.rect)
          part.panels.append(Panel(rect: rect, mode: room.mode, items: items(lines, in: area)))
          part.standingQuote = (block, rect)
          return
        }
      }
    }
  }

  /// Its lines and their area; nil where these columns have not rows enough, or would keep too few beside it, where their
  /// foot is taken and it is to stand there, and where it would come before the story's first line.
  private func stand(
    _ quote: Block, in legs: ArraySlice<Leg>, at anchor: PictureAnchor, of room: Room,
    isAtFoot: Bool
  ) -> (lines: [Line], area: LogicalRect)? {
    guard let first = legs.first, let last = legs.last else { return nil }
    let measure = last.inline + last.measure - first.inline
    let lines = lines(of: quote, measure: measure)
    let rows = (extent(of: lines.count) + room.pitch) / room.pitch
    let free = freeRows(
      below: legs, in: room, least: rows + leastLinesOfPart, at: anchor)
    guard rows + leastLinesOfPart <= free.count, !isAtFoot || free.upperBound == room.rows else {
      return nil
    }
    let start = anchor.start(of: rows, in: free)
    let opens = slots(in: [room]).first.map { legs.startIndex == 0 && start <= $0.row } ?? false
    guard !opens else { return nil }
    let area = LogicalRect(
      inline: first.inline, block: room.start(ofRow: start), inlineSize: measure,
      blockSize: room.extent(rows: rows))
    return (lines, area)
  }

  private var quoteStyle: ResolvedStyle { types.style("quote-across").mode(frame.mode) }

  private func lines(of quote: Block, measure: Length) -> [Line] {
    let inner = measure - types.grid.size * 2
    return types.balancedTexts(quote.text, as: quoteStyle, measure: inner, pays: true).map {
      types.line($0, as: quoteStyle, measure: inner)
    }
  }

  /// The lines, with as much white above and below as a body line takes.
  private func extent(of lines: Int) -> Length {
    quoteStyle.pitch * (lines - 1) + quoteStyle.text.size + types.grid.pitch * 2
  }

  /// In the middle of their rows, a line above and below, a third of a body line from the text.
  private func items(_ lines: [Line], in area: LogicalRect) -> [Item] {
    let pitch = quoteStyle.pitch
    let ink = Ink(percents: quoteStyle.ink)
    let edge = types.grid.pitch / 3
    let first = (area.blockSize - pitch * (lines.count - 1)) / 2
    let text = lines.enumerated().map { number, line in
      Item.line(
        line, start: LogicalPoint(inline: types.grid.size, block: first + pitch * number), ink)
    }
    let rules = [edge, area.blockSize - edge].map { block in
      Item.rule(
        from: LogicalPoint(inline: .zero, block: block),
        to: LogicalPoint(inline: area.inlineSize, block: block), weight: .points(0.75), ink, .solid)
    }
    return [.begin(.paragraph)] + text + [.end(.paragraph)] + rules
  }
}

extension QuoteStand {
  fileprivate init(_ design: PhotoDesign) {
    self.init(
      anchor: design.anchor.flatMap(PictureAnchor.init), columns: design.columns, wrap: design.wrap)
  }
}
