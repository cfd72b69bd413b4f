import CairoOutput
import Colour
import Drawing
import Geometry
import Testing

@Suite struct CoverageTests {
  /// Planes of half-millimetre pixels, 100 across and down, with rectangles of ink.
  private func planes(_ areas: [(x: Range<Int>, y: Range<Int>, inks: [UInt8])]) -> InkPlanes {
    var inks = [UInt8](repeating: 0, count: 100 * 100 * 4)
    for area in areas {
      for y in area.y {
        for x in area.x {
          inks.replaceSubrange((y * 100 + x) * 4..<(y * 100 + x) * 4 + 4, with: area.inks)
        }
      }
    }
    return InkPlanes(width: 100, height: 100, ppi: 50, inks: inks)
  }

  @Test func `each ink's share of the page is its mean`() {
    let coverage = planes([(0..<100, 0..<25, [255, 0, 51, 0])]).coverage(inkLimit: 220)
    #expect(coverage.shares == [25_000, 0, 5_000, 0])
    #expect(coverage.heaviest?.total == 120)
    #expect(coverage.overLimit.isEmpty)
  }

  @Test func `an area over the limit is told with its place, a spot of a few pixels is not`() throws
  {
    let heavy: [UInt8] = [255, 255, 153, 102]
    let coverage = planes([
      (0..<100, 0..<100, [0, 0, 0, 26]), (10..<14, 10..<14, [255, 255, 255, 255]),
      (40..<50, 60..<70, heavy),
    ]).coverage(inkLimit: 220)
    #expect(coverage.overLimit.map(\.total) == [300])
    let spot = try #require(coverage.heaviest)
    #expect(spot.total == 300)
    #expect((40..<50).contains(Int(spot.place.x.points / 1.44)))
    #expect((60..<70).contains(Int(spot.place.y.points / 1.44)))
  }

  @Test func `areas that touch only by a corner are two, those joined below are one`() {
    let heavy: [UInt8] = [255, 255, 255, 0]
    // 49 pixels each: 15 mm² have 59.
    let apart = planes([(10..<17, 10..<17, heavy), (17..<24, 17..<24, heavy)])
    #expect(apart.coverage(inkLimit: 220).overLimit.isEmpty)
    let fork = planes([
      (10..<14, 10..<20, heavy), (20..<24, 10..<20, heavy), (10..<24, 20..<22, heavy),
    ])
    #expect(fork.coverage(inkLimit: 220).overLimit.count == 1)
  }

  @Test func `ink of exactly the limit is not over it`() {
    let full: [UInt8] = [143, 138, 133, 148]  // 220.4 %, as roundings make it
    #expect(planes([(0..<100, 0..<100, full)]).coverage(inkLimit: 220).overLimit.isEmpty)
    #expect(planes([(0..<100, 0..<100, full)]).coverage(inkLimit: 215).overLimit.count == 1)
  }

  @Test func `a page without ink has no heaviest place`() {
    let coverage = planes([]).coverage(inkLimit: 220)
    #expect(coverage.shares == [0, 0, 0, 0])
    #expect(coverage.heaviest == nil)
  }
}
