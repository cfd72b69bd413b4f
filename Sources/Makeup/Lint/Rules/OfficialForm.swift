import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// What the form of a paper asks to stand on page one («报纸期刊质量管理规定», 国新出发〔2020〕10号). The date and the
  /// number of pages are always in the masthead; the rest is what the edition says of itself.
  static let officialForm = LintRule { page, _ in
    missing(FormItem.onPageOne, .formMissing, on: page)
  }

  /// Who answers for the paper: many print it in the imprint of another page, or in the strip between two.
  static let whoAnswers = LintRule { page, _ in
    missing(FormItem.oftenElsewhere, .answerableMissing, on: page)
  }

  /// All that page one lacks, in one finding.
  private static func missing(_ items: [FormItem], _ code: Code, on page: LintedPage)
    -> [LintFinding]
  {
    guard page.isOfficial, page.isFirst,
      let masthead = page.frames.first(where: { $0.made.kind == .masthead })
    else { return [] }
    let lacking = items.filter { !$0.stands(in: page.edition) }
    guard !lacking.isEmpty else { return [] }
    return [
      page.finding(
        code, in: masthead, at: [masthead.rect], place: SourcePlace(file: "edition.yaml"),
        ["key": lacking.map(\.key).joined(separator: ", ")]
      ).wording(
        "what", lacking.map(\.zh).joined(separator: "、"),
        lacking.map(\.en).joined(separator: ", "))
    ]
  }
}

/// One thing that page one must say.
private struct FormItem {
  var key: String
  var zh: String
  var en: String
  /// Keys of the masthead that say it, and words that tell it in any other of its lines.
  var keys: [String]
  var words: [String]
  /// One of these must be in it: a line that only announces a number gives none.
  var proofs: [String] = []

  private static let digits = "0123456789０１２３４５６７８９".map(String.init)

  static let onPageOne = [
    FormItem(key: "issue", zh: "总期号", en: "the issue number", keys: [], words: ["期"]),
    FormItem(
      key: "masthead.registration", zh: "国内统一连续出版物号（CN 号）", en: "the CN number",
      keys: ["registration"], words: ["CN"], proofs: digits),
    FormItem(
      key: "masthead.publisher", zh: "出版单位", en: "the publisher", keys: ["publisher"],
      words: ["出版"], proofs: ["社", "报", "公司", "集团", "中心", "出版"]),
    FormItem(
      key: "masthead.price", zh: "定价", en: "the price", keys: ["price"], words: ["元", "赠阅"],
      proofs: digits + "一二三四五六七八九十".map(String.init) + ["赠", "免费", "非卖"]),
    FormItem(
      key: "masthead.phone", zh: "地址或电话", en: "an address or telephone",
      keys: ["phone", "address"], words: ["电话", "热线", "地址"],
      proofs: digits + ["路", "街", "道", "巷", "号", "区", "县", "镇", "楼"]),
  ]

  static let oftenElsewhere = [
    FormItem(
      key: "masthead.supervisor", zh: "主管单位", en: "the supervising body", keys: ["supervisor"],
      words: ["主管"]),
    FormItem(
      key: "masthead.organizer", zh: "主办单位", en: "the organizing body", keys: ["organizer"],
      words: ["主办"]),
    FormItem(
      key: "masthead.printer", zh: "印刷单位", en: "the printer", keys: ["printer"],
      words: ["印刷", "承印", "印务"]),
    FormItem(
      key: "masthead.distribution", zh: "发行信息", en: "how the paper is distributed",
      keys: ["distribution", "postal-code"], words: ["发行", "邮发", "订阅", "征订"]),
  ]

  /// Who prints and who distributes have numbers of their own; 新闻出版局 supervises and does not publish.
  private static let others = [
    "printer", "distribution", "ad-licence", "postal-code", "supervisor",
  ]

  func stands(in edition: Edition) -> Bool {
    if key == "issue", edition.issue != nil { return true }
    return edition.masthead.entries.contains { entry in
      // 国内统一连续出版物号 names no publisher.
      let value = entry.value.replacing("出版物", with: "")
      let isOther = Self.others.contains(entry.key) && !key.hasSuffix(entry.key)
      let isSaid = keys.contains(entry.key) || !isOther && words.contains { value.contains($0) }
      return isSaid && (proofs.isEmpty || proofs.contains { value.contains($0) })
    }
  }
}
