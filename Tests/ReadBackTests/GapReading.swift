/// The gaps of a line of simplified Chinese with half-wide line ends (行末半角式), measured between ink boxes as CLREQ
/// 3.1.6.1 draws them; natural widths and steps are those of CLREQ 3.1.6.2, 3.2.2, 3.5.3 and 3.5.4, written down here
/// anew. Em.
struct ReadGap: Hashable {
  /// What shrinks first has the lowest step; nil where nothing may.
  var shrinkStep: Int?
  /// How much may be taken.
  var shrinkable = 0.0
  /// What the line does to it: negative when squeezed.
  var change: Double
}

enum GapReading {
  enum Kind { case han, opener, closer, comma, stop, other }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    if (0x4E00...0x9FFF).contains(scalar.value) { return .han }
    if EdgeRules.openers.contains(scalar) { return .opener }
    if EdgeRules.closers.contains(scalar) { return .closer }
    if "，、；：".unicodeScalars.contains(scalar) { return .comma }
    if "。！？".unicodeScalars.contains(scalar) { return .stop }
    return .other
  }

  /// The gaps between Han characters and marks; those beside Latin, dashes and dots are left out, since
  /// their boxes depend on the font, and those of ！！, which share frames (GB/T 15834 5.1.2).
  static func gaps(of line: [LegCharacter]) -> [ReadGap] {
    let kinds = line.indices.map { areChained(line, $0) ? Kind.other : kind(of: line[$0].scalar) }
    return line.indices.dropLast().compactMap { index in
      let (a, b) = (kinds[index], kinds[index + 1])
      guard a != .other, b != .other else { return nil }
      let end = line[index].x + (a == .opener || a == .han ? 1 : 0.5)
      let start = line[index + 1].x + (b == .opener ? 0.5 : 0)
      return gap(a, b, width: start - end)
    }
  }

  private static func areChained(_ line: [LegCharacter], _ index: Int) -> Bool {
    func isMark(_ place: Int) -> Bool {
      line.indices.contains(place) && "！？".unicodeScalars.contains(line[place].scalar)
    }
    return isMark(index) && (isMark(index - 1) || isMark(index + 1))
  }

  private static func gap(_ a: Kind, _ b: Kind, width: Double) -> ReadGap {
    let closes = a == .closer || a == .comma || a == .stop
    let follows = b == .closer || b == .comma || b == .stop
    let natural = (closes && !follows) || (a == .han && b == .opener) ? 0.5 : 0
    let step: Int? =
      switch (a, b) {
      case _ where natural == 0: nil
      case (.closer, _), (.han, _): 4
      case (.comma, _): 5
      default: 7
      }
    return ReadGap(shrinkStep: step, shrinkable: natural, change: width - natural)
  }
}
