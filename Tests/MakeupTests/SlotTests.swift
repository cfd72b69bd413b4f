import Diagnostics
import Geometry
@testable import Makeup
import PageDesign
import Testing

/// Rooms drawn with a 字 a character: □ is room for text, ▨ something in the way, a space the gutter.
@Suite struct `The slots of a room` {
  let em = Length.points(10)
  let pitch = Length.points(14)

  func room(legs: Int, measure: Int, rows: Int) -> Room {
    let width = em * (measure * legs + legs - 1)
    let rect = Rect(x: .zero, y: .zero, width: width, height: pitch * (rows - 1) + em)
    return Room(
      rect: rect, mode: .horizontal, em: em, pitch: pitch, firstRow: .zero, rows: rows,
      legs: (0..<legs).map {
        Leg(room: 0, inline: em * ($0 * (measure + 1)), measure: em * measure, rows: rows)
      })
  }

  func drawing(_ room: Room) -> String { drawing(room, slots(in: [room])) }

  func drawing(_ room: Room, _ slots: [LineSlot]) -> String {
    let width = room.size.inline / em
    var lines = Array(repeating: Array(repeating: "▨", count: width), count: room.rows)
    for slot in slots {
      for column in slot.inline / em..<(slot.inline + slot.measure) / em {
        lines[slot.row][column] = "□"
      }
    }
    return lines.map { $0.joined() }.joined(separator: "\n")
  }

  @Test func `go around a picture that spans a leg`() {
    var room = room(legs: 2, measure: 3, rows: 4)
    room.exclusions = [
      LogicalRect(inline: em * 4, block: .zero, inlineSize: em * 3, blockSize: pitch + em)
    ]
    let expected = """
      □□□▨▨▨▨
      □□□▨▨▨▨
      □□□▨□□□
      □□□▨□□□
      """
    #expect(drawing(room) == expected)
  }

  @Test func `are whole 字 beside a picture that takes part of a leg, one 字 away`() {
    var room = room(legs: 1, measure: 15, rows: 3)
    room.exclusions = [
      LogicalRect(inline: em * 11 - em / 3, block: pitch, inlineSize: em * 5, blockSize: em)
    ]
    let expected = """
      □□□□□□□□□□□□□□□
      □□□□□□□□□▨▨▨▨▨▨
      □□□□□□□□□□□□□□□
      """
    #expect(drawing(room) == expected)
  }

  @Test func `leave a line empty where fewer than nine 字 remain`() {
    var room = room(legs: 1, measure: 12, rows: 2)
    room.exclusions = [LogicalRect(inline: .zero, block: .zero, inlineSize: em * 5, blockSize: em)]
    let expected = """
      ▨▨▨▨▨▨▨▨▨▨▨▨
      □□□□□□□□□□□□
      """
    #expect(drawing(room) == expected)
  }

  @Test func `end at the row that levels the legs`() {
    let expected = """
      □□▨□□
      □□▨□□
      ▨▨▨▨▨
      """
    let room = room(legs: 2, measure: 2, rows: 3)
    let part = StoryPart(
      address: FrameAddress(page: 0, frame: 0),
      frame: TestPage.frame("a", columns: 1...2, lines: 1...3), types: TestPage.types(),
      rooms: [room])
    let slots = StorySlots(of: [part], shorter: 0)
    #expect(drawing(room, slots.trimmed(1)) == expected)
    #expect((0...6).map(slots.mostTrimmed) == [0, 0, 1, 1, 2, 2, 2])
  }

  @Test func `stand on the page's grid in a padded box`() {
    let place = SourcePlace(file: "layout.yaml")
    let grid = BodyGrid(
      columns: 2, chars: 10, gutter: em, lines: 20, size: em, pitch: pitch,
      origin: Point(x: .points(30), y: .points(40)))
    var frame = Frame(
      id: "box", kind: .article, areas: [GridArea(columns: 1...2, lines: 3...12, place: place)],
      place: place)
    frame.box = BoxDesign(rule: .points(0.5), padding: .characters(tenThousandths: 5_000))
    let room = rooms(of: frame, on: grid)[0]
    let top = room.rect.y + room.start(ofRow: 0) - grid.origin.y
    #expect(top.units % pitch.units == 0)
    #expect(room.rows == 8)
  }

  @Test func `run down the page and leftwards in a vertical frame`() {
    let place = SourcePlace(file: "layout.yaml")
    let grid = BodyGrid(
      columns: 2, chars: 10, gutter: em, lines: 20, size: em, pitch: pitch,
      origin: Point(x: .zero, y: .zero))
    var frame = Frame(
      id: "v", kind: .article, areas: [GridArea(columns: 1...1, lines: 1...20, place: place)],
      place: place)
    frame.mode = .vertical
    let room = rooms(of: frame, on: grid)[0]
    #expect(room.size.inline == pitch * 19 + em)
    #expect(room.rows == 7)
    let first = slots(in: [room])[0]
    let start = room.mode.place(
      LogicalPoint(inline: first.inline, block: first.axis), in: room.rect)
    #expect(start == Point(x: room.rect.maxX - em / 2, y: .zero))
  }
}
