import CJKRules

extension Splitting {
  mutating func weighChinese() {
    joinKnownWords()
    for (before, after) in zip(parts, parts.dropFirst()) {
      set(after.lowerBound, chineseCost(before, after))
    }
    keepUnknownWords()
    keepCounted()
    keepNumbers()
    keepLatinWords()
  }

  /// Words of the trade that ICU's dictionary does not know are put together again.
  mutating func joinKnownWords() {
    var joined: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = knownWord(from: start) ?? parts.first { $0.contains(start) }?.upperBound
      joined.append(start..<(end ?? text.count))
      start = joined[joined.count - 1].upperBound
    }
    parts = joined
  }

  /// Where the longest known word ends that begins at a place; only the name of a trade ends inside a part.
  private func knownWord(from start: Int) -> Int? {
    (start + 2..<max(start + 2, min(text.count, start + Self.longestWord) + 1)).last { end in
      let word = string(start..<end)
      return ChineseWords.trades.contains(word)
        || ChineseWords.ofNews.contains(word) && parts.contains { $0.upperBound == end }
    }
  }

  private static let longestWord = ChineseWords.ofNews.map(\.unicodeScalars.count).max() ?? 0

  func isHan(_ part: Range<Int>) -> Bool { part.allSatisfy { classes[$0] == .ideograph } }

  private func chineseCost(_ before: Range<Int>, _ after: Range<Int>) -> Int {
    let (left, right) = (string(before), string(after))
    if isHan(after), ChineseWords.leanBack.contains(right) { return SplitCost.never }
    if isHan(before), ChineseWords.leanForward.contains(left) { return SplitCost.never }
    if ChineseWords.verbs.contains(left) {
      return ChineseWords.verbs.contains(right) ? SplitCost.never : SplitCost.doubtful
    }
    if ChineseWords.closePhrase.contains(left) || ChineseWords.openPhrase.contains(right) {
      return SplitCost.phrase
    }
    if ChineseWords.verbs.contains(right) { return SplitCost.word - 10 }
    let isAmount = isNumeral(after) || right == "百分之" || right == "千分之"
    if isAmount && ChineseWords.changes.contains(left) { return SplitCost.close }
    if ChineseWords.leanLightly.contains(left) || ChineseWords.closeName.contains(right) {
      return SplitCost.close
    }
    return left == "的" ? SplitCost.word + 10 : SplitCost.word
  }

  /// Single characters beside each other are most likely a word or a name that the dictionary does not
  /// know: 北埠, 疫情防控. Such a run is split only in the middle of an even number, in need; one alone
  /// belongs to the word before it (港, 站, 者) unless a phrase begins with it.
  private mutating func keepUnknownWords() {
    var index = 0
    while index < parts.count {
      var end = index
      while end < parts.count, isUnknown(parts[end]) { end += 1 }
      if end - index > 1 {
        keepRun(parts[index].lowerBound..<parts[end - 1].upperBound)
      } else if end - index == 1 {
        keepSingle(index)
      }
      index = max(end, index + 1)
    }
  }

  private mutating func keepRun(_ run: Range<Int>) {
    for place in run.dropFirst() {
      let isEven = run.count.isMultiple(of: 2) && (place - run.lowerBound).isMultiple(of: 2)
      set(place, isEven ? SplitCost.doubtful : SplitCost.never)
    }
  }

  private mutating func keepSingle(_ index: Int) {
    let part = parts[index]
    let before = index > 0 ? parts[index - 1] : nil
    let after = index + 1 < parts.count ? parts[index + 1] : nil
    if let after, ChineseWords.surnames.contains(string(part)), after.count <= 2, isHan(after) {
      return forbid(after.lowerBound)
    }
    if let after, isVerb(after) { forbid(after.lowerBound) }
    guard let before else { return raise(part.upperBound, by: SplitCost.close) }
    if isVerb(before) {
      forbid(part.lowerBound)
    } else if isHan(before), !isPhraseWord(before), !isNumeral(before) {
      raise(part.lowerBound, by: SplitCost.doubtful)
    } else if !isNumeral(before) {
      raise(part.upperBound, by: SplitCost.close)
    }
  }

  /// 三个|孩子, 217株|古树: what counts belongs to what is counted.
  private mutating func keepCounted() {
    for (index, part) in parts.enumerated() where part.upperBound < text.count {
      let counts =
        isNumeral(part.lowerBound..<part.lowerBound + 1) && part.count > 1
        || index > 0 && part.count == 1 && isNumeral(parts[index - 1])
      if counts, ChineseWords.measures.contains(text[part.upperBound - 1]) {
        raise(part.upperBound, by: SplitCost.doubtful)
      }
    }
  }

  private func isVerb(_ part: Range<Int>) -> Bool { ChineseWords.verbs.contains(string(part)) }

  private func isPhraseWord(_ part: Range<Int>) -> Bool {
    let word = string(part)
    return ChineseWords.leanBack.contains(word) || ChineseWords.leanForward.contains(word)
      || ChineseWords.closePhrase.contains(word) || ChineseWords.openPhrase.contains(word)
      || word == "的"
  }

  /// A single Han character that none of the tables knows.
  func isUnknown(_ part: Range<Int>) -> Bool {
    part.count == 1 && isHan(part) && !isNumeral(part) && !isVerb(part) && !isPhraseWord(part)
  }

  /// Latin words beside each other are one name (New York Times) if there are no more than three; K7路.
  mutating func keepLatinWords() {
    for (before, after) in zip(parts, parts.dropFirst()) where after.count == 1 && isHan(after) {
      let isCode = before.count <= 3 && before.allSatisfy { ClassSet.latin.contains(classes[$0]) }
      if isCode || isDigit(before.upperBound - 1) { forbid(after.lowerBound) }
    }
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, ClassSet.latin.contains(classes[end]) { end += 1 }
      let words = text[index..<end].split(separator: " ").count
      if words > 1, words <= 3 { forbid(inside: index..<end) }
      index = max(end, index + 1)
    }
  }
}
