// Messages of group 12: what the trade does not want to see on a made-up page (版面忌讳), and what the form of a paper
// asks for.

extension Code {
  package static let bumpedHeads = Code("W1201")
  package static let brokenPage = Code("W1202")
  package static let runningGutter = Code("W1203")
  package static let headApart = Code("E1204")
  package static let textApart = Code("E1205")
  package static let strandedLine = Code("W1206")
  package static let shortLeg = Code("W1207")
  package static let subheadAtFoot = Code("W1208")
  package static let paragraphAtFoot = Code("W1209")
  package static let greyText = Code("W1210")
  package static let headOutOfRank = Code("W1211")
  package static let adUnmarked = Code("E1212")
  package static let adNearNews = Code("W1213")
  package static let jumpLabelWrong = Code("E1214")
  package static let nameNotLargest = Code("W1215")
  package static let formMissing = Code("W1216")
  package static let folioMissing = Code("W1217")
  package static let whiteFoot = Code("W1218")
  package static let rivalsTogether = Code("W1219")
  package static let adByStory = Code("W1220")
  package static let cutTiers = Code("W1221")
  package static let pictureInColumn = Code("W1222")
  package static let folioMoved = Code("W1223")
  package static let specialUnmarked = Code("W1224")
  package static let answerableMissing = Code("W1225")
  package static let misreadLeg = Code("W1226")
  package static let nameMissing = Code("W1227")
  package static let gazeAway = Code("W1228")
}

extension Catalogue {
  package static let lintMessages: [(Code, MessageText)] = [
    (
      .bumpedHeads,
      MessageText(
        "碰题：‘{frame}’ 和 ‘{other}’ 的标题并排，只隔 {gap} 字（要 {limit} 字）⟦，{same}⟧",
        "bumped heads: the titles of ‘{frame}’ and ‘{other}’ stand side by side, {gap} 字 apart (at least {limit})⟦, {same}⟧",
        help: "把一题改短、改成两行或竖题，或在两稿间加线、加框",
        "shorten one, split it or set it upright, or part the stories by a rule or a box",
        related: "另一题", "the other title")
    ),
    (
      .brokenPage,
      MessageText(
        "断版：第 {page} 版中间有横缝通到两边，上下都是并排的稿（第 {lines} 行）",
        "a broken page: the middle of page {page} is cut from edge to edge between stories side by side (at line {lines})",
        help: "让一篇稿或一张图上下错开，跨过这道缝", "let a story or a picture reach across the gap")
    ),
    (
      .runningGutter,
      MessageText(
        "通缝：第 {page} 版第 {column} 栏右边的竖缝占新闻区高的 {share}%（上限 {limit}%）",
        "a gap right of column {column} runs down {share} % of the news on page {page} ({limit} % at most)",
        help: "让一篇稿或一张图跨过这道缝", "let a story or a picture reach across it")
    ),
    (
      .headApart,
      MessageText(
        "题文不接：‘{frame}’ 的{how}", "text apart from its head in ‘{frame}’: {how}",
        help: "让正文从标题下面或旁边起排：改 area 的次序或 headline",
        "let the text begin under or beside the title: change the order of area, or headline")
    ),
    (
      .textApart,
      MessageText(
        "断文：‘{frame}’ 的正文要跳过别的稿才接得上",
        "broken text: in ‘{frame}’ the reader must jump over another story to go on",
        help: "把 area 的几块排成相邻的，或改用 jump 转版", "let the rectangles of area touch, or use a jump",
        related: "隔在中间的", "what lies between")
    ),
    (
      .misreadLeg,
      MessageText(
        "错接：‘{frame}’ 第 {leg} 栏的末行下面紧接第 {next} 栏，读者会接错",
        "in ‘{frame}’ column {next} stands right after the end of column {leg}, and is not the next one",
        help: "让最左（竖排最上）的那块也从稿件顶上起，不写 body.columns，栏（竖排是段）就贯通；或在 area 的两块之间空两行（竖排是一栏）以上",
        "let the leftmost rectangle (in vertical text the upper one) begin at the story's head and leave body.columns out: the columns (the tiers) go on through both; or leave two lines (in vertical text a column) between the rectangles of area"
      )
    ),
    (
      .strandedLine,
      MessageText(
        "孤行：‘{frame}’ 第 {leg} 栏头一行是一段的末行",
        "a stranded line: column {leg} of ‘{frame}’ begins with a paragraph's last line",
        help: "上一段增删几个字，或把框加减一行",
        "add or cut a few characters before it, or a line of the frame")
    ),
    (
      .shortLeg,
      MessageText(
        "断头：‘{frame}’ 第 {leg} 栏只有 {lines} 行（至少 {limit} 行）",
        "a stub: lines in column {leg} of ‘{frame}’: {lines} ({limit} at least)",
        help: "少分几栏，或换图的位置，或把框加高",
        "use fewer columns, move the picture, or make the frame deeper")
    ),
    (
      .subheadAtFoot,
      MessageText(
        "小标题落在 ‘{frame}’ 第 {leg} 栏栏底", "a 小标题 stands at the foot of column {leg} of ‘{frame}’",
        help: "在它前面增删一两行；后面没有字的，删去这个小标题",
        "add or cut a line or two before it; take it out where no text follows")
    ),
    (
      .paragraphAtFoot,
      MessageText(
        "段尾齐栏底：‘{frame}’ 第 {leg} 栏在栏底收段，读者会接着读 ‘{other}’",
        "a paragraph ends at the foot of column {leg} of ‘{frame}’, and ‘{other}’ reads as if it went on there",
        help: "增删几个字，让段尾不落在栏底，或在两稿间加线",
        "add or cut a few characters, or part the stories by a rule", related: "会被当成下文的",
        "what reads like more of it")
    ),
    (
      .greyText,
      MessageText(
        "灰版：‘{frame}’ 有 {columns}、{lines} 行连成一片，没有题、图、小标题（上限 {limit} 行）",
        "grey text: {columns} of {lines} lines in ‘{frame}’ without a title, a picture or a 小标题 ({limit} lines at most)",
        help: "加小标题（### …）、图或引语（> …）",
        "add a 小标题 (### …), a picture or a pull quote (> …)")
    ),
    (
      .headOutOfRank,
      MessageText(
        "倒挂：‘{frame}’（priority {rank}）的标题 {size}，比上面或旁边更要紧的 ‘{other}’（priority {otherRank}）的 {otherSize} 还大",
        "heads out of rank: the title of ‘{frame}’ (priority {rank}) is {size}, larger than the {otherSize} of ‘{other}’ (priority {otherRank}) above or beside it",
        help: "改两题的字号或行数，或改 priority", "change the titles' sizes or lines, or the priorities",
        related: "更要紧的", "the weightier story")
    ),
    (
      .adUnmarked,
      MessageText(
        "⟦广告 ‘{ad}’ ⟧⟦‘{story}’ 由 {sponsor} 出资，⟧没有标明“广告”",
        "⟦advertisement ‘{ad}’⟧⟦‘{story}’ is paid for by {sponsor} and⟧ is not marked 广告",
        help: "广告写 label: 广告，稿件写 column: 广告；只是栏目的协办，写栏目的名字（《广告法》第十四条）",
        "write label: 广告 for an advertisement, column: 广告 for a story, or the column's name where that alone is sponsored (Advertising Law of the PRC, article 14)"
      )
    ),
    (
      .adNearNews,
      MessageText(
        "广告 ‘{frame}’ 离新闻 ‘{other}’ 只有 {gap}mm，中间没有线（要 {limit}mm）",
        "advertisement ‘{frame}’ is {gap}mm from the news ‘{other}’ without a rule between ({limit}mm at least)",
        help: "空一行，或在 rules 里加一条线：{above: …}", "leave a line free, or add a rule: {above: …}",
        related: "挨着的稿", "the story beside it")
    ),
    (
      .jumpLabelWrong,
      MessageText(
        "转版的话 ‘{label}’ 没有说第 {page} 版", "the jump line ‘{label}’ does not name page {page}",
        help: "改 jump 的 label 或 label-back，或者不写，由程序写{usual}",
        "mend the jump's label or label-back, or leave it out: {usual} is written then")
    ),
    (
      .nameNotLargest,
      MessageText(
        "报名不是一版最大的字：报名 {name}，‘{frame}’ 有 {size}",
        "the paper's name is not the largest text of page one: it is {name}, ‘{frame}’ has {size}",
        help: "把报头的框加大，或把这题改小（报纸出版形式差错）",
        "make the masthead larger or that title smaller (an error of form)",
        related: "报头", "the masthead")
    ),
    (
      .gazeAway,
      MessageText(
        "视线：‘{frame}’ 的图里，人看着{where}", "whoever is seen in the picture of ‘{frame}’ looks {where}",
        help: "把图移到另一边，或换一张；新闻照片不能左右翻转",
        "put it on the other side or take another; a news photograph is not turned over")
    ),
    (
      .nameMissing,
      MessageText(
        "第 {page} 版没有报头：版面上看不出是哪一家报", "page {page} has no masthead: nothing says which paper it is",
        help: "在它的版式里加一个 kind: masthead 的框（国新出发〔2020〕10号）",
        "add a frame of kind: masthead to its layout (rule 国新出发〔2020〕10号)")
    ),
    (
      .formMissing,
      MessageText(
        "一版缺{what}：报纸出版形式要求登在固定位置", "page one lacks {what}, which the form of a paper asks for",
        help: "在 edition.yaml 写 {key}（国新出发〔2020〕10号）",
        "write {key} in edition.yaml (rule 国新出发〔2020〕10号)")
    ),
    (
      .answerableMissing,
      MessageText(
        "一版没有{what}：也可以登在别处的版权栏",
        "page one does not name {what}; an imprint elsewhere may",
        help: "在 edition.yaml 写 {key}，或在 layouts/rules 写 checks: {W1225: off}（国新出发〔2020〕10号）",
        "write {key} in edition.yaml, or checks: {W1225: off} in the house's rules (rule 国新出发〔2020〕10号)"
      )
    ),
    (
      .folioMissing,
      MessageText(
        "第 {page} 版没有报眉：版次和日期没有登出",
        "page {page} has no folio: neither its number nor the date is printed",
        help: "在版式里加 {id: folio, kind: folio, …}（国新出发〔2020〕10号）",
        "add {id: folio, kind: folio, …} to the layout (rule 国新出发〔2020〕10号)")
    ),
    (
      .folioMoved,
      MessageText(
        "第 {page} 版的版序不在别的版的位置：报眉离版顶 {at}mm，别的版 {usual}mm",
        "the folio of page {page} is not where the other pages have theirs: {at}mm from the top, not {usual}mm",
        help: "把版式里 folio 的 lines 改成和别的版一样（国新出发〔2020〕10号：版序登在固定位置）",
        "give folio the lines that it has in the other layouts (rule 国新出发〔2020〕10号: a fixed place)")
    ),
    (
      .specialUnmarked,
      MessageText(
        "一版没有标明“{word}”：edition.yaml 的 special 说这是{word}",
        "page one does not say {word}, which edition.yaml calls the issue (special)",
        help: "在一版放一个框 {kind: text, text: {word}}，或写进报头的一行（国新出发〔2020〕10号）",
        "put a frame {kind: text, text: {word}} on page one, or say it in a line of the masthead (rule 国新出发〔2020〕10号)"
      )
    ),
    (
      .whiteFoot,
      MessageText(
        "‘{frame}’ 稿尾空了 {lines} 行（最多 {limit} 行）",
        "{lines} lines stay white at the foot of ‘{frame}’ ({limit} at most)",
        help: "加几行文字、把图放大，或把框改矮",
        "add a few lines, enlarge the picture, or make the frame shallower")
    ),
    (
      .pictureInColumn,
      MessageText(
        "图压：‘{frame}’ 的图在第 {leg} 栏中间，栏里的字要越过它往下读",
        "a picture of ‘{frame}’ stands in the middle of column {leg}: its text goes on under it",
        help: "把图放到栏头、栏脚，或写 wrap: fold 让上面的字先排完",
        "put it at a column's head or foot, or write wrap: fold so that the text above it is read first"
      )
    ),
    (
      .rivalsTogether,
      MessageText(
        "竞品{where}：广告 ‘{ad}’ 和 ‘{other}’（{cause}）",
        "competitors {where}: advertisements ‘{ad}’ and ‘{other}’ ({cause})",
        help: "换一条的版面或框；只要不相邻就行的写 apart: beside",
        "move one to another page or slot; write apart: beside where that is enough",
        related: "另一条", "the other one")
    ),
    (
      .adByStory,
      MessageText(
        "广告 ‘{ad}’ 和它要避开的稿 ‘{story}’（{cause}）{where}",
        "advertisement ‘{ad}’ and the story it must not meet, ‘{story}’ ({cause}), are {where}",
        help: "把广告或稿换一版；只要不相邻就行的写 apart: beside",
        "move one of them to another page; write apart: beside where that is enough",
        related: "要避开的稿", "the story")
    ),
    (
      .cutTiers,
      MessageText(
        "腹切り：‘{frame}’ 第 {tier} 段下的段缝从一边通到另一边，把版面切成两半",
        "the tiers are cut: the gap under tier {tier} of ‘{frame}’ runs from edge to edge and halves the page",
        help: "让竖题、图或栏数不同的稿跨过这道缝",
        "let an upright title, a picture or a story of other tiers reach across the gap")
    ),
  ]
}
