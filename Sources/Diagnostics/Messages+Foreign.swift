// Messages of groups 06 fonts, and 07 and 08 where they concern foreign files.

extension Code {
  package static let glyphMissing = Code("E0601")
  package static let fontMissing = Code("E0602")
  package static let fontBroken = Code("E0603")
  package static let fontChanged = Code("E0604")
  package static let fontLacks = Code("W0605")
  package static let fontEmbedding = Code("E0606")
  package static let fontUnsupported = Code("E0607")
  package static let colourProfile = Code("W0705")
  package static let firstImageOnly = Code("W0707")
  package static let decoderFailed = Code("E0708")
  package static let cropOutside = Code("E0709")
  package static let adResolution = Code("W0803")
  package static let adActiveContent = Code("E0804")
  package static let adExternal = Code("E0805")
  package static let adTooLarge = Code("E0807")
  package static let adFirstPage = Code("W0808")
  package static let adColour = Code("W0809")
  package static let adVector = Code("E0810")
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
    (.fontLacks, MessageText("字体没有{what}，不仿造", "the font has no {what}; it is not imitated")),
    (.fontEmbedding, MessageText("字体不许嵌入", "the font's licence bits forbid embedding")),
    (
      .fontUnsupported,
      MessageText("不支持这种字体：{kind}", "fonts of this kind are not supported: {kind}")
    ),
  ]

  static let foreignPictureMessages: [(Code, MessageText)] = [
    (
      .colourProfile,
      MessageText("色彩描述文件不可用，按 sRGB", "the colour profile cannot be used; taken as sRGB")
    ),
    (.firstImageOnly, MessageText("不止一幅图，用第一幅", "more than one image; the first is used")),
    (
      .decoderFailed,
      MessageText(
        "图片解码失败（{reason}），留灰框", "the picture's decoder failed ({reason}); a grey box is left")
    ),
    (.cropOutside, MessageText("裁切框出图", "the crop reaches outside the picture")),
  ]

  static let foreignAdMessages: [(Code, MessageText)] = [
    (
      .adResolution,
      MessageText(
        "广告图精度不够：实际 {ppi} ppi，要求 {limit} ppi", "the advertisement has {ppi} ppi, {limit} are wanted"
      )
    ),
    (
      .adActiveContent,
      MessageText("广告 PDF 含{what}，已剥离", "the advertisement's PDF held {what}, which was removed")
    ),
    (
      .adExternal,
      MessageText("广告引用外部文件，拒收", "the advertisement refers to outside files and is refused")
    ),
    (.adTooLarge, MessageText("广告展开超过 {limit}", "the advertisement unpacks to more than {limit}")),
    (
      .adFirstPage,
      MessageText("用广告第 1 页的 {box}", "the {box} of the advertisement's first page is used")
    ),
    (.adColour, MessageText("广告{reason}", "the advertisement {reason}")),
    (.adVector, MessageText("广告 SVG {reason}", "the advertisement's SVG {reason}")),
  ]
}
