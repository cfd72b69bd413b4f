import Typesetting
import Words

/// Where the text breaks before a jump (转版处): inside a sentence, so that the reader turns the page, and between words.
extension StorySetter {
  /// Where the break is not as it should be, no line may end there, and the line before the jump has room for up to four
  /// 字 less, or is left empty; the best of these ways is taken.
  func fillAcrossJump(_ flow: inout Flow, _ parts: [StoryPart], tightens: Bool) -> Filling {
    var best = brokenAtJump(level(&flow, parts, tightens: tightens), parts, flow)
    guard best.fault > .betweenWords || !best.isSound, best.line != nil else {
      return best.filling
    }
    var (joined, last) = (flow, best)
    for shorter in 0...StorySlots.mostShorter + 1 {
      if let line = last.line { joined.join(line.item, at: line.line.text.upperBound) }
      let filling = level(&joined, parts, shorter: shorter, tightens: tightens)
      last = brokenAtJump(filling, parts, joined)
      if last < best { best = last }
      if last.fault == .betweenWords, last.isSound { break }
    }
    return best.filling
  }

  private func brokenAtJump(_ filling: Filling, _ parts: [StoryPart], _ flow: Flow) -> BrokenAtJump
  {
    let legs = parts[0].rooms.reduce(0) { $0 + $1.legs.count }
    guard let line = filling.lines.last(where: { $0.slot.leg < legs }),
      case .text(let text) = flow.items[line.item]
    else { return BrokenAtJump(filling: filling, fault: .betweenWords) }
    let fault = JumpBreak(
      at: line.line.text.upperBound, of: text.shaped.source.text, words: parts[0].types.words)
    return BrokenAtJump(filling: filling, line: line, fault: fault)
  }
}

/// A story poured, and what the jump breaks in it.
private struct BrokenAtJump: Comparable {
  var filling: Filling
  /// The line before the jump.
  var line: PlacedLine?
  var fault: JumpBreak

  private var isLoose: Bool { line?.line.adjustment.isLoose ?? false }
  private var isRelieved: Bool { line?.line.adjustment.relieved ?? false }
  var isSound: Bool { !isLoose && !isRelieved }

  /// A rule of what may begin a line counts for more than where a jump breaks.
  private var rank: (Int, Int, Int, Int) {
    (filling.oversetLines, isRelieved ? 1 : 0, isLoose ? 1 : 0, fault.rawValue)
  }

  static func < (a: BrokenAtJump, b: BrokenAtJump) -> Bool { a.rank < b.rank }
  static func == (a: BrokenAtJump, b: BrokenAtJump) -> Bool { a.rank == b.rank }
}

/// What a jump breaks, the best first.
enum JumpBreak: Int, Comparable {
  case betweenWords, betweenSentences, perhapsAWord, betweenParagraphs, aWord

  init(at place: Int, of text: [Unicode.Scalar], words: HeadWords) {
    guard place > 0, place < text.count else {
      self = .betweenParagraphs
      return
    }
    if Self.sentenceEnds.contains(text[place - 1]) {
      self = .betweenSentences
      return
    }
    let clause = Self.clause(round: place, of: text)
    guard clause.lowerBound < place, place < clause.upperBound else {
      self = .betweenWords
      return
    }
    self =
      switch words.parted(at: place - clause.lowerBound, in: Array(text[clause])) {
      case .none: .betweenWords
      case .doubtful: .perhapsAWord
      case .word: .aWord
      }
  }

  private static let sentenceEnds = Array("。！？”』」".unicodeScalars)
  private static let pauses = Array("，、；：。！？".unicodeScalars)

  /// The text round a place from mark to mark.
  private static func clause(round place: Int, of text: [Unicode.Scalar]) -> Range<Int> {
    let before = text[..<place].lastIndex(where: pauses.contains).map { $0 + 1 } ?? 0
    let after = text[place...].firstIndex(where: pauses.contains) ?? text.count
    return before..<after
  }

  static func < (a: JumpBreak, b: JumpBreak) -> Bool { a.rawValue < b.rawValue }
}
