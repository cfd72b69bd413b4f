import Diagnostics
import Geometry
import Schema

/// Something that the paper itself says round its stories (版面用语); each is a pattern with the names of what is put in.
package enum PaperWord: String, CaseIterable, Sendable {
  /// Of mastheads and folios: `{year}`, `{month}`, `{day}`; `{era}` is the year as the country counts it besides.
  case date
  case issue
  case page
  /// How many pages there are today.
  case pages
  case teasers
  case index
  /// That a story goes on elsewhere, and that it comes from elsewhere (下转, 上接), and the mark that both stand in.
  case jump
  case jumpBack = "jump-back"
  case jumpMark = "jump-mark"
  case tableContinued = "table-continued"
  /// The head of a group of rows that goes on (组头).
  case groupContinued = "group-continued"
  /// Before where a chart's figures come from.
  case source
  case advertisement
  case adSpace = "ad-space"
  /// In the place of a story that could not be read.
  case unread

  /// What must be put in, and what may be.
  var names: (asked: [String], known: [String]) {
    switch self {
    case .date: (["month", "day"], ["year", "month", "day", "era"])
    case .issue: (["issue"], ["issue"])
    case .pages: (["pages"], ["pages"])
    case .page, .jump, .jumpBack: (["page"], ["page"])
    case .jumpMark: (["label"], ["label"])
    case .groupContinued, .source, .advertisement, .adSpace, .unread: (["name"], ["name"])
    case .teasers, .index, .tableContinued: ([], [])
    }
  }
}

/// What the paper says, in the language of its edition.
package struct PaperWords: Hashable, Sendable {
  private var patterns: [PaperWord: String]

  /// As newspapers of that language usually put it.
  package init(usualIn language: String) { patterns = Self.usual(in: language) }

  /// What is put in follows the pattern: `said(.jump, ["page": "2"])` is 下转2版.
  package func said(_ word: PaperWord, _ values: [String: String] = [:]) -> String {
    let parts = (patterns[word] ?? "").split(separator: "{", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") { text, part in
      guard let end = part.firstIndex(of: "}") else { return text }
      return text + (values[String(part[..<end])] ?? "") + part[part.index(after: end)...]
    }
  }

  func overlaid(with own: [PaperWord: String]) -> PaperWords {
    var words = self
    words.patterns.merge(own) { _, own in own }
    return words
  }
}

extension StyleSheet {
  /// The words of an edition: the sheet's own over the usual.
  package func words(in language: String) -> PaperWords {
    PaperWords(usualIn: language).overlaid(with: words[language] ?? [:])
  }
}

// MARK: Reading

extension KeyTable {
  static let words = KeyTable(
    "words",
    ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko"].map {
      Key($0, .map(paperWords), "这种语言的期的版面用语")
    })

  private static let paperWords = KeyTable(
    "paper words", PaperWord.allCases.map { Key($0.rawValue, .text, $0.about) })
}

extension PaperWord {
  fileprivate var about: String {
    switch self {
    case .date: "日期，如 {year}年{month}月{day}日；{era} 是年号年、民国年"
    case .issue: "期号，如 第{issue}期"
    case .page: "版次，如 {page}版"
    case .pages: "版数，如 今日{pages}版"
    case .teasers: "导读的题"
    case .index: "目录的题"
    case .jump: "转版，如 下转{page}版"
    case .jumpBack: "接版，如 上接{page}版"
    case .jumpMark: "转版、接版外面的记号，如 （{label}）"
    case .tableContinued: "接排的表的题后，如 续表"
    case .groupContinued: "表里一组接排时的组头，如 {name}（续）"
    case .source: "图表的来源，如 数据来源：{name}"
    case .advertisement: "广告的代替文字，如 广告：{name}"
    case .adSpace: "没到的广告，如 广告位　{name}"
    case .unread: "没读进的稿件，如 稿件未能读入：{name}"
    }
  }
}

extension Fields {
  /// A sheet's `words`, language by language.
  func paperWords() -> [String: [PaperWord: String]] {
    guard let languages = map("words") else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: languages.table.names.compactMap { language in
        languages.map(language).map { (language, $0.patterns()) }
      })
  }

  private func patterns() -> [PaperWord: String] {
    Dictionary(
      uniqueKeysWithValues: PaperWord.allCases.compactMap { word in
        located(word.rawValue).flatMap { pattern($0, of: word) }.map { (word, $0) }
      })
  }

  /// Nil, with a message, when it lacks what it is said for or has a name that nothing is put in for.
  private func pattern(_ text: Located<String>, of word: PaperWord) -> String? {
    let (asked, known) = word.names
    let used = text.value.split(separator: "{").dropFirst().map { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) } ?? ""
    }
    if asked.allSatisfy(used.contains), used.allSatisfy(known.contains) { return text.value }
    let places = known.map { "{\($0)}" }.joined(separator: " ")
    let expected: Expected =
      known.isEmpty
      ? .said(zh: "里没有可填的，不能有 {…}", en: "has nothing to be put in: no {…}")
      : .said(
        zh: "里要有 \(asked.map { "{\($0)}" }.joined(separator: " "))，可填的只有 \(places)",
        en:
          "must have \(asked.map { "{\($0)}" }.joined(separator: " ")), and no other than \(places)"
      )
    findings.add(expected.diagnostic(at: text.place, key: word.rawValue))
    return nil
  }
}
