import Geometry
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Text beside an outline` {
  private static let em = TestPage.grid.size

  /// A leg of 16 字 and twenty rows, with areas that text must leave free, as far from its right side as they say, from a
  /// row on.
  private func open(_ taken: [(row: Int, characters: Int)], rows: ClosedRange<Int>) throws -> [Int]
  {
    var frame = TestPage.frame("n", columns: 1...3, lines: 1...20)
    frame.bodyColumns = 2
    var room = try #require(Makeup.rooms(of: frame, on: TestPage.grid).first)
    let leg = room.legs[0]
    for (row, characters) in taken {
      room.exclusions.append(
        LogicalRect(
          inline: leg.inline + leg.measure - Self.em * characters, block: room.start(ofRow: row),
          inlineSize: Self.em * characters, blockSize: Self.em))
    }
    let area = LogicalRect(
      inline: leg.inline, block: room.start(ofRow: rows.lowerBound), inlineSize: leg.measure,
      blockSize: room.extent(rows: rows.count))
    room.closeGaps(within: area)
    return slots(in: [room]).filter { $0.leg == 0 && rows.contains($0.row) }.map(\.row)
  }

  @Test func `stands there in four lines at least, one alone is left out`() throws {
    // One short line over a circle as wide as the column.
    let wide = (7...12).map { (row: $0, characters: 14) }
    #expect(try open([(6, 4)] + wide, rows: 6...12) == [])
    #expect(
      try open([(6, 2), (7, 3), (8, 4), (9, 5)] + (10...14).map { ($0, 14) }, rows: 6...14) == [
        6, 7, 8, 9,
      ])
  }

  @Test func `goes on past a narrow edge between whole lines`() throws {
    #expect(try open([(8, 1), (9, 2), (10, 1)], rows: 8...10) == [8, 9, 10])
  }

  @Test func `stands nowhere beside what parts it in the middle`() throws {
    let circle = [2, 4, 5, 6, 9, 9, 9, 9, 6, 5, 4, 2].enumerated().map {
      (row: $0.offset + 4, characters: $0.element)
    }
    #expect(try open(circle, rows: 4...15) == [])
  }
}
