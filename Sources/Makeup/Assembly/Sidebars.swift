import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension StoryPartMaker {
  /// 链接·新闻背景: boxes at the foot of a room's last leg, over each other. One that no room holds counts as overset.
  func standSidebars(in part: inout StoryPart) {
    for sidebar in story.sidebars.reversed() {
      let places = part.rooms.indices.filter { part.rooms[$0].isAtFoot }.reversed()
      if places.contains(where: { stand(sidebar, inRoom: $0, of: &part) }) { continue }
      let measure = part.rooms.last?.legs.last?.measure ?? types.grid.columnWidth
      part.oversetLines += lines(of: sidebar, measure: measure).count
      part.oversetCharacters += sidebar.characters
    }
  }

  private func stand(_ sidebar: Sidebar, inRoom index: Int, of part: inout StoryPart) -> Bool {
    let room = part.rooms[index]
    guard let leg = room.legs.last else { return false }
    let lines = lines(of: sidebar, measure: leg.measure)
    let rows = (types.style("caption").pitch * lines.count + room.pitch * 2) / room.pitch
    let free = freeRows(below: [leg], in: room, least: rows, at: .bottom)
    guard rows <= free.count else { return false }
    let area = LogicalRect(
      inline: leg.inline, block: room.start(ofRow: free.upperBound - rows),
      inlineSize: leg.measure, blockSize: room.extent(rows: rows))
    part.rooms[index].exclusions.append(area)
    part.panels.append(sidebarPanel(lines, area: area, room: room))
    return true
  }

  private func lines(of sidebar: Sidebar, measure: Length) -> [Line] {
    let inner = measure - types.grid.size
    let (head, body) = (
      types.style("label").mode(frame.mode), types.style("caption").mode(frame.mode)
    )
    return types.lines(sidebar.title, as: head, measure: inner)
      + sidebar.blocks.flatMap { types.lines($0, as: body, measure: inner) }
  }

  private func sidebarPanel(_ lines: [Line], area: LogicalRect, room: Room) -> Panel {
    let head = types.grid.pitch / 3
    let box = LogicalRect(
      inline: .zero, block: head, inlineSize: area.inlineSize, blockSize: area.blockSize - head)
    var items: [Item] = [.fill(box, .grey(8)), .stroke(box, weight: .points(0.5), .black)]
    var axis = head + types.grid.pitch
    for line in lines {
      items.append(
        .line(line, start: LogicalPoint(inline: types.grid.size / 2, block: axis), .black))
      axis += types.style("caption").pitch
    }
    return Panel(rect: room.mode.place(area, in: room.rect), mode: room.mode, items: items)
  }
}

extension Sidebar {
  fileprivate var characters: Int {
    blocks.reduce(title.unicodeScalars.count) { $0 + $1.text.unicodeScalars.count }
  }
}
