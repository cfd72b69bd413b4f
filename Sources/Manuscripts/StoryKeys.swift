import Geometry
import Schema

// The keys of a manuscript's front matter and of ads/ads.yaml.

extension KeyTable {
  /// The front matter of articles/*.md.
  package static let article = KeyTable(
    "article",
    [
      Key("id", .text, "稿件的名字，全期唯一", required: true),
      Key("title", .lines, "主题；写成列表则照行排，　是可断处"),
      Key("kicker", .lines, "引题"),
      Key("subtitle", .lines, "副题"),
      Key("summary", .lines, "提要，一段或几条"),
      Key("byline", .text, "署名"),
      Key("dateline", .text, "电头"),
      Key("column", .text, "栏目"),
      Key("sponsor", .text, "协办"),
      Key("source", .text, "来源"),
      Key("page", .text, "版号"),
      Key("slot", .text, "框名"),
      Key("priority", .integer(0...100), "两篇争一个框时，大的留下"),
      Key("style", .text, "正文的样式"),
      Key("rank", .text, "标题级别，如 lead、头条"),
      Key("lang", .choice(languages), "文种和地区"),
      Key("tags", .lines, "说的是什么，如 空难；广告的 avoid 认它"),
      Key("draft", .flag, "true 则不排"),
      Key("photos", .list(photo), "图片"),
      Key("table", .map(table), "表格"),
      Key("chart", .map(chart), "图表"),
      Key("sidebars", .list(sidebar), "链接、背景"),
      Key("quote", .map(quote), "第一条引语，跨几栏排"),
      Key("qr", .map(code), "二维码"),
      Key("jump", .map(jump), "转版"),
      Key("trim", .integers, "可删的段，从 1 数，后面的先删"),
    ])

  static let photo = KeyTable(
    "photo",
    [
      Key("file", .path, "图片文件"),
      Key("files", .list(photoPart), "组图的各张，代替 file"),
      Key("caption", .text, "说明"),
      Key("caption-at", .choice(CaptionPlace.allCases.map(\.rawValue)), "说明在图下、图旁，或压在图上"),
      Key("credit", .text, "作者"),
      Key("credit-at", .choice(CreditPlace.allCases.map(\.rawValue)), "署名接在说明后，另起一行，或竖在图边"),
      Key("columns", .integer(1...24), "占几栏"),
      Key("crop", .crop, "留哪里：top-left 一类，或 x% y%，或 x% y% 宽% 高%"),
      Key("anchor", .choice(PictureAnchor.allCases.map(\.rawValue)), "在框里的位置"),
      Key("wrap", .choice(PictureWrap.allCases.map(\.rawValue)), "绕排：true、false、fold 折返、around 包图"),
      Key("shape", .choice(PictureShape.allCases.map(\.rawValue)), "形状：矩形、圆、椭圆、圆角"),
      Key("width", .length(bare: .characters), "宽，字或长度；不写则按栏"),
      Key("outline", .lines, "字绕什么走：alpha 去底，shape 圆或椭圆，或各点 [x% y%, …]"),
      Key("distance", .length(bare: .characters), "去底图与字的距离，不写为 1 字"),
      Key("gaze", .choice(PictureGaze.allCases.map(\.rawValue)), "图中人往哪边看，版面检查用"),
    ])

  static let photoPart = KeyTable(
    "photo of a group",
    [
      Key("file", .path, "图片文件", required: true),
      Key("crop", .crop, "留哪里"),
    ])

  static let table = KeyTable(
    "table",
    [
      Key("file", .path, "CSV 文件", required: true),
      Key("header", .integer(0...100), "前几行是表头"),
      Key("header-columns", .integer(0...40), "前几列是项目栏"),
      Key("caption", .text, "表题"),
      Key("unit", .text, "单位，在表的右上"),
      Key("notes", .lines, "表注，在表下"),
      Key("align", .texts, "各列的对齐：auto、start、center、end、decimal"),
      Key("fold", .integer(1...12), "折成几段并排；不写则按版位"),
      Key("continued", .text, "代替“续表”"),
      Key("style", .text, "样式表 tables 里的名字，或格子文字的样式"),
    ])

  static let chart = KeyTable(
    "chart",
    [
      Key("file", .path, "CSV 文件：首行是各组的名字，首列是类目", required: true),
      Key("kind", .choice(Chart.Kind.allCases.map(\.rawValue)), "柱状图、条形图、折线图、饼图；不写是柱状图"),
      Key("title", .text, "图题"),
      Key("unit", .text, "单位，在轴的上边"),
      Key("source", .text, "数据来源"),
      Key("notes", .lines, "图注，在图下"),
      Key("stacked", .flag, "true 则一个类目的各组叠起来"),
      Key("values", .flag, "印不印数值；不写则有地方就印"),
      Key("columns", .integer(1...24), "占几栏"),
      Key("lines", .integer(4...400), "高几行"),
      Key("anchor", .choice(PictureAnchor.allCases.map(\.rawValue)), "在框里的位置"),
      Key("wrap", .choice(PictureWrap.allCases.map(\.rawValue)), "绕排"),
      Key("style", .text, "样式表 charts 里的名字"),
    ])

  static let sidebar = KeyTable(
    "sidebar",
    [
      Key("title", .text, "标题", required: true),
      Key("body", .text, "文字，写法与正文相同", required: true),
    ])

  static let quote = KeyTable(
    "quote",
    [
      Key("columns", .integer(1...24), "占几栏"),
      Key("anchor", .choice(PictureAnchor.allCases.map(\.rawValue)), "在框里的位置"),
      Key("wrap", .choice(PictureWrap.allCases.map(\.rawValue)), "绕排"),
    ])

  static let code = KeyTable(
    "qr",
    [
      Key("text", .text, "扫出来的网址或文字", required: true),
      Key("caption", .text, "码旁的字"),
    ])

  static let jump = KeyTable(
    "jump",
    [
      Key("to", .text, "转到哪一版", required: true),
      Key("slot", .text, "转到哪个框"),
      Key("title", .lines, "他版用的短标题"),
      Key("label", .text, "代替“下转2版”"),
      Key("label-back", .text, "代替“上接1版”"),
    ])

  /// ads/ads.yaml.
  package static let ads = KeyTable("ads", [Key("ads", .list(ad), "广告", required: true)])

  static let ad = KeyTable(
    "ad",
    [
      Key("id", .text, "登记号", required: true),
      Key("client", .text, "客户"),
      Key("page", .text, "版号", required: true),
      Key("slot", .text, "框名；不写则按 size 从版底码起"),
      Key("size", .map(adSize), "订的尺寸"),
      Key("file", .path, "pdf、png、jpg、svg 文件"),
      Key("sha256", .text, "文件的 SHA-256"),
      Key("color", .choice(BookedColour.words), "订的颜色：cmyk 四色，rgb 可转，k 只黑"),
      Key("min-ppi", .integer(1...2_400), "最低精度"),
      Key("label", .text, "印“广告”二字"),
      Key("fit", .choice(Advertisement.Fit.allCases.map(\.rawValue)), "不合尺寸时怎么放"),
      Key("category", .text, "行业，如 银行；同行业的算竞品"),
      Key("competes-with", .lines, "竞品：别的广告的 id、client 或 category"),
      Key("avoid", .lines, "不能碰的稿：id、tags 或栏目"),
      Key("apart", .choice(Advertisement.distances), "隔开多远：page 不同版，beside 不相邻"),
    ])

  static let adSize = KeyTable(
    "ad size",
    [
      Key("width", .length(bare: nil), "宽"),
      Key("height", .length(bare: nil), "高"),
      Key("columns", .integer(1...100), "宽几栏，代替 width"),
      Key("lines", .integer(1...2_000), "高几行，代替 height"),
    ])
}
