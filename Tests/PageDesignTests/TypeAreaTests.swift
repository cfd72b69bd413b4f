import Geometry
import Testing

@testable import PageDesign

/// JLREQ 2.4.2 with its own worked examples.
@Suite struct `A type area` {
  private func grid(_ columns: Int, _ chars: Int, _ lines: Int, size: Int, gap: Int) -> BodyGrid {
    BodyGrid(
      columns: columns, chars: chars, gutter: .points(16), lines: lines, size: .points(size),
      pitch: .points(size + gap), origin: Point(x: .zero, y: .zero))
  }

  @Test func `is as wide as its characters and gutters`() {
    #expect(grid(1, 35, 28, size: 9, gap: 8).width == .points(315))
    #expect(grid(2, 19, 40, size: 8, gap: 4).width == .points(320))
  }

  @Test func `is as high as its lines and the gaps between them`() {
    #expect(grid(1, 35, 28, size: 9, gap: 8).height == .points(468))
    #expect(grid(2, 19, 40, size: 8, gap: 4).height == .points(476))
  }
}
