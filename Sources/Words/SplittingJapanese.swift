import CJKRules

extension Splitting {
  /// Japanese lines end after a particle: a phrase (文節) is a word with the small words that follow it.
  mutating func weighJapanese() {
    for (before, after) in zip(parts, parts.dropFirst()) {
      set(after.lowerBound, japaneseCost(before, after))
    }
    keepNumbers()
    keepLatinWords()
  }

  private func japaneseCost(_ before: Range<Int>, _ after: Range<Int>) -> Int {
    let (left, right) = (string(before), string(after))
    if JapaneseWords.leanBack.contains(right) || isTail(after) { return SplitCost.never }
    if JapaneseWords.leanForward.contains(left) { return SplitCost.never }
    if JapaneseWords.closePhrase.contains(left) { return SplitCost.phrase }
    if left == "の" { return SplitCost.word + 10 }
    let (end, start) = (script(before.upperBound - 1), script(after.lowerBound))
    switch (end, start) {
    case (.hiragana, _): return SplitCost.word
    case (.kanji, .kanji):
      return before.count == 1 || after.count == 1 ? SplitCost.doubtful : SplitCost.close
    case (.katakana, .katakana): return SplitCost.never
    default: return after.count == 1 ? SplitCost.doubtful : SplitCost.word + 20
    }
  }

  /// Hiragana that only ends a word: okurigana, auxiliaries.
  private func isTail(_ part: Range<Int>) -> Bool {
    part.count <= 2 && part.allSatisfy { script($0) == .hiragana }
      && !JapaneseWords.shortWords.contains(string(part))
  }

  private enum Script { case kanji, hiragana, katakana, other }

  private func script(_ index: Int) -> Script {
    switch text[index].value {
    case 0x3041...0x309F: .hiragana
    case 0x30A0...0x30FF: .katakana
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x3005, 0x20000...0x3FFFF: .kanji
    default: .other
    }
  }
}

/// What words of a Japanese headline lean on.
private enum JapaneseWords {
  private static func table(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Particles, auxiliaries and suffixes: never open a line.
  static let leanBack = table(
    """
    は が を に で と も の へ や か から まで より ら など だけ ほど ばかり さえ しか こそ ても でも では には とは への との からの
    での にも だ です ます た て し ない なし れる られる せる させる する した して され される だった まま つつ ながら
    さん 君 氏 様 者 的 化 性 率 年 月 日 時 分 秒 円 人 件 個 本 台 校 社 店 歳 回 位 区 市 町 村 県 府 都 駅 線 号 家 館 街 場 員 会
    """)

  /// Never end a line.
  static let leanForward = table("約 全 第 各 再 初 新 未 非 不 無 最 同 本 お ご 大 小 高 低 前 後 総 副 元 来 翌 計")

  /// A phrase ends with them.
  static let closePhrase = table(
    "は が を に で と も へ や か から まで より ら など だけ ほど でも では には とは への にも して た て")

  /// Two hiragana that are a word of their own.
  static let shortWords = table("あす きょう いま まち ひと こと もの みな ここ いざ なぜ どう また まだ すぐ ほぼ やや うみ やま かわ")
}
