// Messages of groups 06 fonts, and 07 and 08 where they concern foreign files.

extension Code {
  package static let glyphMissing = Code("E0601")
  package static let fontMissing = Code("E0602")
  package static let fontBroken = Code("E0603")
  package static let fontChanged = Code("E0604")
  package static let fontEmbedding = Code("E0606")
  package static let patternsMissing = Code("W0607")
  package static let pictureProfile = Code("W0705")
  package static let cropOutside = Code("E0709")
  package static let drawingText = Code("W0717")
  package static let drawingActive = Code("W0718")
  package static let drawingInks = Code("W0719")
}

extension Catalogue {
  static let fontMessages: [(Code, MessageText)] = [
    (
      .glyphMissing,
      MessageText(
        "字体里没有 {characters}，共 {count} 处", "no font has {characters} ({count} places)",
        help: "换个字，或在 fonts 里加一个有它的字体",
        "use another character, or add a font that has it")
    ),
    (.fontMissing, MessageText("找不到字体 {role}", "font {role} is not there")),
    (.fontBroken, MessageText("字体坏了：{reason}", "the font is broken: {reason}")),
    (.fontChanged, MessageText("字体与锁定的不同", "the font is not the one that was locked")),
    (.fontEmbedding, MessageText("字体不许嵌入", "the font's licence bits forbid embedding")),
    (
      .patternsMissing,
      MessageText(
        "没有 {language} 的断词表，西文词一概不断",
        "there are no hyphenation patterns for {language}: no word is parted",
        help: "请装 Debian 的 hyphen-{package}，或在样式里写 hyphenate: no",
        "install Debian's hyphen-{package}, or write hyphenate: no in the style")
    ),
  ]

  static let foreignPictureMessages: [(Code, MessageText)] = [
    (
      .pictureProfile,
      MessageText(
        "图内的色彩描述文件不可用，按 sRGB 分色",
        "the picture's colour profile cannot be used; its colours are taken as sRGB",
        help: "另存为 sRGB，或带一份好的 RGB 描述文件", "save it as sRGB, or with a sound RGB profile")
    ),
    (.cropOutside, MessageText("裁切框出图", "the crop reaches outside the picture")),
    (
      .drawingText,
      MessageText(
        "SVG 里有文字，用本机的字体排", "the drawing holds text, set in this machine's fonts",
        help: "在绘图软件里把文字转成轮廓再存", "turn its text into outlines in the drawing program")
    ),
    (
      .drawingInks,
      MessageText("图稿付印有疑：{found}", "the drawing is doubtful for print: {found}")
    ),
    (
      .drawingActive,
      MessageText(
        "图稿含{parts}，印出来没有", "the drawing holds {parts}; it is printed without",
        help: "纸上只有不动的一幅；请看校样是不是要的那幅",
        "print has one still picture: see on the proof that it is the right one")
    ),
  ]

  static let foreignAdMessages: [(Code, MessageText)] = [
    (
      .adActive,
      MessageText(
        "广告文件{reason}", "the advertisement's file {reason}",
        help: "请客户另交一份没有密码、没有脚本和附件的 PDF",
        "ask for a PDF without a password, scripts and attachments")
    ),
    (
      .adExternal,
      MessageText(
        "广告文件要用文件以外的东西（{key}），留白框",
        "the advertisement's file needs something outside itself ({key}); a white box is left",
        help: "请客户把图和字都嵌进 PDF（PDF/X-4）", "ask for a file that holds everything (PDF/X-4)")
    ),
    (
      .adUnpacks,
      MessageText(
        "广告文件解压后超过 {limit} MiB，留白框",
        "the advertisement's file unpacks to more than {limit} MiB; a white box is left",
        help: "请客户按版面尺寸缩图后重交", "ask for a file with pictures of the size they are printed in")
    ),
    (
      .adPage,
      MessageText(
        "广告文件{found}；用第一页的 TrimBox",
        "the advertisement's file {found}; the first page's TrimBox is used")
    ),
    (
      .adInks,
      MessageText(
        "广告文件付印有疑：{found}", "the advertisement's file is doubtful for print: {found}")
    ),
    (
      .adColour,
      MessageText(
        "广告订的是{booked}，文件里有{found}，留白框",
        "the advertisement is booked as {booked} but its file has {found}; a white box is left",
        help: "请客户改成{booked}重交，或把 ads.yaml 的 color 改成 rgb",
        "ask for a file in {booked}, or write color: rgb in ads.yaml")
    ),
  ]
}
