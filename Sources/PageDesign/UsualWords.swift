// What newspapers of each language print round their stories.

extension PaperWords {
  static func usual(in language: String) -> [PaperWord: String] {
    switch language {
    case "zh-Hant-TW": taiwan
    case "zh-Hant-HK": hongKong
    case "ja": japanese
    case "ko": korean
    default: mainland
    }
  }

  private static let mainland: [PaperWord: String] = [
    .date: "{year}年{month}月{day}日", .issue: "第{issue}期", .page: "{page}版",
    .pages: "今日{pages}版",
    .teasers: "导　读", .index: "今日目录",
    .jump: "下转{page}版", .jumpBack: "上接{page}版", .jumpMark: "（{label}）",
    .tableContinued: "续表", .groupContinued: "{name}（续）",
    .source: "数据来源：{name}",
    .advertisement: "广告：{name}", .adSpace: "广告位　{name}", .unread: "稿件未能读入：{name}",
  ]

  private static let hongKong: [PaperWord: String] = [
    .date: "{year}年{month}月{day}日", .issue: "第{issue}號", .page: "{page}版",
    .pages: "今日{pages}版",
    .teasers: "導　讀", .index: "今日目錄",
    .jump: "下轉{page}版", .jumpBack: "上接{page}版", .jumpMark: "（{label}）",
    .tableContinued: "續表", .groupContinued: "{name}（續）",
    .source: "資料來源：{name}",
    .advertisement: "廣告：{name}", .adSpace: "廣告位　{name}", .unread: "稿件未能讀入：{name}",
  ]

  /// The country counts years from 1912.
  private static let taiwan = hongKong.merging([.date: "中華民國{era}年{month}月{day}日"]) { $1 }

  private static let japanese: [PaperWord: String] = [
    .date: "{year}年（{era}年）{month}月{day}日", .issue: "第{issue}号", .page: "{page}面",
    .pages: "全{pages}ページ",
    .teasers: "主な記事", .index: "きょうの紙面",
    .jump: "{page}面に続く", .jumpBack: "{page}面から続く", .jumpMark: "（{label}）",
    .tableContinued: "つづき", .groupContinued: "{name}（つづき）",
    .source: "出典：{name}",
    .advertisement: "広告：{name}", .adSpace: "広告枠　{name}", .unread: "読み込めない原稿：{name}",
  ]

  private static let korean: [PaperWord: String] = [
    .date: "{year}년 {month}월 {day}일", .issue: "제{issue}호", .page: "{page}면",
    .pages: "총 {pages}면",
    .teasers: "주요 기사", .index: "오늘의 지면",
    .jump: "{page}면에 계속", .jumpBack: "{page}면에서 계속", .jumpMark: "▶{label}",
    .tableContinued: "계속", .groupContinued: "{name}(계속)",
    .source: "자료: {name}",
    .advertisement: "광고: {name}", .adSpace: "광고 자리 {name}", .unread: "읽지 못한 원고: {name}",
  ]
}
