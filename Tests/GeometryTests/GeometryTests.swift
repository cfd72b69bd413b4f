import Geometry
import Testing

@Suite struct `A length` {
  @Test func `is whole in points, millimetres and their thirds and quarters`() {
    #expect(Length.points(1) / 12 * 12 == .points(1))
    #expect(Length.millimetres(25.4) == .points(72))
  }

  @Test func `counts a grid in characters exactly`() {
    #expect(Length.points(9.4) * 71 == Length.points(667.4))
  }
}

@Suite struct `A writing mode` {
  let room = Rect(x: .points(10), y: .points(20), width: .points(100), height: .points(200))

  @Test func `places a horizontal line from the left, top down`() {
    let point = LogicalPoint(inline: .points(3), block: .points(5))
    #expect(WritingMode.horizontal.place(point, in: room) == Point(x: .points(13), y: .points(25)))
  }

  @Test func `places a vertical line from the right, leftwards`() {
    let point = LogicalPoint(inline: .points(3), block: .points(5))
    #expect(WritingMode.vertical.place(point, in: room) == Point(x: .points(105), y: .points(23)))
  }
}
