// Messages of group 09: tables.

extension Code {
  package static let tableQuote = Code("E0901")
  package static let tableRowLength = Code("W0902")
  package static let tableTooLarge = Code("E0903")
  package static let tableTooWide = Code("E0904")
  package static let tableEmpty = Code("E0905")
  package static let tableSpanNowhere = Code("E0906")
  package static let tableSpanRagged = Code("E0907")
  package static let tableSpanHead = Code("E0908")
  package static let tableAlignCount = Code("E0909")
  package static let tableStyleMissing = Code("E0910")
  package static let tableTooLong = Code("E0911")
  package static let tableHeadColumns = Code("E0912")
  package static let tableGroupEmpty = Code("W0913")
  package static let tableStrained = Code("W0914")
}

extension Catalogue {
  static let tableMessages: [(Code, MessageText)] = [
    (.tableQuote, MessageText("第 {row} 行引号没收尾", "the quote in row {row} is not closed")),
    (
      .tableRowLength,
      MessageText("第 {row} 行 {have} 格，表头 {want} 格", "row {row} has {have} cells, the head {want}")
    ),
    (
      .tableTooLarge,
      MessageText(
        "表太大：{rows} 行 × {columns} 列", "the table is too large: {rows} rows × {columns} columns")
    ),
    (
      .tableTooWide,
      MessageText(
        "表宽超 {excess} mm", "the table is {excess} mm too wide",
        help: "删一列，或缩短格里最长的词，或用更宽的框；窄列的表头可用 heads: stacked",
        "drop a column, shorten the longest words, use a wider frame, or heads: stacked for narrow columns"
      )
    ),
    (
      .tableStrained,
      MessageText(
        "表太窄：最小的字号也要把格里的词拆成几行",
        "the table is too narrow: even at its smallest size words in it are parted",
        help: "删一列，或缩短格里的词，或用更宽的框；窄列的表头可用 heads: stacked",
        "drop a column, shorten its words, use a wider frame, or heads: stacked for narrow columns")
    ),
    (.tableEmpty, MessageText("表没有数据行", "the table has no data rows")),
    (
      .tableSpanNowhere,
      MessageText(
        "‘{mark}’ 没有可并的格：< 并入左边一格，^ 并入上边一格",
        "‘{mark}’ has no cell to join: < joins the cell at the left, ^ the one above",
        help: "要排这个字符本身，写 \\{mark}", "for the character itself write \\{mark}")
    ),
    (
      .tableSpanRagged,
      MessageText(
        "‘{cell}’ 合并的格不成矩形", "the cells joined to ‘{cell}’ are no rectangle",
        help: "矩形里的每一格都要写 < 或 ^", "write < or ^ in every cell of the rectangle")
    ),
    (
      .tableSpanHead,
      MessageText(
        "‘{cell}’ 从表头并到了数据行，或并过了组头",
        "‘{cell}’ reaches from the head into the rows below it, or over a group's head",
        help: "改 header 的行数，或在下面的行里另写一格", "mend header, or begin a new cell in the rows below")
    ),
    (
      .tableAlignCount,
      MessageText(
        "align 写了 {have} 列，表只有 {columns} 列", "align names {have} columns, the table has {columns}",
        help: "删去多出的", "take out those that are too many")
    ),
    (
      .tableStyleMissing,
      MessageText(
        "没有表格样式 ‘{style}’", "there is no table style ‘{style}’",
        help: "写样式表 tables 里的名字：{known}", "name one of the style sheet's tables: {known}",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .tableTooLong,
      MessageText(
        "表排不下，余 {rows} 行", "{rows} rows of the table find no room",
        help: "加高框，或写 fold: 2 折成并排的两段，或加 jump: {to: …} 续到他版",
        "make the frame deeper, fold it with fold: 2, or let it go on elsewhere with jump: {to: …}")
    ),
    (
      .tableHeadColumns,
      MessageText(
        "header-columns 是 {have}，表只有 {columns} 列",
        "header-columns is {have}, the table has {columns} columns",
        help: "要小于列数", "it must be less than the number of columns")
    ),
    (
      .tableGroupEmpty,
      MessageText(
        "组头 ‘{cell}’ 下面没有行", "no row stands under the group's head ‘{cell}’",
        help: "补上行，或删去组头；要排 # 本身，写 \\# ",
        "add its rows, or take it out; for the character itself write \\# ")
    ),
  ]
}
