/// Articles of random text with a fixed seed (xorshift64*), full of what makes lines hard to set.
struct ArticleDice {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 2_685_821_657_736_338_717 | 1 }

  mutating func roll(_ sides: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 2_685_821_657_736_338_717) >> 33) % sides
  }

  mutating func pick(_ choices: [String]) -> String { choices[roll(choices.count)] }
}

/// What articles of one language are made from.
struct ArticleWords {
  var words: [String]
  var marks: [String]
  var latin: [String]
  var asides: [String]
  /// What ends a sentence.
  var stops: [String]

  static func of(_ language: String) -> ArticleWords {
    switch language {
    case "ja": japanese
    case "ko": korean
    case "zh-Hant-TW", "zh-Hant-HK": traditional
    default: simplified
    }
  }

  private static let simplified = ArticleWords(
    words: [
      "北埠", "渡口", "桥", "市民", "清晨", "的", "了", "在", "江面", "薄雾", "公交车", "一", "新", "望江新区", "沿街商铺",
    ],
    marks: ["，", "，", "，", "、", "；", "："],
    latin: [
      "12", "2026年", "85%", "3.5亿元", "GDP", "5G", "AI", "Wi-Fi", "1,200", "￥30", "HarfBuzz", "12℃",
    ],
    asides: ["“通了”", "《江上》", "（见图）", "——", "……", "“‘二桥’之后”", "【专题】", "欧阳·夏"],
    stops: ["。", "。", "。", "！", "？", "！！", "。”"])

  private static let traditional = ArticleWords(
    words: [
      "北埠", "渡口", "橋", "市民", "清晨", "的", "了", "在", "江面", "薄霧", "公車", "一", "新", "望江新區", "沿街商鋪",
    ],
    marks: ["，", "，", "，", "、", "；", "："],
    latin: ["12", "2026年", "85%", "3.5億元", "GDP", "5G", "AI", "Wi-Fi", "1,200", "HarfBuzz"],
    asides: ["「通了」", "《江上》", "（見圖）", "——", "……", "「『二橋』之後」", "【專題】", "歐陽‧夏"],
    stops: ["。", "。", "。", "！", "？", "。」"])

  private static let japanese = ArticleWords(
    words: [
      "橋", "が", "を", "川", "朝霧", "の", "バス", "センター", "きょう", "渡った", "しゃべって", "市民", "新しい", "東京", "ショー",
    ],
    marks: ["、", "、", "、", "・"],
    latin: ["12", "2026年", "85%", "3.5億円", "GDP", "5G", "AI", "HarfBuzz"],
    asides: ["「通った」", "『川上』", "（写真）", "――", "……", "「『二橋』のあと」", "【特集】", "人々"],
    stops: ["。", "。", "。", "！", "？", "。」"])

  private static let korean = ArticleWords(
    words: ["다리가 ", "시민들은 ", "새벽 ", "강 ", "위에 ", "버스를 ", "타고 ", "건너갔다 ", "신도시 ", "상점가 "],
    marks: [", ", ", "],
    latin: ["12 ", "2026년 ", "85% ", "GDP ", "5G ", "AI "],
    asides: ["‘다리’ ", "“개통” ", "(사진) "],
    stops: [". ", ". ", "! ", "? "])
}

extension ArticleDice {
  mutating func paragraph(_ words: ArticleWords, sentences: Int) -> String {
    var text = ""
    for _ in 0..<sentences {
      for clause in 0...roll(4) {
        if clause > 0 { text += pick(words.marks) }
        for _ in 0...roll(5) { text += pick(words.words) }
        switch roll(6) {
        case 0: text += pick(words.latin) + pick(words.words)
        case 1: text += pick(words.asides) + pick(words.words)
        default: break
        }
      }
      text += pick(words.stops)
    }
    // What the article's markup would take for itself does not belong to this text.
    while text.last == " " { text.removeLast() }
    return text
  }
}
