// Messages of group 09: charts.

extension Code {
  package static let chartNotNumber = Code("E0921")
  package static let chartNegative = Code("E0922")
  package static let chartPieSeries = Code("E0923")
  package static let chartPieZero = Code("E0924")
  package static let chartInks = Code("E0925")
  package static let chartNoRoom = Code("E0926")
  package static let chartStyleMissing = Code("E0927")
  package static let chartStacked = Code("E0928")
  package static let chartEmpty = Code("E0929")
}

extension Catalogue {
  static let chartMessages: [(Code, MessageText)] = [
    (
      .chartNotNumber,
      MessageText(
        "图表的 ‘{cell}’ 不是数", "‘{cell}’ in the chart is no number",
        help: "写成 12.5、−3、1,200 一类，整数最多九位（大数换成万、亿）；没有数据留空",
        "write it as 12.5, −3 or \"1,200\", nine whole digits at most; leave it empty where there is no figure"
      )
    ),
    (
      .chartNegative,
      MessageText(
        "饼图里有负数 ‘{cell}’", "the pie has a negative figure ‘{cell}’",
        help: "改正数值，或用 kind: column", "mend the figure, or use kind: column")
    ),
    (
      .chartPieSeries,
      MessageText(
        "饼图只能有一组数，这里有 {count} 组", "a pie shows one series, here are {count}",
        help: "只留一列数，或用 kind: column、stacked: true",
        "leave one column of figures, or use kind: column with stacked: true")
    ),
    (
      .chartPieZero,
      MessageText(
        "饼图的数全是 0", "all figures of the pie are 0", help: "改正数值", "mend the figures")
    ),
    (
      .chartInks,
      MessageText(
        "图表有 {count} 组，样式 ‘{style}’ 只有 {inks} 种墨",
        "the chart has {count} series, its style ‘{style}’ only {inks} inks",
        help: "减到 {inks} 组，或在样式表 charts 的 inks（折线图是 line-inks）里添墨",
        "keep {inks} of them, or add to inks (of lines: line-inks) of the style in the sheet's charts"
      )
    ),
    (
      .chartNoRoom,
      MessageText(
        "图表排不下：要 {need} 行，有 {have} 行",
        "the chart has no room: it needs {need} lines, there are {have}",
        help: "加高框，或减少类目，或改 columns、lines",
        "make the frame deeper, take out categories, or change columns or lines")
    ),
    (
      .chartStyleMissing,
      MessageText(
        "没有图表样式 ‘{style}’", "there is no chart style ‘{style}’",
        help: "写样式表 charts 里的名字：{known}", "name one of the style sheet's charts: {known}",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .chartEmpty,
      MessageText(
        "图表没有数", "the chart has no figures",
        help: "首行写各组的名字，首列写类目，以下每行一个类目",
        "the first row names the series, the first column the categories, one row for each")
    ),
    (
      .chartStacked,
      MessageText(
        "kind: {kind} 不能叠", "kind: {kind} cannot be stacked",
        help: "去掉 stacked，或用 kind: column、bar", "take out stacked, or use kind: column or bar")
    ),
  ]
}
