import Testing

@testable import Makeup

@Suite struct `Round ticks` {
  private func ticks(_ amounts: [Double], _ intervals: Int, fromZero: Bool = true) -> [String] {
    let ticks = RoundTicks(
      amounts.map { Int(($0 * 1_000_000).rounded()) }, intervals: intervals, fromZero: fromZero)
    return ticks.values.map { ticks.text($0, mark: "") }
  }

  @Test(arguments: [
    ([6.4, 4.9], 4, ["0", "2", "4", "6", "8"]),
    ([97.3], 5, ["0", "20", "40", "60", "80", "100"]),
    ([9.1], 4, ["0", "2.5", "5.0", "7.5", "10.0"]),
    ([0.037], 4, ["0", "0.01", "0.02", "0.03", "0.04"]),
    ([123_456_789], 3, ["0", "50000000", "100000000", "150000000"]),
    ([5], 1, ["0", "5"]),
    ([2210], 4, ["0", "1000", "2000", "3000"]),
  ])
  func `are steps of 1, 2, 2.5 or 5, no more of them than asked for`(
    amounts: [Double], intervals: Int, wanted: [String]
  ) {
    #expect(ticks(amounts, intervals) == wanted)
  }

  @Test func `end over the greatest amount, not a third of the axis above it`() {
    let coarse = RoundTicks([2_210_000_000], intervals: 2, fromZero: true)
    #expect(coarse.values.map { coarse.text($0, mark: "") } == ["0", "2000"])
    #expect(coarse.upper == 2_500_000_000)
  }

  @Test func `reach under nought for negative figures, with a minus sign`() {
    #expect(ticks([-3.2, 7.4], 6) == ["−4", "−2", "0", "2", "4", "6", "8"])
    #expect(ticks([-3, -1], 3) == ["−3", "−2", "−1", "0"])
  }

  @Test func `of nothing but noughts go up to one`() {
    #expect(ticks([0, 0], 4).last == "1.00")
    #expect(ticks([], 2).first == "0")
  }

  @Test func `of lines begin above nought only where their change would not be seen`() {
    #expect(ticks([96, 99, 103], 5, fromZero: false) == ["96", "98", "100", "102", "104"])
    #expect(ticks([30, 90], 3, fromZero: false).first == "0")
    #expect(ticks([-99, -96], 3, fromZero: false).last == "−96")
    #expect(ticks([7, 7], 4, fromZero: false).count > 1)
  }

  @Test func `hold every figure between the lowest and the highest`() {
    for seed in 1...200 {
      let amounts = (0..<5).map { (seed &* 7919 &* ($0 + 3)) % 2_000_003 - 700_000 }
      for fromZero in [true, false] {
        let ticks = RoundTicks(amounts, intervals: 2 + seed % 5, fromZero: fromZero)
        #expect(amounts.allSatisfy { (0...1).contains(ticks.part($0)) })
        #expect(ticks.values.count - 1 <= 2 + seed % 5)
        #expect(ticks.values.allSatisfy { $0 % ticks.step == 0 })
      }
    }
  }
}
