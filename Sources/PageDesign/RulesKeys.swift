import Schema

// The keys of rules/*.yaml.

extension KeyTable {
  /// rules/*.yaml.
  package static let rules = KeyTable(
    "rules",
    [
      Key("print", .map(printRules), "付印的规矩"),
      Key("make-up", .map(makeUpRules), "组版的规矩"),
      Key("checks", .named(nil), "各项检查的轻重，代码: error、warn、off"),
      Key("languages", .named(rulesOfLanguage), "某种语言的期另有的轻重，语言: {checks}"),
    ])

  static let rulesOfLanguage = KeyTable(
    "rules of a language",
    [Key("checks", .named(nil), "各项检查的轻重，代码: error、warn、off", required: true)])

  static let printRules = KeyTable(
    "print rules",
    [
      Key("ink-limit", .integer(100...400), "总墨量，百分数"),
      Key("text-inks", .map(textInks), "小字最多几种墨"),
      Key("tinted-text", .length(bare: nil), "加网的字最小多少"),
      Key("reversed-text", .map(reversedText), "反白的字最小多少"),
      Key("rich-black", .length(bare: nil), "比这小的黑字只用黑墨"),
      Key("line", .length(bare: nil), "线最细多少"),
      Key("line-tinted", .length(bare: nil), "加网、反白、几种墨的线最细多少"),
      Key("photo-ppi", .map(photoPPI), "图片精度"),
      Key("line-art-ppi", .integer(72...2_400), "线条稿（每点一位的图）的精度"),
      Key("margin", .length(bare: nil), "字和线离裁切边至少多远"),
    ])

  static let makeUpRules = KeyTable(
    "make-up rules",
    [
      Key("head-gap", .length(bare: nil), "并排的两题至少隔多远"),
      Key("broken-zone", .integer(0...100), "新闻区正中百分之几以内不许有通栏的横缝"),
      Key("gutter", .integer(1...100), "竖缝最长占新闻区高的百分之几"),
      Key("leg-lines", .integer(1...50), "一栏文字至少几行"),
      Key("grey", .map(greyText), "灰版：文字最多连成多大一片"),
      Key("rank-gap", .integer(1...100), "倒挂：priority 低这么多的稿，标题不许更大"),
      Key("ad-gap", .length(bare: nil), "广告和新闻之间没有线时至少隔多远"),
      Key("white-lines", .integer(0...100), "稿尾最多空几行"),
      Key("stacking", .map(stacking), "没有框的广告怎么从版底码起"),
      Key("competitors", .choice(AdScope.allCases.map(\.rawValue)), "竞品隔开多远：page 不同版，beside 不相邻"),
      Key("avoid", .choice(AdScope.allCases.map(\.rawValue)), "广告和它要避开的稿隔开多远"),
    ])

  static let stacking = KeyTable(
    "stacking",
    [
      Key(
        "shape", .choice(StackingRules.Shape.allCases.map(\.rawValue)), "pyramid 沿边阶梯，strip 沿底并排"),
      Key("side", .choice(StackingRules.Side.allCases.map(\.rawValue)), "从哪边起：外侧、内侧、左、右"),
      Key("gap", .integer(0...20), "四周空几行"),
      Key("height", .integer(1...100), "最高到版心的百分之几"),
      Key("rule", .length(bare: nil), "新闻下面那条线的粗细，0 是没有"),
    ])

  static let greyText = KeyTable(
    "grey text",
    [
      Key("lines", .integer(1...200), "最多几行"),
      Key("columns", .integer(1...30), "几栏起算"),
      Key("near", .integer(0...50), "挨着题、图、小标题的几行不算"),
    ])

  static let textInks = KeyTable(
    "text inks",
    [
      Key("size", .length(bare: nil), "小于多大的字"),
      Key("most", .integer(1...4), "最多几种墨"),
    ])

  static let reversedText = KeyTable(
    "reversed text",
    [
      Key("one-ink", .length(bare: nil), "底是一种墨"),
      Key("several", .length(bare: nil), "底是几种墨"),
      Key("thin", .length(bare: nil), "宋、仿宋、楷"),
    ])

  static let photoPPI = KeyTable(
    "photo ppi", [Key("least", .integer(36...2_400), "低于此看得出粗")])
}
