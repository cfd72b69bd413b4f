import Geometry
import Schema

// The keys of layouts/*.yaml and of a style sheet.

extension KeyTable {
  /// layouts/*.yaml.
  package static let layout = KeyTable(
    "layout",
    [
      Key("layout", .text, "版式的名字"),
      Key("rank", .text, "没写 rank 的框的标题级别；auto 按稿件的 priority"),
      Key("page", .map(page), "成品尺寸", required: true),
      Key("grid", .map(grid), "版心网格", required: true),
      Key("frames", .list(frame), "框", required: true),
      Key("rules", .list(rule), "线"),
    ])

  static let page = KeyTable(
    "layout page",
    [
      Key("width", .length(bare: nil), "宽，30–2000 mm", required: true),
      Key("height", .length(bare: nil), "高，30–2000 mm", required: true),
      Key("bleed", .length(bare: nil), "出血"),
    ])

  static let grid = KeyTable(
    "grid",
    [
      Key("columns", .integer(1...LayoutLimits.columns), "基本栏数", required: true),
      Key("chars", .integer(1...200), "每栏字数", required: true),
      Key("gutter", .length(bare: .characters), "栏空，字或长度；不写为 1 字"),
      Key("lines", .integer(1...2_000), "行数", required: true),
      Key("size", .length(bare: nil), "正文字号", required: true),
      Key("pitch", .length(bare: nil), "行距，行首到行首", required: true),
      Key("origin", .map(origin), "版心左上角；不写则居中"),
    ])

  static let origin = KeyTable(
    "origin",
    [
      Key("x", .length(bare: nil), "离左边", required: true),
      Key("y", .length(bare: nil), "离上边", required: true),
    ])

  static let frame = KeyTable(
    "frame",
    [
      Key("id", .text, "框名，一版唯一", required: true),
      Key("kind", .choice(FrameKind.allCases.map(\.rawValue)), "用途", required: true),
      Key("columns", .span, "栏，如 1-4，含头含尾"),
      Key("lines", .span, "行，如 12-40，含头含尾"),
      Key("area", .list(area), "几个矩形，依次排满，代替 columns 和 lines"),
      Key("headline", .map(headline), "标题"),
      Key("body", .map(body), "正文"),
      Key("jump", .flag, "可以转版"),
      Key("optional", .flag, "可以空着"),
      Key("yields", .integer(0...2_000), "底下最多让几行给没有框的广告"),
      Key("mode", .choice(["horizontal", "vertical"]), "横排或竖排"),
      Key("box", .map(box), "围框"),
      Key("tint", .number, "底纹：黑的百分数，或 套红 20%"),
      Key("reverse", .text, "反白：true 是黑底，或写底的颜色，如 套红"),
      Key("ground", .map(ground), "稿件压在它的第一张图上（图底）"),
      Key("style", .text, "正文或 text 框里的字的样式"),
      Key("rank", .text, "标题级别，如 lead、头条；auto 按稿件的 priority"),
      Key("photo", .map(photo), "图片"),
      Key("quote", .map(quote), "引语，跨几栏排"),
      Key("gather", .map(gather), "几篇短稿依次排在这一框（集纳）"),
      Key("house-ad", .path, "没有广告时用的文件"),
      Key("text", .text, "text 框里的字"),
      Key(
        "holds", .choice(FrameHolding.allCases.map(\.rawValue)),
        "text、ear 框里放：qr 二维码、barcode 条码、weather 天气、index 今日目录"),
      Key("masthead", .map(masthead), "报头的排法"),
    ])

  static let masthead = KeyTable(
    "masthead design",
    [
      Key(
        "date", .choice(MastheadDesign.DatePlace.allCases.map(\.rawValue)),
        "日期在报名的哪边；不写则在右，竖报头在下"),
      Key("align", .choice(MastheadDesign.Side.allCases.map(\.rawValue)), "报名靠哪边；不写则居中"),
    ])

  static let gather = KeyTable(
    "gather",
    [
      Key("column", .text, "框头的栏目，如 简讯"),
      Key("rule", .length(bare: nil), "两篇之间的线；0pt 不要"),
    ])

  static let area = KeyTable(
    "area",
    [
      Key("columns", .span, "栏", required: true), Key("lines", .span, "行", required: true),
    ])

  static let headline = KeyTable(
    "headline",
    [
      Key("lines", .integer(1...500), "占几行正文；不写则按需要"),
      Key("position", .choice(HeadlineDesign.Position.allCases.map(\.rawValue)), "位置"),
      Key("columns", .integer(1...LayoutLimits.columns), "占几栏"),
      Key("style", .text, "主题的样式"),
      Key("kicker", .text, "引题的样式"),
      Key("subtitle", .text, "副题的样式"),
      Key(
        "summary", .choice(SummaryLook.Position.allCases.map(\.rawValue)), "提要在标题下、上、旁"),
      Key("anchor", .choice(photoAnchors), "position: picture 时标题在图的哪一角"),
      Key("strip", .text, "图上标题的底：黑的百分数，或 套红 60%；none 不要"),
      Key("type", .choice(["white", "black"]), "没有底时字的颜色"),
    ])

  static let body = KeyTable(
    "body",
    [
      Key("columns", .integer(1...LayoutLimits.columns), "破成几栏"),
      Key("gutter", .length(bare: .characters), "破栏后的栏空"),
      Key("remainder", .choice(BodyRemainder.allCases.map(\.rawValue)), "余下的字归哪里"),
      Key("rule", .length(bare: nil), "栏间、段间的线，粗细"),
      Key("ink", .inks, "线的墨"),
      Key("style", .text, "正文的样式"),
    ])

  static let box = KeyTable(
    "box",
    [
      Key("rule", .length(bare: nil), "线的粗细"),
      Key("ink", .inks, "线的墨：套红、套红 50%，或四个百分数"),
      Key("padding", .length(bare: .characters), "线与字的距离，字或长度"),
      Key("tint", .number, "底纹：黑的百分数，或 套红 20%"),
      Key("corners", .choice(BoxDesign.Corners.allCases.map(\.rawValue)), "角"),
    ])

  static let photo = KeyTable(
    "photo design",
    [
      Key("anchor", .choice(photoAnchors), "位置"),
      Key("columns", .integer(1...LayoutLimits.columns), "占几栏"),
      Key("wrap", .choice(wraps), "绕排：true、false、fold 折返、around 包图"),
      Key("shape", .choice(PictureShape.allCases.map(\.rawValue)), "形状：矩形、圆、椭圆、圆角"),
    ] + captionKeys)

  static let quote = KeyTable(
    "quote design",
    [
      Key("anchor", .choice(photoAnchors), "位置"),
      Key("columns", .integer(1...LayoutLimits.columns), "占几栏"),
      Key("wrap", .choice(wraps), "绕排"),
    ])

  private static let wraps = PictureWrap.allCases.map(\.rawValue)

  static let photoAnchors = [
    "top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom",
    "bottom-right",
  ]

  static let rule = KeyTable(
    "rule",
    [
      Key("above", .text, "在哪个框的上边"),
      Key("below", .text, "在哪个框的下边"),
      Key("between", .texts, "在哪两个框之间"),
      Key("weight", .length(bare: nil), "粗细", required: true),
      Key("pattern", .choice(RuleDesign.Pattern.allCases.map(\.rawValue)), "线型"),
      Key("ink", .inks, "线的墨：套红、套红 50%，或四个百分数"),
    ])

  /// styles/*.yaml.
  package static let styles = KeyTable(
    "styles",
    [
      Key("inks", .named(nil), "色板，名字: [青, 品, 黄, 黑]，百分数"),
      Key("styles", .named(style), "样式: {font, size, …}"),
      Key("tables", .named(tableLook), "表格样式: {rules, outer, …}"),
      Key("ranks", .named(headRank), "标题级别: {title, kicker, …}"),
      Key("columns", .named(columnLook), "栏目题花: {look, art, …}"),
      Key("heads", .map(headLooks), "提要和转版题的样子"),
      Key("charts", .named(chartLook), "图表样式: {inks, gap, …}"),
      Key("pictures", .map(pictureLook), "图片的规矩"),
      Key("words", .map(words), "版面用语，按语言"),
    ])

  static let tableLook = KeyTable(
    "table look",
    [
      Key("rules", .choice(TableLook.Rules.allCases.map(\.rawValue)), "线：开放、全线、三线、无"),
      Key("outer", .length(bare: nil), "外框线的粗细"),
      Key("head-rule", .length(bare: nil), "表头下、项目栏旁的线"),
      Key("inner", .length(bare: nil), "里面的线"),
      Key("ink", .inks, "线的墨"),
      Key("padding", .number, "格里左右的空，字"),
      Key("head-tint", .number, "表头的底：黑的百分数，或 套红 20%；0 是没有"),
      Key("zebra", .number, "隔行的底：黑的百分数，或 灰 10%；0 是没有"),
      Key("group-tint", .number, "组头的底：黑的百分数，或 灰 10%；0 是没有"),
      Key("group-rule", .length(bare: nil), "组头上边的线；0pt 是没有"),
      Key(
        "group-repeat", .choice(TableLook.Repeating.allCases.map(\.rawValue)),
        "一组折断、续到别处时组头再排一次：加（续）、照排、不排"),
      Key("heads", .choice(TableLook.Heads.allCases.map(\.rawValue)), "窄列的表头：平排、叠排、侧排"),
      Key("valign", .choice(TableLook.Level.allCases.map(\.rawValue)), "格里的字居中，或靠上"),
      Key("head", .text, "表头的样式"),
      Key("cell", .text, "格子的样式"),
      Key("group", .text, "组头的样式；不写同表头"),
    ])

  static let chartLook = KeyTable(
    "chart look",
    [
      Key("inks", .texts, "各组、各块的墨，依次用：黑的百分数，或 套红、套红 40%"),
      Key("line-inks", .texts, "折线的墨，依次用"),
      Key("line", .length(bare: nil), "折线的粗细"),
      Key("axis", .length(bare: nil), "零线、饼图引线的粗细"),
      Key("ticks", .length(bare: nil), "刻度线的粗细"),
      Key("outline", .length(bare: nil), "柱、条、块的边线"),
      Key("ink", .inks, "轴线、刻度线、边线的墨"),
      Key("gap", .number, "类目之间的空，柱或条宽的倍数"),
      Key("tint", .number, "图表的底：黑的百分数，或 金黄 10%；0 是没有"),
      Key("rule", .length(bare: nil), "图题上边的线；0pt 是没有"),
      Key("title", .text, "图题的样式"),
      Key("label", .text, "类目、刻度、图例的样式"),
      Key("value", .text, "数值的样式"),
      Key("note", .text, "单位、图注、来源的样式"),
    ])

  static let style = KeyTable(
    "style",
    [
      Key("base", .text, "从哪个样式来"),
      Key("font", .text, "汉字的字体"),
      Key("latin", .text, "西文的字体"),
      Key("bold", .text, "**…** 的字体"),
      Key("size", .length(bare: nil), "字号；标题是最大的"),
      Key("min-size", .length(bare: nil), "标题最小的字号"),
      Key("pitch", .length(bare: .characters), "行距；不带单位是字号的倍数"),
      Key("align", .choice(["justify", "start", "center", "end", "spread"]), "对齐"),
      Key("indent", .number, "段首缩进，字"),
      Key("max-lines", .integer(1...20), "标题最多几行"),
      Key("condense", .number, "最窄压到几成，如 0.85"),
      Key("tracking", .number, "字距，字"),
      Key("max-tracking", .number, "二到四字的标题共可拉开多少，字"),
      Key("punctuation", .choice(["full", "kaiming", "line-end-half", "half", "plain"]), "标点的宽"),
      Key("prohibition", .choice(prohibitions), "禁则"),
      Key("hanging", .choice(["none", "allow", "force"]), "标点悬挂"),
      Key("adjustment", .choice(["jlreq", "jis", "books"]), "日文按哪张表压缩"),
      Key("opening-marks", .choice(["flush", "full", "half", "first-full"]), "行首的前括号"),
      Key("korean-break", .choice(["word", "character"]), "韩文在哪里分行"),
      Key("han-latin", .number, "汉字与西文之间，字"),
      Key("hyphenate", .choice(["yes", "no", "narrow"]), "正文里西文词是否断开；narrow 只在 20 字以下的栏"),
      Key("latin-lang", .text, "西文词的语言，如 en-US"),
      Key("grid", .choice(["none", "strict"]), "strict 为纵横对齐"),
      Key("ruby-align", .choice(["center", "start"]), "直排注音居中，或与字首齐（肩付き）"),
      Key("ruby-overhang", .choice(["kana", "blank"]), "注音可以伸到假名上，或只伸进标点的空白"),
      Key("pinyin", .text, "拼音的字体"),
      Key("zhuyin", .text, "注音符号的字体"),
      Key("zhuyin-room", .choice(["own", "grid"]), "横排无注音符号的字也留半字"),
      Key("ink", .inks, "墨：[青, 品, 黄, 黑]，百分数；或色板里的名字，如 套红、套红 30%"),
      Key("rows", .integer(1...20), "占几行正文"),
    ])

  private static let prohibitions = [
    "none", "basic", "gb", "strict", "ja-very-loose", "ja-loose", "ja-strict", "ja-very-strict",
  ]
}

/// What a page may hold; every limit is named in its message.
package enum LayoutLimits {
  package static let columns = 48
  package static let frames = 200
  /// Characters in a line below which no rule of line setting can hold.
  package static let measure = 4
  package static let bytes = 4 << 20
  static let page = Length.millimetres(30)...Length.millimetres(2_000)
  static let size = Length.points(4)...Length.points(500)
}
