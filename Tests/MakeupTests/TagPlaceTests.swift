import Drawing
import Geometry
import Testing

@testable import Makeup

@Suite struct `A tag on a proof` {
  private static let tag = Size(width: .points(30), height: .points(9))

  private func list(_ type: [Point]) -> DisplayList {
    let types = TestPage.types()
    var list = DisplayList(code: "1", size: Size(width: .points(300), height: .points(300)))
    for point in type {
      let line = types.line("江上的桥江上的桥江上的桥江上的桥", as: types.style("body"), measure: .points(200))
      let panel = Panel(
        rect: Rect(x: point.x, y: point.y, width: .points(200), height: .points(12)),
        items: [.line(line, start: LogicalPoint(inline: .zero, block: .points(6)), .black)])
      draw(panel, into: &list.marks)
    }
    return list
  }

  private func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(x: .points(x), y: .points(y), width: .points(width), height: .points(height))
  }

  @Test func `stands over its place where the paper is white`() {
    var places = TagPlaces(on: list([]))
    #expect(places.next(Self.tag, at: rect(50, 50, 100, 40)) == rect(50, 41, 30, 9))
  }

  @Test func `does not hide the line over its place`() {
    var places = TagPlaces(on: list([Point(x: .points(50), y: .points(39))]))
    let tag = places.next(Self.tag, at: rect(50, 50, 100, 40))
    #expect(tag == rect(50, 90, 30, 9), "under it")
  }

  @Test func `does not stand on another one, nor off the page`() {
    var places = TagPlaces(on: list([]))
    let first = places.next(Self.tag, at: rect(0, 2, 100, 40))
    #expect(first.y == .points(42))
    let second = places.next(Self.tag, at: rect(0, 2, 100, 40))
    #expect(!second.intersects(first))
  }
}
