import CJKRules

extension Splitting {
  /// Korean lines end at word spaces (띄어쓰기 단위); particles are written with their words.
  mutating func weighKorean() {
    for place in 1..<text.count where ClassSet.spaces.contains(classes[place - 1]) {
      set(place, cost(at: place))
    }
  }

  private func cost(at place: Int) -> Int {
    var end = place - 1
    while end > 0, ClassSet.spaces.contains(classes[end - 1]) { end -= 1 }
    let (before, after) = (word(endingAt: end), word(from: place))
    if KoreanWords.leanBack.contains(after) || KoreanWords.leanForward.contains(before) {
      return SplitCost.never
    }
    if before.hasSuffix("…") { return SplitCost.pause }
    let endsNumber = end > 0 && (isDigit(end - 1) || KoreanWords.scales.contains(text[end - 1]))
    if endsNumber && KoreanWords.units.contains(where: after.hasPrefix) { return SplitCost.never }
    let endsPhrase = KoreanWords.phraseEnds.contains { before.count > 1 && before.hasSuffix($0) }
    return endsPhrase ? SplitCost.phrase : SplitCost.doubtful
  }

  private func word(endingAt end: Int) -> String {
    var start = end
    while start > 0, !isBlank(start - 1) { start -= 1 }
    return string(start..<end)
  }

  private func word(from start: Int) -> String {
    var end = start
    while end < text.count, !isBlank(end) { end += 1 }
    return string(start..<end)
  }
}

/// What words of a Korean headline lean on.
private enum KoreanWords {
  /// Bound nouns (의존 명사) and verbs that serve as particles: never open a line.
  static let leanBack: Set<String> = [
    "등", "뿐", "것", "수", "만", "때문", "때", "줄", "중", "내", "외", "간", "측", "당", "이상", "이하", "안팎", "위해",
    "위한", "따라", "따른", "대한", "대해",
    "관한", "앞두고", "맞아",
  ]
  /// What stands before a noun (관형사), and conjunctions.
  static let leanForward: Set<String> = [
    "및", "또는", "다음", "이번", "지난", "오는", "모든", "여러", "그", "이", "저", "한", "두", "세", "네", "첫", "새", "옛",
    "많은", "좋은", "젊은", "늙은", "높은", "낮은", "같은", "다른", "짧은", "넓은", "좁은", "깊은", "늦은", "붉은", "작은",
    "각", "전", "총", "약", "제", "매", "안", "못", "더",
  ]
  /// Particles and endings after which a phrase is over. Those that many nouns end in too (가, 로, 도) are
  /// left out, and 의, which binds what follows.
  static let phraseEnds = [
    "을", "를", "은", "는", "에", "에서", "에게", "께", "으로", "와", "부터", "까지", "고", "며", "하게", ",", "위해",
    "따라", "대해", "맞아",
  ]
  static let scales = Set("만억조천백".unicodeScalars)
  static let units = [
    "원", "명", "개", "건", "곳", "대", "년", "월", "일", "시", "분", "톤", "가구", "세대", "점", "위", "차", "회", "배",
    "달러",
    "만", "억", "조", "㎞", "km", "m", "㎡", "평", "권", "마리", "그루", "층", "호",
  ]
}
