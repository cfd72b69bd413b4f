import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A line of the layout` {
  private static let grid = TestPage.grid

  /// Where it is drawn, from end to end in points.
  private func lines(_ position: RuleDesign.Position, _ frames: [Frame]) -> [(Rect)] {
    let rule = RuleDesign(position: position, weight: .points(1), place: TestPage.place)
    let layout = Layout(
      name: "test", file: "layout.yaml",
      size: Size(width: .millimetres(273), height: .millimetres(393)), grid: Self.grid,
      frames: frames, rules: [rule])
    return rules(of: layout).items.compactMap { item in
      guard case .rule(let from, let to, _, _, _) = item else { return nil }
      return Rect(
        x: from.inline, y: from.block, width: to.inline - from.inline,
        height: to.block - from.block)
    }
  }

  private func frame(_ id: String, _ areas: [(ClosedRange<Int>, ClosedRange<Int>)]) -> Frame {
    var frame = TestPage.frame(id, columns: areas[0].0, lines: areas[0].1)
    frame.areas = areas.map { GridArea(columns: $0.0, lines: $0.1, place: TestPage.place) }
    return frame
  }

  private func rect(_ columns: ClosedRange<Int>, _ lines: ClosedRange<Int>) -> Rect {
    Self.grid.rect(columns: columns, lines: lines)
  }

  @Test func `stands in the middle of a blank line, and of less where there is less`() throws {
    let apart = [frame("a", [(1...6, 1...20)]), frame("b", [(1...6, 22...40)])]
    let blank = try #require(lines(.above("b"), apart).first)
    #expect(blank.y == rect(1...6, 22...22).y - (Self.grid.pitch * 2 - Self.grid.size) / 2)
    let close = [frame("a", [(1...6, 1...20)]), frame("b", [(1...6, 21...40)])]
    for line in lines(.above("b"), close) + lines(.below("a"), close) {
      #expect(line.y > rect(1...6, 20...20).maxY && line.y < rect(1...6, 21...21).y)
    }
  }

  /// A Z in the notch of which another story stands: no line crosses that one.
  @Test func `goes over each step of a shape`() {
    let shape = frame("z", [(1...2, 10...30), (3...3, 20...30)])
    let other = frame("o", [(3...6, 1...18)])
    let over = lines(.above("z"), [shape, other])
    #expect(over.map(\.width) == [rect(1...2, 1...1).width, rect(3...3, 1...1).width])
    #expect(over.map(\.y).sorted() == over.map(\.y) && over[0].y < over[1].y)
    #expect(lines(.below("z"), [shape, other]).count == 1)
  }

  @Test func `stands between a shape and what is in its corner, on both sides of that`() {
    let shape = frame("l", [(1...4, 1...20), (1...1, 21...40)])
    let other = frame("o", [(2...4, 22...40)])
    let found = lines(.between("l", "o"), [shape, other])
    #expect(found.count == 2)
    #expect(found.contains { $0.height == .zero && $0.width == rect(2...4, 1...1).width })
    #expect(found.contains { $0.width == .zero && $0.y == rect(1...1, 22...22).y })
  }
}
