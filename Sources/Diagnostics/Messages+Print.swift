// Messages of group 10 about made-up pages that are to be printed. A house may weigh them: layouts/rules/house.yaml.

extension Code {
  package static let inkOverLimit = Code("W1011")
  package static let richBlackText = Code("W1012")
  package static let manyInkText = Code("W1013")
  package static let smallReversedText = Code("W1014")
  package static let smallTintedText = Code("W1015")
  package static let thinLine = Code("W1016")
  package static let inkInMargin = Code("W1017")
}

extension Catalogue {
  static let printMessages: [(Code, MessageText)] = [
    (
      .inkOverLimit,
      MessageText(
        "样式 {style} 的墨共 {total}%，上限 {limit}%",
        "the inks of style {style} are {total} % together; the limit is {limit} %",
        help: "减少青、品、黄，暗部用黑", "take from cyan, magenta and yellow; let black make it dark")
    ),
    (
      .richBlackText,
      MessageText(
        "“{text}”{count} 是多色黑（{inks}），字小易糊",
        "‘{text}’{count} is black of several inks ({inks}); small type blurs",
        help: "只用黑：ink: [0, 0, 0, 100]", "use black alone: ink: [0, 0, 0, 100]")
    ),
    (
      .manyInkText,
      MessageText(
        "“{text}”{count} 用 {inks}，{size} 的字最多 {most} 色",
        "‘{text}’{count} has {inks}; type of {size} takes {most} inks at most",
        help: "少用一色，或把字放大到 {limit}", "use fewer inks, or set it at {limit} or larger")
    ),
    (
      .smallReversedText,
      MessageText(
        "反白字“{text}”{count} 只有 {size}，下限 {limit}",
        "white type ‘{text}’{count} is {size}; {limit} is the least",
        help: "放大，或换粗的黑体，或不反白", "set it larger or in a bold sans, or print it dark")
    ),
    (
      .smallTintedText,
      MessageText(
        "网点字“{text}”{count}（{inks}）只有 {size}，下限 {limit}",
        "tinted type ‘{text}’{count} ({inks}) is {size}; {limit} is the least",
        help: "放大，或用实地", "set it larger, or print it solid")
    ),
    (
      .thinLine,
      MessageText(
        "线粗 {weight}{count}（{inks}），下限 {limit}",
        "a line of {weight}{count} ({inks}); {limit} is the least",
        help: "加粗，或用实地的一色", "make it thicker, or print it solid in one ink")
    ),
    (
      .inkInMargin,
      MessageText(
        "‘{frame}’ 离裁切线 {have}，要空 {limit}",
        "‘{frame}’ is {have} from the trim; {limit} has to stay white",
        help: "往里移，或给版面 bleed", "move it in, or give the page a bleed")
    ),
  ]
}
