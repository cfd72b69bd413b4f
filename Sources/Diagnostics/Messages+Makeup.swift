// Messages of the make-up stages: 05 flow and jumps, 07 pictures, 08 ads.

extension Code {
  package static let overset = Code("E0502")
  package static let headlineTooLong = Code("E0503")
  package static let emptyFrame = Code("W0504")
  package static let jumpToItself = Code("E0505")
  package static let jumpTargetMissing = Code("E0506")
  package static let jumpTooShort = Code("W0507")
  package static let prohibitionRelieved = Code("W0509")
  package static let looseLine = Code("W0510")
  package static let paragraphTrimmed = Code("W0511")
  package static let storyUnplaced = Code("E0512")
  package static let headlineTooDeep = Code("E0513")
  package static let heldMissing = Code("W0514")
  package static let headWithoutPicture = Code("W0517")
  package static let headWithoutGround = Code("W0515")
  package static let groundWithoutPanel = Code("W0518")
  package static let groundWithoutPicture = Code("W0519")
  package static let gatheredLeftOut = Code("E0516")
  package static let lineGapTooSmall = Code("W0520")
  package static let rubyLineGap = Code("W0521")
  package static let pinyinVertical = Code("W0522")
  package static let typeFaintOnPicture = Code("W0523")
  package static let jumpNotNeeded = Code("W0524")
  package static let titleNotRunIn = Code("W0525")
  package static let skyUnknown = Code("W0526")
  package static let sponsorNowhere = Code("W0527")
  package static let pictureTooLowForHead = Code("W0528")
  package static let pictureMissing = Code("E0701")
  package static let pictureTooLarge = Code("E0702")
  package static let pictureBroken = Code("E0703")
  package static let pictureExtension = Code("W0704")
  package static let pictureResolution = Code("W0706")
  package static let pictureNoRoom = Code("E0710")
  package static let codeTooLong = Code("E0711")
  package static let codeNoRoom = Code("E0712")
  package static let pictureNarrower = Code("W0713")
  package static let pictureCropped = Code("W0714")
  package static let pictureSmaller = Code("W0721")
  package static let barcodeWrong = Code("E0715")
  package static let furnitureNoRoom = Code("E0716")
  package static let imprintTooLow = Code("E0722")
  package static let wordsNoRoom = Code("E0723")
  package static let pictureOpaque = Code("W0720")
  package static let adMissing = Code("E0801")
  package static let adSize = Code("E0802")
  package static let adBroken = Code("E0806")
  package static let adUnsupported = Code("E0811")
  package static let adActive = Code("E0804")
  package static let adExternal = Code("E0805")
  package static let adUnpacks = Code("E0807")
  package static let adPage = Code("W0808")
  package static let adInks = Code("W0809")
  package static let adColour = Code("E0813")
  package static let adHash = Code("E0812")
  package static let adUnplaced = Code("E0814")
  package static let adSizeUnknown = Code("E0815")
  package static let levelWhite = Code("W0816")
}

extension Catalogue {
  static let flowMessages: [(Code, MessageText)] = [
    (
      .overset,
      MessageText(
        "稿件排不下，余 {lines} 行（约 {chars} 字）",
        "{lines} lines (about {chars} characters) find no room",
        help: "删约 {chars} 字，或加高框，或加 jump: {to: …}",
        "cut about {chars} characters, make the frame deeper, or add jump: {to: …}")
    ),
    (
      .headlineTooLong,
      MessageText(
        "标题排不下，缺 {chars} 字宽", "the headline is {chars} characters too wide",
        help: "它以更多的行印全了；缩短标题，或用列表分行，或在样式里放宽 max-lines",
        "it is printed whole, in more lines; shorten it, split it in a list, or raise max-lines of its style"
      )
    ),
    (
      .emptyFrame,
      MessageText(
        "空框：没有稿件排入 ‘{frame}’", "nothing is placed in frame ‘{frame}’",
        help: "给它派一篇稿（slot: {frame}），或写 optional: true",
        "assign a story to it (slot: {frame}), or write optional: true")
    ),
    (
      .heldMissing,
      MessageText(
        "‘{frame}’ 要放{what}，这一期没有", "‘{frame}’ is to hold {what}, and the edition has none",
        help: "在 edition.yaml 写 {key}，或给框写 optional: true",
        "write {key} in edition.yaml, or optional: true for the frame")
    ),
    (
      .sponsorNowhere,
      MessageText(
        "‘{sponsor}’ 没有印出：协办排在栏目线的末尾，这篇没有栏目线",
        "‘{sponsor}’ is not printed: it stands at the end of the line of the story's column, and there is none",
        help: "写 column: 栏目名；标签在题旁或压在图上的，让标题占 6 行以上",
        "write column: and its name; where the label stands beside the head or on a picture, give the head six lines or more"
      )
    ),
    (
      .skyUnknown,
      MessageText(
        "天气 ‘{sky}’ 没有符号，只印字", "no sign is known for the sky ‘{sky}’; it is printed in words alone",
        help: "认得的词：{known}", "known words: {known}")
    ),
    (.jumpToItself, MessageText("转版成环：{path}", "the jump runs in a circle: {path}")),
    (
      .jumpTargetMissing,
      MessageText(
        "转版没有去处：{target}", "the jump has nowhere to go: {target}",
        help: "改 jump 的 to 与 slot", "mend the jump's to and slot")
    ),
    (
      .jumpTooShort,
      MessageText(
        "转版太短：本版 {first} 行，他版 {second} 行",
        "a short jump: {first} lines here, {second} lines there")
    ),
    (
      .jumpNotNeeded,
      MessageText(
        "稿件在 {page} 版已排完，留给它转版的 ‘{frame}’ 空着",
        "the story ends on page {page}; frame ‘{frame}’, kept for the rest of it, stays empty",
        help: "去掉 jump，给 ‘{frame}’ 另派一篇稿，或写 optional: true",
        "take the jump away and give ‘{frame}’ another story, or write optional: true")
    ),
    (
      .prohibitionRelieved,
      MessageText(
        "禁则不能全满足，“{text}”一行放宽", "a prohibition is relieved in the line ‘{text}’")
    ),
    (
      .paragraphTrimmed,
      MessageText(
        "排不下，按 trim 删去第 {paragraph} 段（{chars} 字）",
        "no room: paragraph {paragraph} ({chars} characters) is cut as trim allows")
    ),
    (
      .storyUnplaced,
      MessageText(
        "稿件没有版位：没有空着的框给它", "no frame is free for this story",
        help: "写明 page 与 slot，或在版式里加一个框", "name its page and slot, or add a frame to the layout")
    ),
    (
      .headlineTooDeep,
      MessageText(
        "标题要占 {need} 行，只给了 {have} 行", "the headline takes {need} lines and was given {have}",
        help: "缩短引题、副题，或给标题更多行", "shorten its kicker or subtitle, or give it more lines")
    ),
    (
      .pictureTooLowForHead,
      MessageText(
        "标题压不上图：图只有 {have} 行深，要 {need} 行：照盖文题排在文上",
        "the headline cannot stand on its picture, which is {have} lines deep and would have to be {need}: it stands over the text",
        help: "把框的 headline.lines 加深，headline.columns 放宽，或缩短标题",
        "give the frame more headline.lines or headline.columns, or shorten the headline")
    ),
    (
      .headWithoutPicture,
      MessageText(
        "标题要压图，稿件没有图：照盖文题排在文上",
        "the headline is to stand on a picture and the story has none: it stands over the text",
        help: "给稿件加 photos，或把框的 headline.position 改成 over",
        "give the story photos, or the frame headline.position: over")
    ),
    (
      .headWithoutGround,
      MessageText(
        "标题直接压在图上，没有底，而图的深浅量不出来：字看不看得清，只有看图才知道",
        "the headline stands on its picture without a ground, and the picture's tone cannot be measured: whether it can be read, only the eye can tell",
        help: "写 headline.strip: 100%（或 套红 60%）加底",
        "write headline.strip: 100% (or a tint of an ink) for a ground")
    ),
    (
      .typeFaintOnPicture,
      MessageText(
        "压在图上的字有 {lines} 行看不清：“{text}”底下 {share}% 的地方反差不到 {need}:1，{why}",
        "{lines} lines of type on the picture are hard to read: under {share}% of “{text}” the contrast is less than {need}:1, as {why}",
        help: "{advice}", "{advice}")
    ),
    (
      .groundWithoutPanel,
      MessageText(
        "正文直接压在图上，没有衬底，而图的深浅量不出来：字看不看得清，只有看图才知道",
        "the text stands on its picture without a panel, and the picture's tone cannot be measured: whether it can be read, only the eye can tell",
        help: "写 ground.panel: 0%（白），或别的颜色，并写 columns、lines",
        "write ground.panel: 0% (white) or another colour, and columns and lines")
    ),
    (
      .groundWithoutPicture,
      MessageText(
        "稿件要压在图上，可是没有图：照底色排在框里",
        "the story is to stand on a picture and has none: it stands on the frame's colour",
        help: "给稿件加 photos，或去掉框的 ground", "give the story photos, or take ground from the frame")
    ),
    (
      .gatheredLeftOut,
      MessageText(
        "集纳的框 ‘{frame}’ 里只排标题和文字，没有排：{keys}",
        "frame ‘{frame}’ gathers short stories and sets heads and text alone; left out: {keys}",
        help: "从稿件里删去，或给它自己的框", "remove them from the story, or give it a frame of its own")
    ),
    (
      .titleNotRunIn,
      MessageText(
        "夹题不带引题、副题、提要：这篇有 {keys}，题目没有接排，另立小题",
        "a title that runs in has no heads round it: with {keys} this one stands over its text",
        help: "去掉 {keys}，或改用 rank: 简讯", "take {keys} away, or write rank: brief")
    ),
    (
      .lineGapTooSmall,
      MessageText(
        "行间标点要行距 {need} 字，这里只有 {have} 字",
        "marks between the lines need a line gap of {need} em, there is {have} em",
        help: "减小字号或加大 pitch，或不用着重号、专名号、书名号",
        "use a smaller size or a larger pitch, or leave such marks out")
    ),
    (
      .rubyLineGap,
      MessageText(
        "行间 {gap} 字，注音要 {need} 字，会碰到上一行",
        "the line gap is {gap} em; ruby needs {need} em and touches the line before",
        help: "加大网格的 pitch，或把字号改小", "give the grid a larger pitch, or the style a smaller size")
    ),
    (
      .pinyinVertical,
      MessageText(
        "拼音只宜横排；直排里转向排在字旁",
        "pinyin is for horizontal lines; beside these vertical ones it is turned",
        help: "改用注音符号，或把框改成 mode: horizontal", "use bopomofo, or mode: horizontal")
    ),
    (
      .looseLine,
      MessageText(
        "“{text}”一行字距过松", "the line ‘{text}’ is set too loose",
        help: "改几个字；report.json 的 adjustments 列出所有这样的行",
        "change a few characters; adjustments in report.json lists every such line")
    ),
  ]

  static let pictureMessages: [(Code, MessageText)] = [
    (
      .pictureMissing,
      MessageText("找不到图 ‘{file}’，留灰框", "picture ‘{file}’ is not there; a grey box is left")
    ),
    (
      .pictureTooLarge,
      MessageText(
        "⟦图太大：{pixels} 万像素，上限 {limit} 万⟧⟦图的尺寸不可用：{size}⟧",
        "⟦the picture has {pixels}0 000 pixels; the limit is {limit}0 000⟧⟦{size} is no size for a picture⟧"
      )
    ),
    (
      .pictureBroken,
      MessageText("图读不了：{reason}，留灰框", "the picture cannot be read: {reason}; a grey box is left")
    ),
    (
      .pictureExtension,
      MessageText("文件其实是 {kind}，照常用", "the file is {kind} in truth; used as such")
    ),
    (
      .pictureOpaque,
      MessageText(
        "图没有透明的底，照长方形排",
        "the picture has no transparency and stands as a rectangle",
        help: "交带透明通道的 PNG，或在 outline 里写轮廓的点",
        "send a PNG with an alpha channel, or write the points of its outline")
    ),
    (
      .pictureNarrower,
      MessageText(
        "图要 {asked} 栏，为了排下只排了 {columns} 栏",
        "the picture was to take {asked} columns and was given {columns}, so that all finds room",
        help: "把框加高，或删稿，或减少它的 columns",
        "make the frame deeper, cut the story, or give it fewer columns")
    ),
    (
      .pictureSmaller,
      MessageText(
        "圆图、去底图不裁，为了排下缩小了 {share}%",
        "a circle or cut-out is not cropped: it is {share}% smaller than it was to be, so that all finds room",
        help: "把框加高，或删稿，或减少它的 columns",
        "make the frame deeper, cut the story, or give it fewer columns")
    ),
    (
      .pictureCropped,
      MessageText(
        "图裁去了 {share}%：版位与它的长宽差得太多",
        "{share}% of the picture is cut away: its room has other proportions",
        help: "换一张横竖合适的图，或改框、改 columns", "take another picture, or change the frame or columns")
    ),
    (
      .pictureNoRoom,
      MessageText(
        "图放不进框，没有排：要 {need} 行，只有 {have} 行",
        "the picture has no room and is left out: it needs {need} lines, there are {have}",
        help: "缩短图说，或把框加高，或减少它的 columns",
        "shorten its caption, make the frame deeper, or give it fewer columns")
    ),
    (
      .codeTooLong,
      MessageText(
        "二维码的文字有 {bytes} 字节，超过 {limit}，没有印",
        "the QR code's text has {bytes} bytes, more than {limit}; it is left out",
        help: "换短网址：新闻纸上的码再密就扫不出", "use a shorter address: denser codes are not read from newsprint"
      )
    ),
    (
      .barcodeWrong,
      MessageText(
        "条码不对，没有印：{reason}", "the barcode is wrong and is left out: it {reason}",
        help: "改 masthead 的 barcode、issn 或 barcode-issue",
        "mend barcode, issn or barcode-issue in masthead")
    ),
    (
      .furnitureNoRoom,
      MessageText(
        "{what}放不下，没有印：要 {need} mm 宽，版位只有 {have}",
        "{what} has no room and is left out: it needs a width of {need} mm, its place has {have}",
        help: "把框加大，或在版式里另给一个框：{kind: text, holds: …}",
        "make the frame larger, or give it a frame of its own: {kind: text, holds: …}")
    ),
    (
      .imprintTooLow,
      MessageText(
        "报尾的框太浅，没有印全，缺“{text}”", "the imprint's frame is too shallow, left out is ‘{text}’",
        help: "把框加到 {need} 行", "give it {need} lines")
    ),
    (
      .wordsNoRoom,
      MessageText(
        "框 ‘{frame}’ 里的字放不下，没有印“{text}”", "‘{text}’ has no room in frame ‘{frame}’ and is left out",
        help: "把框加大，或把它的样式的 min-size 改小", "make the frame larger, or its style's min-size smaller")
    ),
    (
      .codeNoRoom,
      MessageText(
        "二维码放不进末栏，没有印：要 {need} 行，只有 {have} 行",
        "the QR code has no room in the last column and is left out: it needs {need} lines, there are {have}",
        help: "加高框；竖排的框不放二维码", "make the frame deeper; vertical frames take none")
    ),
    (
      .pictureResolution,
      MessageText("精度 {ppi} ppi，低于 {limit}", "{ppi} ppi at its printed size, below {limit}")
    ),
  ]

  static let adMessages: [(Code, MessageText)] = [
    (
      .adMissing,
      MessageText("广告 ‘{ad}’ 未到，留白框", "advertisement ‘{ad}’ has not come; a white box is left")
    ),
    (
      .adSize,
      MessageText(
        "广告 {have}，广告位 {want}，不缩放",
        "the advertisement is {have}, its slot {want}; it is not scaled",
        help: "请客户按 {want} 重做，或写 fit: contain", "ask for {want}, or write fit: contain")
    ),
    (
      .adBroken,
      MessageText(
        "广告文件坏了：{reason}", "the advertisement's file is broken: {reason}")
    ),
    (
      .adUnsupported,
      MessageText(
        "不收 {kind} 广告", "{kind} advertisements are not taken", help: "请交 PDF、PNG 或 JPEG",
        "ask for PDF, PNG or JPEG")
    ),
    (
      .adHash,
      MessageText("广告文件与登记的 sha256 不同", "the advertisement's file is not the one booked (sha256)")
    ),
    (
      .adUnplaced,
      MessageText(
        "广告 ‘{ad}’（{size}）在 {page} 版排不下，没有排：{reason}",
        "advertisement ‘{ad}’ ({size}) finds no room on page {page} and is not placed: {reason}",
        help: "换一版，或给版式里挡着的框写 yields: 行数，让它从底下让出",
        "book another page, or write yields: LINES to the layout's frames that may be cut at their foot",
        related: "挡着的框", "what stands in its way")
    ),
    (
      .adSizeUnknown,
      MessageText(
        "广告 ‘{ad}’ 没有框，也不知道多大，没有排",
        "advertisement ‘{ad}’ has no slot and no known size; it is not placed",
        help: "写 slot: 框名，或 size: {width: …, height: …}",
        "write slot, or size: {width: …, height: …}")
    ),
    (
      .levelWhite,
      MessageText(
        "‘{frame}’ 给广告让位，框脚齐平，{columns}空出 {lines} 行",
        "frame ‘{frame}’ gives way to advertisements and ends level: {lines} lines stay white in {columns}",
        help: "去掉它的 body.columns 或 box，各栏就分别让位；或改小 yields，或给广告定 slot",
        "take away its body.columns or box, so that each column gives way by itself; or let it yield less, or give the advertisements slots"
      )
    ),
  ]

}
