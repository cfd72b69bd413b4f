import Banxin
import Diagnostics
import Testing

@Suite struct `Reading damaged files` {
  /// Enough to try every kind of damage on every file, in about a second.
  static let cases = 120

  @Test func `always ends with an issue or a reason`() throws {
    var damage = Damage(seed: 20_261_124)
    for number in 0..<Self.cases {
      var edition = SoundEdition()
      damage.harm(&edition)
      let read = try edition.read()
      let isAnswered = read.value.issue != nil || ReadFailure(read.diagnostics) != nil
      #expect(isAnswered, "case \(number)")
      // Every message can be drawn, wherever it points.
      for diagnostic in read.diagnostics.prefix(10) {
        _ = HumanMessages(language: .en, sources: read.value.sources).draw(diagnostic)
        _ = JSONMessages(language: .zh, sources: read.value.sources).draw(diagnostic)
      }
    }
  }
}

/// Damages editions, the same way each time it begins with the same seed.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// xorshift64: any sequence does, as long as it repeats.
  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }

  private static let tokens: [String] = [
    "\t", "\r", "\0", "\u{FEFF}", "- ", "{", "}", "[", "]", ": ", "#", "&a", "*a", "!!x", "|", ">",
    "'", "\"",
    "---\n", "...\n", "%", "\n\n", "**", "*", "字", "\u{202E}", "\u{301}", "-1", "0",
    "99999999999999999999",
    "1e9", "../", "/", "\\", "<b>", "{{x}}", "| a |\n|--|\n", "a: b\n", "  - x\n", "5-4", "１－９",
    "null", "~",
    "𠮷", "1.5字", "0mm",
  ]

  mutating func harm(_ edition: inout SoundEdition) {
    let paths = edition.files.keys.sorted()
    for _ in 0...below(3) {
      let path = paths[below(paths.count)]
      var bytes = edition.files[path] ?? []
      harm(&bytes)
      edition.files[path] = bytes
    }
  }

  private mutating func harm(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    let length = min(below(12), bytes.count - at)
    switch below(6) {
    case 0: bytes.removeSubrange(at..<at + length)
    case 1: bytes.insert(contentsOf: Array(bytes[at..<at + length]), at: below(bytes.count + 1))
    case 2: if at < bytes.count { bytes[at] = UInt8(below(256)) }
    case 3: bytes.removeSubrange(at...)
    default: bytes.insert(contentsOf: Self.tokens[below(Self.tokens.count)].utf8, at: at)
    }
  }
}
