// Messages of group 04: the grid, frames and styles.

extension Code {
  package static let duplicateFrame = Code("E0401")
  package static let columnCount = Code("E0402")
  package static let frameOutside = Code("E0403")
  package static let typeAreaTooLarge = Code("E0404")
  package static let framesOverlap = Code("E0405")
  package static let bodySize = Code("E0406")
  package static let pageSize = Code("E0407")
  package static let tooManyFrames = Code("E0408")
  package static let measureTooNarrow = Code("E0409")
  package static let styleCycle = Code("E0410")
  package static let ruleFrameMissing = Code("E0411")
  package static let styleBaseMissing = Code("E0412")
  package static let inkMissing = Code("E0414")
  package static let rankMissing = Code("E0415")
  package static let styleMisfit = Code("W0413")
  package static let modeMisfit = Code("W0416")
  package static let verseInFrame = Code("W0417")
  package static let bodyPitch = Code("W0418")
}

extension Catalogue {
  static let layoutMessages: [(Code, MessageText)] = [
    (
      .duplicateFrame,
      MessageText(
        "框名重复：‘{frame}’", "two frames are called ‘{frame}’", help: "改一个", "rename one",
        related: "第一个在这里", "the first is here")
    ),
    (
      .columnCount,
      MessageText("栏数要 1–{limit}，不是 {value}", "a page has 1 to {limit} columns, not {value}")
    ),
    (.frameOutside, MessageText("⟦框 ‘{frame}’ ⟧{reason}", "⟦frame ‘{frame}’ ⟧{reason}")),
    (
      .typeAreaTooLarge,
      MessageText(
        "版心大于成品尺寸：{area} > {page}",
        "the type area is larger than the page: {area} > {page}",
        help: "减少栏数、每栏字数或行数", "take fewer columns, characters or lines")
    ),
    (
      .framesOverlap,
      MessageText(
        "{first} 和 {second} 压了 {cells} 格", "{first} and {second} share {cells} cells",
        help: "一格是一栏一行；改 columns 或 lines",
        "a cell is one column by one line; change columns or lines",
        related: "压住的框在这里", "the other frame")
    ),
    (.bodySize, MessageText("{reason}", "{reason}")),
    (
      .pageSize,
      MessageText(
        "版面尺寸要 30–2000 mm，不是 {size}", "a page is 30 to 2000 mm wide and high, not {size}")
    ),
    (
      .tooManyFrames,
      MessageText(
        "一版最多 {limit} 个框，这里有 {count} 个", "a page holds {limit} frames at most, here are {count}")
    ),
    (
      .measureTooNarrow,
      MessageText(
        "⟦框 ‘{frame}’ ⟧栏宽 {chars} 字，至少要 {limit} 字",
        "⟦frame ‘{frame}’ ⟧a measure of {chars} characters; it needs {limit} at least",
        help: "减少 body 的 columns，或把框加宽", "take fewer body columns, or a wider frame")
    ),
    (
      .styleCycle,
      MessageText(
        "样式循环：{path}", "styles run in a circle: {path}", help: "改一个 base", "change one base")
    ),
    (
      .ruleFrameMissing,
      MessageText(
        "线指到没有的框 ‘{frame}’", "the rule names a frame that is not there: ‘{frame}’",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .styleMisfit,
      MessageText(
        "样式 ‘{style}’ 的 {key}: {value} 不是给 {language} 的，只用于 {fits}",
        "style ‘{style}’: {key}: {value} is not for {language}, but for {fits}",
        help: "去掉它，或用本语言的值", "leave it out, or give a value of the edition's language")
    ),
    (
      .modeMisfit,
      MessageText(
        "⟦框 ‘{frame}’ ⟧{kind} 不能竖排，照横排",
        "⟦frame ‘{frame}’ ⟧{kind} cannot be vertical and is set horizontally",
        help: "去掉 mode；能竖排的是 {fits}", "leave mode out; what can be vertical is {fits}")
    ),
    (
      .verseInFrame,
      MessageText(
        "框 ‘{frame}’ 的 {style} 只管字体，诗行不会保留",
        "{style} of frame ‘{frame}’ gives the type alone: the lines of verses are not kept",
        help: "把 style: {style} 写进稿件", "write style: {style} in the article")
    ),
    (
      .bodyPitch,
      MessageText(
        "正文排在版心的行上：样式 ‘{style}’ 的 pitch 不起作用",
        "text stands on the page's lines: pitch of style ‘{style}’ does nothing",
        help: "去掉 pitch，字号要合版心的行距", "leave pitch out, and take a size that suits the page's lines")
    ),
    (
      .styleBaseMissing,
      MessageText(
        "没有样式 ‘{style}’", "there is no style ‘{style}’", label: "⟦是不是 ‘{nearest}’？⟧",
        "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .rankMissing,
      MessageText(
        "没有标题级别 ‘{rank}’", "there is no rank ‘{rank}’",
        help: "在样式表的 ranks 里加上，或用已有的：{known}",
        "add it to the style sheet's ranks, or use one of {known}",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .inkMissing,
      MessageText(
        "色板里没有 ‘{ink}’", "the palette has no ink ‘{ink}’",
        help: "在样式表的 inks 里加上，或用已有的：{known}",
        "add it to the style sheet's inks, or use one of {known}",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
  ]
}
