// Messages of group 10 about made-up pages: what a press would print badly.

extension Code {
  package static let inkOverLimit = Code("W1011")
  package static let richBlackText = Code("W1012")
  package static let textInManyInks = Code("W1013")
  package static let reversedTextSmall = Code("W1014")
  package static let tintedTextSmall = Code("W1015")
  package static let lineThin = Code("W1016")
  package static let inkInMargin = Code("W1017")
}

extension Catalogue {
  static let printMessages: [(Code, MessageText)] = [
    (
      .inkOverLimit,
      MessageText(
        "‘{name}’ 的墨 {ink} 共 {total}%，总墨量上限 {limit}%",
        "the ink of ‘{name}’, {ink}, comes to {total} %; {limit} % at most",
        help: "减青、品、黄，深处用黑补", "take away cyan, magenta and yellow, and darken with black")
    ),
    (
      .richBlackText,
      MessageText(
        "黑字用了几种墨（{ink}），最小 {size}：{limit} 以下套不准就发虚⟦（{count} 处）⟧",
        "black type in several inks ({ink}) is set as small as {size}: under {limit} it blurs where the plates are off⟦ ({count} places)⟧",
        help: "写 ink: [0, 0, 0, 100]", "write ink: [0, 0, 0, 100]")
    ),
    (
      .textInManyInks,
      MessageText(
        "字用了 {inks} 种墨（{ink}），最小 {size}：{limit} 以下最多 {most} 种⟦（{count} 处）⟧",
        "type in {inks} inks ({ink}) is set as small as {size}: under {limit} at most {most} keep register⟦ ({count} places)⟧",
        help: "换墨少的颜色，或把字放大", "take a colour of fewer inks, or set the type larger")
    ),
    (
      .reversedTextSmall,
      MessageText(
        "反白的字最小 {size}，不到 {limit} 会糊死（底 {ground}）⟦（{count} 处）⟧",
        "white type on {ground} is set as small as {size}: under {limit} it fills in⟦ ({count} places)⟧",
        help: "把字放大，或用黑体，或不反白", "set it larger, or in 黑体, or not in white")
    ),
    (
      .tintedTextSmall,
      MessageText(
        "加网的字（{ink}）最小 {size}，不到 {limit} 会碎⟦（{count} 处）⟧",
        "type in a tint ({ink}) is set as small as {size}: under {limit} the screen breaks it⟦ ({count} places)⟧",
        help: "让一种墨到 100，或把字放大", "give it one ink at 100, or set it larger")
    ),
    (
      .lineThin,
      MessageText(
        "线粗 {size}（{ink}），不到 {limit} 印不稳⟦（{count} 处）⟧",
        "a line of {size} ({ink}) is under {limit} and will not print evenly⟦ ({count} places)⟧",
        help: "加粗，或改用一种墨的实色", "make it thicker, or give it one solid ink")
    ),
    (
      .inkInMargin,
      MessageText(
        "离裁切边只有 {size}，要留 {limit} 白边⟦（{count} 处）⟧",
        "ink comes within {size} of the trim; {limit} are to stay white⟦ ({count} places)⟧",
        help: "把框移进来；要出血就在版式 page 里写 bleed，并让底色或图伸到边",
        "move the frame in; for a bleed write bleed under page and let the ground or picture reach the edge"
      )
    ),
  ]
}
