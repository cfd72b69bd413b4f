import Testing

/// CLREQ 3.5.2 to 3.5.4 on the lines of the PDF, as it was read back: simplified Chinese, half-wide line ends.
@Suite(.serialized) struct `Gaps of generated articles read back` {
  /// Cairo leaves out moves of less than 3/1000 em, and rounds to 1/1000.
  private static let tolerance = 0.004

  private static let edition = Result {
    try GeneratedEdition(
      language: "zh-Hans", body: "indent: 2", measures: Array(6...32), seed: 21)
  }

  /// The smallest move that Cairo writes.
  private static let leastMove = 0.003

  /// How much the gaps differ. Where each opens by less than Cairo writes, it leaves moves out until they add up, and no
  /// gap tells of it: there, how far a character stands from where it would, were all gaps alike.
  private static func unevenness(of opened: [Double]) -> Double {
    let share = opened.reduce(0, +) / Double(max(1, opened.count))
    guard share < leastMove else { return (opened.max() ?? 0) - (opened.min() ?? 0) }
    var drift = 0.0
    return opened.reduce(0) { most, gap in
      drift += gap - share
      return max(most, abs(drift))
    }
  }

  private func lines() throws -> [(measure: Int, line: [LegCharacter], isLast: Bool)] {
    var found: [(measure: Int, line: [LegCharacter], isLast: Bool)] = []
    let edition = try Self.edition.get()
    for article in edition.articles {
      let lines = article.legs.flatMap(\.lines)
      for (index, line) in lines.enumerated() {
        let next = index + 1 < lines.count ? lines[index + 1].first?.x ?? 2 : 2
        found.append((article.measure, line, next > 1.2))
      }
    }
    return found
  }

  // 5. Flush, and 15: the mark at a line's end is half wide (GB/T 15834 5.1.10).
  @Test func `fill their lines to the edge`() throws {
    for (measure, line, isLast) in try lines() where !isLast {
      guard let last = line.last else { continue }
      switch GapReading.kind(of: last.scalar) {
      case .han, .opener:
        #expect(abs(last.x + 1 - Double(measure)) < Self.tolerance, "\(line.text)")
      case .closer, .comma, .stop:
        #expect(abs(last.x + 0.5 - Double(measure)) < Self.tolerance, "\(line.text)")
      case .other: break
      }
    }
  }

  // 11. No gap is less than nothing.
  @Test func `keep within their bounds`() throws {
    for (measure, line, _) in try lines() {
      for gap in GapReading.gaps(of: line) {
        #expect(gap.change >= -gap.shrinkable - Self.tolerance, "\(measure): \(line.text)")
      }
    }
  }

  // 9. Within a step all move alike.
  @Test func `open and close alike within a step`() throws {
    for (measure, line, _) in try lines() {
      let gaps = GapReading.gaps(of: line)
      #expect(
        Self.unevenness(of: gaps.map { max(0, $0.change) }) < Self.tolerance,
        "\(measure): \(line.text)")
      for step in [4, 5, 7] {
        let closed = gaps.filter { $0.shrinkStep == step }.map { min(0, $0.change) }
        let spread = (closed.max() ?? 0) - (closed.min() ?? 0)
        #expect(spread < Self.tolerance, "\(measure), step \(step): \(line.text)")
      }
    }
  }

  // 10 and 13. A later step begins when the earlier is spent, and nothing opens while something is squeezed.
  @Test func `keep the order of steps`() throws {
    for (measure, line, _) in try lines() {
      let gaps = GapReading.gaps(of: line)
      let squeezed = gaps.filter { $0.change < -Self.tolerance }
      if !squeezed.isEmpty {
        #expect(!gaps.contains { $0.change > Self.tolerance }, "\(measure): \(line.text)")
      }
      let last = squeezed.compactMap(\.shrinkStep).max() ?? 0
      for gap in gaps {
        guard let step = gap.shrinkStep, step < last else { continue }
        #expect(gap.change < -gap.shrinkable + Self.tolerance, "\(measure): \(line.text)")
      }
    }
  }

  // 14. Neighbouring marks hug (CLREQ 3.1.6.2).
  @Test func `leave half an em between neighbouring marks at most`() throws {
    var pairs = 0
    for (_, line, _) in try lines() where GapReading.gaps(of: line).allSatisfy({ $0.change <= 0 }) {
      for (one, other) in zip(line, line.dropFirst()) {
        let (a, b) = (GapReading.kind(of: one.scalar), GapReading.kind(of: other.scalar))
        guard a == .closer || a == .comma || a == .stop, b == .opener || b == .closer else {
          continue
        }
        pairs += 1
        #expect(other.x - one.x < 0.5 + (b == .closer ? Self.tolerance : 0.5 + Self.tolerance))
      }
    }
    #expect(pairs > 20)
  }

  // 16. Han and Latin stand an eighth to a half of an em apart, and nothing but the fonts' own blank at marks.
  @Test func `set Latin off from Han by an eighth to a half of an em`() throws {
    var places = 0
    for (_, line, _) in try lines() {
      for (one, other) in zip(line, line.dropFirst())
      where GapReading.kind(of: one.scalar) == .han && other.scalar.properties.isAlphabetic
        && other.scalar.isASCII
      {
        places += 1
        let gap = other.x - one.x - 1
        #expect(gap >= 0.125 - Self.tolerance && gap <= 0.5 + Self.tolerance, "\(line.text)")
      }
    }
    #expect(places > 50)
  }
}
