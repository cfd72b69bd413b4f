/// What the weather services of each language call a sky, and its sign: China's CMA, Hong Kong's Observatory and
/// Taiwan's CWA, Japan's 気象庁, Korea's 기상청. A paper may have places of several of them.
enum SkyWords {
  /// The more particular before the more general: 雷雨 is thunder, 雨夹雪 snow, 大雾 no heavy rain.
  static let table: [(words: [String], sign: SkySign)] = [
    (["雷", "천둥", "번개", "뇌우"], .thunder),
    (["雪", "みぞれ", "あられ", "ゆき", "눈", "폭설"], .snow),
    (["暴雨", "大雨", "豪雨", "폭우", "호우"], .heavyRain),
    (["雨", "あめ", "비", "소나기"], .rain),
    (["雾", "霧", "霾", "沙", "砂", "尘", "塵", "もや", "かすみ", "안개", "황사"], .fog),
    (["阴", "陰", "密云", "密雲", "曇", "くもり", "흐"], .cloud),
    (["云", "雲", "구름"], .cloudySun),
    (["晴", "はれ", "阳光", "陽光", "맑"], .sun),
  ]

  /// What stands between two skies of which one follows the other, or comes and goes; the longest first.
  private static let turns = [
    "때때로", "時々", "一時", "のち", "한때", "가끔", "转", "轉", "転", "後", "后", "時", "时", "뒤", "후", "다가",
  ]

  /// 晴转多云, 晴れのち雨 and 맑음 뒤 흐림 have two signs, 晴 one, a sky of which no word is known none.
  static func signs(of sky: String) -> [SkySign] {
    var signs: [SkySign] = []
    for part in parts(of: sky) {
      guard let sign = sign(of: part), sign != signs.last else { continue }
      signs.append(sign)
    }
    return Array(signs.prefix(2))
  }

  private static func sign(of part: Substring) -> SkySign? {
    table.first { row in row.words.contains { part.contains($0) } }?.sign
  }

  private static func parts(of sky: String) -> [Substring] {
    turns.reduce([Substring(sky)]) { parts, turn in
      parts.flatMap { $0.split(separator: turn) }
    }
  }

  /// A word of each sign in a language, for those who look for one.
  static func known(in language: String) -> String {
    switch language {
    case "ja": "晴れ、曇り、雨、大雨、雷、雪、霧、のち、時々、一時"
    case "ko": "맑음, 구름많음, 흐림, 비, 소나기, 천둥번개, 눈, 안개, 뒤, 한때, 가끔"
    case "zh-Hans": "晴、多云、阴、雨、暴雨、雷、雪、雾、霾、沙尘、转"
    default: "晴、多雲、陰、雨、大雨、雷、雪、霧、霾、轉、時"
    }
  }
}
