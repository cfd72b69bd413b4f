import Schema

// The keys of a style sheet that say how heads look.

extension KeyTable {
  static let headRank = KeyTable(
    "rank",
    [
      Key("also", .text, "编辑习惯的叫法，如 头条；稿件和版式里写哪个都行"),
      Key("level", .integer(1...20), "轻重，1 最重"),
      Key("title", .text, "主题的样式"),
      Key("kicker", .text, "引题的样式"),
      Key("subtitle", .text, "副题的样式"),
      Key("byline", .text, "署名的样式"),
      Key("below", .integer(0...4), "引题、副题比主题小几号"),
      Key("space", .length(bare: nil), "标题上下一共空多少，行或长度"),
      Key("step", .length(bare: nil), "至少比同版更重的标题小多少"),
      Key("priority", .integer(0...100), "版式写 rank: auto 时，priority 从多少起是这一级"),
      Key("run-in", .flag, "题目接排在第一段前"),
    ])

  static let headLooks = KeyTable(
    "heads",
    [
      Key("summary", .map(summaryLook), "提要"),
      Key("jump", .map(jumpHeadLook), "转来的稿件的标题"),
    ])

  static let summaryLook = KeyTable(
    "summary look",
    [
      Key("position", .choice(SummaryLook.Position.allCases.map(\.rawValue)), "在标题下、上、旁"),
      Key("edge", .choice(SummaryLook.Edge.allCases.map(\.rawValue)), "上下线、围框、无线"),
      Key("rule", .length(bare: nil), "线的粗细"),
      Key("ink", .inks, "线的墨"),
      Key("tint", .number, "底纹：黑的百分数，或 套红 20%"),
      Key("mark", .text, "列表每条前的记号"),
    ])

  static let jumpHeadLook = KeyTable(
    "jump head look",
    [
      Key(
        "head", .choice(JumpHeadLook.Extent.allCases.map(\.rawValue)),
        "全部标题、只要主题（或 jump.title）、只要“上接1版”"),
      Key("label", .choice(JumpHeadLook.Label.allCases.map(\.rawValue)), "“上接1版”在标题上、下、旁"),
    ])

  static let columnLook = KeyTable(
    "column look",
    [
      Key("look", .choice(ColumnLook.Look.allCases.map(\.rawValue)), "反白、围框、上下线、只有字"),
      Key("style", .text, "字的样式"),
      Key("ink", .inks, "底和线的墨"),
      Key("rule", .length(bare: nil), "后面通栏的线；0pt 不要"),
      Key("art", .path, "代替文字的图，jpg、png 或 svg"),
    ])
}
