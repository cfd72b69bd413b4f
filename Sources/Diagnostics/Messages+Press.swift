// Messages of group 10 about print PDFs as files: the printing condition, and what the finished file lacks.

extension Code {
  package static let profileMissing = Code("E1004")
  package static let profileUnusable = Code("E1005")
  package static let finishedFileFault = Code("E1006")
  package static let pageOverInked = Code("E1040")
  package static let adOverInked = Code("W1041")
}

extension Catalogue {
  static let pressMessages: [(Code, MessageText)] = [
    (
      .profileMissing,
      MessageText(
        "没有新闻纸的 ICC 文件，出不了付印的 PDF",
        "there is no ICC profile of newsprint: print PDFs cannot be made",
        help: "运行 make build（装 argyll 和 icc-profiles-free），或在 output: {pdf: {icc: …}} 里指一个",
        "run make build (it installs argyll and icc-profiles-free), or name one in output: {pdf: {icc: …}}"
      )
    ),
    (
      .profileUnusable,
      MessageText(
        "ICC 文件不能作付印条件：{reason}", "the ICC profile cannot stand for a press: {reason}",
        help: "用印厂给的四色输出（CMYK output）ICC 文件", "use the printer's own CMYK output profile")
    ),
    (
      .finishedFileFault,
      MessageText(
        "付印的 PDF 不合 {standard}：{reason}", "the print PDF breaks {standard}: {reason}",
        help: "这份文件不要交印厂；请报告这个错误", "do not send this file to a printer; please report it")
    ),
    (
      .pageOverInked,
      MessageText(
        "版面左起 {x} mm、上起 {y} mm 处总墨量 {total}%，超过 {limit}%⟦（连同别处共 {count} 处）⟧",
        "the total ink {x} mm from the left and {y} mm from the top of the page is {total} %, over {limit} %⟦ ({count} places in all)⟧",
        help: "改用墨量小的颜色，黑字只用黑墨", "choose inks that sum to less; print black with black ink alone")
    ),
    (
      .adOverInked,
      MessageText(
        "广告文件的总墨量 {total}%，超过 {limit}%（版面左起 {x} mm、上起 {y} mm 处⟦，共 {count} 处⟧）",
        "the advertisement's file has {total} % of ink, over {limit} % ({x} mm from the page's left, {y} mm from its top⟦; {count} places in all⟧)",
        help: "请客户按报纸的墨量重做；文件不会替他改",
        "ask the client for a file made for newsprint; his file is not changed")
    ),
  ]
}
