import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension StoryPartMaker {
  /// The pictures of a story, `taller` rows more (or less) than they naturally take.
  func standPictures(in part: inout StoryPart, taller: Int) {
    guard !part.rooms.isEmpty else { return }
    var used: Set<PictureAnchor> = []
    for picture in story.photos {
      let anchor = anchor(of: picture, avoiding: used)
      used.insert(anchor)
      stand(picture, at: anchor, taller: taller, in: &part)
    }
  }

  /// The picture's own wish, then the layout's, then the first corner still free.
  private func anchor(of picture: Picture, avoiding used: Set<PictureAnchor>) -> PictureAnchor {
    let wish = picture.anchor ?? frame.photo?.anchor.flatMap(PictureAnchor.init)
    let order: [PictureAnchor] = [.topRight, .bottomLeft, .center, .bottomRight, .topLeft]
    if let wish, !used.contains(wish) { return wish }
    return order.first { !used.contains($0) } ?? .topRight
  }

  private func stand(
    _ picture: Picture, at anchor: PictureAnchor, taller: Int, in part: inout StoryPart
  ) {
    let room = part.rooms[0]
    let legs = legs(for: picture, at: anchor, in: room)
    guard let first = legs.first, let last = legs.last else { return }
    let width = last.inline + last.measure - first.inline
    let setter = PictureSetter(types: types)
    let caption = setter.caption(picture, width: width)
    let top = freeRows(below: legs, in: room)
    let natural =
      setter.naturalExtent(picture, width: width) + captionGap + caption.extent + room.pitch / 2
    let wanted = (natural + room.pitch / 2) / room.pitch + taller
    // Its caption and three rows of the picture are the least.
    let least = (caption.extent + captionGap) / room.pitch + 4
    guard top.count >= least else {
      part.pictureNeeds.append((least, top.count, picture.path.place))
      return
    }
    let rows = max(least, min(wanted, top.count))
    let start =
      switch anchor.isAtBottom {
      case true: top.upperBound - rows
      case false: anchor.isInMiddle ? top.lowerBound + (top.count - rows) / 2 : top.lowerBound
      }
    // Half a line stays free between the picture's block and the text it meets.
    let clear = room.pitch / 3
    let head = anchor.isAtBottom || anchor.isInMiddle ? clear : .zero
    let foot = anchor.isAtBottom ? Length.zero : clear
    let extent = room.extent(rows: rows)
    let block = room.start(ofRow: start)
    let area = LogicalRect(
      inline: first.inline, block: block + head, inlineSize: width, blockSize: extent - head - foot)
    let cleared =
      frame.photo?.wrap == false
      ? LogicalRect(inline: .zero, block: block, inlineSize: room.size.inline, blockSize: extent)
      : LogicalRect(inline: first.inline, block: block, inlineSize: width, blockSize: extent)
    part.rooms[0].exclusions.append(cleared)
    part.panels.append(panel(for: picture, caption: caption, in: area, room: room))
  }

  private var captionGap: Length { types.grid.pitch / 4 }

  private func panel(
    for picture: Picture, caption: CaptionFit, in area: LogicalRect, room: Room
  ) -> Panel {
    let rect = room.mode.place(area, in: room.rect)
    let text = caption.extent == .zero ? Length.zero : caption.extent + captionGap
    let image = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width,
      blockSize: max(types.grid.pitch, rect.height - text))
    let items =
      PictureSetter(types: types).place(picture, in: image)
      + caption.items.map { $0.moved(inline: .zero, block: image.blockEnd + captionGap) }
    return Panel(rect: rect, items: items)
  }

  private func legs(for picture: Picture, at anchor: PictureAnchor, in room: Room) -> ArraySlice<
    Leg
  > {
    let count = max(
      1, min(picture.columns ?? frame.photo?.columns ?? (room.legs.count + 1) / 2, room.legs.count))
    let first =
      switch anchor {
      case .topLeft, .left, .bottomLeft: 0
      case .top, .center, .bottom: (room.legs.count - count) / 2
      case .topRight, .right, .bottomRight: room.legs.count - count
      }
    return room.legs[first..<first + count]
  }

  /// The rows of some legs that nothing stands in yet: the longest run.
  func freeRows(below legs: ArraySlice<Leg>, in room: Room) -> Range<Int> {
    guard let first = legs.first, let last = legs.last else { return 0..<0 }
    let end = last.inline + last.measure
    var best = 0..<0
    var start: Int?
    for row in 0...room.rows {
      let top = room.start(ofRow: row)
      let isTaken =
        row == room.rows
        || room.exclusions.contains {
          $0.inline < end && first.inline < $0.inlineEnd && $0.block < top + room.em
            && top < $0.blockEnd
        }
      if isTaken, let from = start {
        if row - from > best.count { best = from..<row }
        start = nil
      } else if !isTaken, start == nil {
        start = row
      }
    }
    return best
  }

  /// 链接·新闻背景: boxes in the last leg, under each other.
  func standSidebars(in part: inout StoryPart) {
    for sidebar in story.sidebars.reversed() {
      guard let room = part.rooms.first, let leg = room.legs.last else { return }
      let free = freeRows(below: [leg], in: room)
      let inner = leg.measure - types.grid.size
      let body = types.style("caption")
      var lines = types.lines(sidebar.title, as: types.style("label"), measure: inner)
      let headLines = lines.count
      for block in sidebar.blocks { lines += types.lines(block, as: body, measure: inner) }
      let rows = min(free.count, (body.pitch * lines.count + room.pitch * 2) / room.pitch)
      guard rows > headLines + 1 else { continue }
      let block = room.start(ofRow: free.upperBound - rows)
      let area = LogicalRect(
        inline: leg.inline, block: block, inlineSize: leg.measure,
        blockSize: room.extent(rows: rows))
      part.rooms[0].exclusions.append(area)
      part.panels.append(sidebarPanel(lines, style: body, area: area, room: room))
    }
  }

  private func sidebarPanel(_ lines: [Line], style: ResolvedStyle, area: LogicalRect, room: Room)
    -> Panel
  {
    let head = types.grid.pitch / 3
    let box = LogicalRect(
      inline: .zero, block: head, inlineSize: area.inlineSize, blockSize: area.blockSize - head)
    var items: [Item] = [.fill(box, .grey(8)), .stroke(box, weight: .points(0.5), .black)]
    var axis = head + types.grid.pitch
    for line in lines {
      items.append(
        .line(line, start: LogicalPoint(inline: types.grid.size / 2, block: axis), .black))
      axis += style.pitch
    }
    return Panel(rect: room.mode.place(area, in: room.rect), mode: room.mode, items: items)
  }
}

extension PictureAnchor {
  var isAtBottom: Bool { [.bottom, .bottomLeft, .bottomRight].contains(self) }
  var isInMiddle: Bool { [.left, .center, .right].contains(self) }
}
