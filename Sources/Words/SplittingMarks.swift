import CJKRules

extension Splitting {
  /// What marks say of the places beside them, whatever the language: after the words were weighed.
  mutating func weighMarks() {
    let words = costs
    for place in 1..<text.count { weigh(place, words[place]) }
    keepSpans()
    keepShortNames()
    preferBlanks()
  }

  private static let neverFirst: ClassSet = [
    .closer, .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation,
    .doubleExclamation, .middleDot, .ellipsis, .shortConnector, .quarterHyphen, .longConnector,
    .solidus, .postfix,
    .latinCloser, .iteration, .longVowel, .smallKana, .attached, .hyphen, .noBreakSpace,
  ]
  private static let neverLast: ClassSet = [
    .opener, .latinOpener, .shortConnector, .quarterHyphen, .longConnector, .solidus,
    .prefix, .dash,
    .noBreakSpace, .hyphen,
  ]
  private static let pauses: ClassSet = [
    .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation, .doubleExclamation,
    .ellipsis,
  ]

  private mutating func weigh(_ place: Int, _ word: Int) {
    let (before, after) = (classes[place - 1], classes[place])
    let partsNumber = place > 1 && isDigit(place - 2) && isDigit(place) && before == .comma
    if isBlank(place) || partsNumber || Self.neverFirst.contains(after)
      || Self.neverLast.contains(before)
    {
      forbid(place)
    } else if before == .ideographicSpace {
      set(place, SplitCost.blank)
    } else if isBlank(place - 1) {
      if word < SplitCost.never { set(place, min(word, spaceCost(place))) }
    } else if before == .middleDot {
      // What ・ joins is rather kept together.
      set(place, language == .ja ? SplitCost.doubtful : SplitCost.never)
    } else if text[place - 1] == "、", language != .ja {
      // A Chinese list goes on after 、; in Japanese it is the comma.
      set(place, SplitCost.word)
    } else if Self.pauses.contains(before) {
      set(place, SplitCost.pause)
    } else if after == .dash {
      set(place, SplitCost.phrase)
    } else if (before == .closer || after == .opener) && word < SplitCost.never {
      set(place, min(word, SplitCost.phrase + 10))
    }
  }

  /// A word space parts phrases of Han, words of Korean; Latin words beside each other are one name.
  private func spaceCost(_ place: Int) -> Int {
    var end = place - 1
    while end > 0, isBlank(end - 1) { end -= 1 }
    let isLatin = ClassSet.latin.contains(classes[place])
    let isName = isLatin && ClassSet.latin.contains(classes[end - 1])
    if language == .ko { return SplitCost.never }
    return isName ? SplitCost.doubtful : SplitCost.phrase
  }

  /// What stands in brackets or quotation marks stays whole if it is short; what is longer is rather
  /// split elsewhere, and never right beside its marks.
  private mutating func keepSpans() {
    var open: [Int] = []
    var straight: Int?
    for index in text.indices {
      switch classes[index] {
      case .opener: open.append(index)
      case .closer: if let start = open.popLast() { keepSpan(start + 1..<index) }
      default: break
      }
      guard text[index] == "\"" else { continue }
      if let start = straight { keepSpan(start + 1..<index) }
      straight = straight == nil ? index : nil
    }
  }

  private mutating func keepSpan(_ span: Range<Int>) {
    let isShort = span.count <= Self.longestSpan
    for place in span.dropFirst() where costs[place] < SplitCost.never {
      if isShort || place < span.lowerBound + 2 || place > span.upperBound - 2 {
        forbid(place)
      } else {
        raise(place, by: SplitCost.doubtful)
      }
    }
  }

  /// Characters between brackets that are kept on one line.
  private static let longestSpan = 12

  /// What an editor set between blanks and is short is a name, or should not be torn.
  private mutating func keepShortNames() {
    var start = 0
    for index in 0...text.count
    where index == text.count || classes[index] == .ideographicSpace {
      if index - start <= 4, index > start { forbid(inside: start..<index) }
      start = index + 1
    }
  }

  /// Where there are blanks, or pauses, other places are the worse for it.
  private mutating func preferBlanks() {
    let hasBlank = classes.dropFirst().dropLast().contains(.ideographicSpace)
    let hasPause = places().contains { $0.cost == SplitCost.pause }
    guard hasBlank || hasPause else { return }
    let extra = hasBlank ? SplitCost.besidesBlank : SplitCost.besidesPause
    for place in 1..<text.count where costs[place] < SplitCost.never {
      let isBlank = classes[place - 1] == .ideographicSpace
      let isPause = !hasBlank && costs[place] == SplitCost.pause
      if !isBlank && !isPause { raise(place, by: extra) }
    }
  }
}
