import Drawing
import Geometry
import Testing

@Suite struct `A path on the plates` {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> [PathStep<Point>] {
    func point(_ dx: Double, _ dy: Double) -> Point {
      Point(x: .points(x + dx), y: .points(y + dy))
    }
    return [
      .move(to: point(0, 0)), .line(to: point(side, 0)), .line(to: point(side, side)),
      .line(to: point(0, side)), .close,
    ]
  }

  @Test func `knocks out as an area, and overprints as a black line`() throws {
    let plates = try PlateTrial([
      .fill(rect(0, 0, 100, 100), Ink(c: 100, k: 0)),
      .path(PathMark(square(10, 10, 30), fill: .grey(40))),
      .path(PathMark(square(60, 60, 20), stroke: .black, weight: .points(6))),
    ]).plates()
    let area = plates.inks(25, 25)
    #expect(area[0] == 0 && (100...104).contains(area[3]))
    #expect(plates.inks(60, 70) == [255, 0, 0, 255])
    #expect(plates.inks(70, 70) == [255, 0, 0, 0])
  }
}

@Suite struct `A sector` {
  @Test func `is bent within a thousandth of its circle, and a whole turn is a disc`() {
    let centre = LogicalPoint(inline: .zero, block: .zero)
    let steps = PathMark.sector(
      centre: centre, radius: .points(100), from: Turn(turns: 0), to: Turn(turns: 1))
    #expect(steps.count == 10)
    for step in steps {
      guard case .curve(_, _, let end) = step else { continue }
      let (x, y) = (end.inline.points, end.block.points)
      #expect(abs((x * x + y * y).squareRoot() - 100) < 0.01)
    }
    let quarter = PathMark.sector(
      centre: centre, radius: .points(100), from: Turn(turns: 0.25), to: Turn(turns: 0.5))
    #expect(quarter[0] == .move(to: centre))
    #expect(quarter[1] == .line(to: LogicalPoint(inline: .points(100), block: .zero)))
  }
}
