// Messages of group 03: the text of manuscripts.

extension Code {
  package static let noBody = Code("W0301")
  package static let manuscriptTooLong = Code("E0302")
  package static let unbreakableRun = Code("W0303")
  package static let combiningMarks = Code("W0304")
  package static let markUnread = Code("W0305")
  package static let foreignMarkup = Code("W0306")
  package static let markupTooDeep = Code("E0307")
  package static let tooManyRubies = Code("E0308")
  package static let trimUnknown = Code("W0309")
  package static let blanksNotSet = Code("W0310")
  package static let attributeUnknown = Code("W0321")
  package static let attributeNoRoom = Code("W0322")
  package static let titleInTitle = Code("W0323")
  package static let rubyMismatch = Code("W0315")
}

extension Catalogue {
  static let manuscriptMessages: [(Code, MessageText)] = [
    (.noBody, MessageText("没有正文", "there is no text")),
    (
      .manuscriptTooLong,
      MessageText(
        "稿件 {chars} 字，超过 {limit} 字上限",
        "{chars} characters, more than the limit of {limit}",
        help: "分成几篇，或改 edition.yaml 的 limits: article-chars",
        "split it, or raise limits: article-chars in edition.yaml")
    ),
    (
      .unbreakableRun,
      MessageText(
        "有一段 {chars} 字不可断行，到行末强断",
        "a run of {chars} characters has no place to break; it is cut at the line's end")
    ),
    (
      .combiningMarks,
      MessageText(
        "一个字带的附加符超过 {limit} 个，已截",
        "more than {limit} combining marks on one character; the rest were dropped")
    ),
    (
      .markUnread,
      MessageText(
        "‘{mark}’ {reason}，照字面排", "‘{mark}’ {reason}; set as it stands",
        help: "⟦{advice}⟧", "⟦{advice}⟧")
    ),
    (
      .foreignMarkup,
      MessageText(
        "‘{mark}’ 按字面排，不执行", "‘{mark}’ is set as it stands and not carried out",
        help: "稿件里不用 HTML 和引入", "manuscripts hold no HTML and no includes")
    ),
    (
      .markupTooDeep,
      MessageText("嵌套超过 {limit} 层", "nested more than {limit} levels deep")
    ),
    (
      .tooManyRubies,
      MessageText(
        "注音 {count} 处，超过上限 {limit}", "{count} ruby annotations, more than the limit of {limit}")
    ),
    (
      .blanksNotSet,
      MessageText(
        "段首的 {count} 个全角空格不印：段首空几字由样式的 indent 定",
        "the {count} full-width blanks at a paragraph's start are not set: the style's indent says how far it is moved in",
        help: "删去空格；落款就在末行后写 {.signature}，或空六格以上",
        "remove them; for a signature write {.signature} after its last line, or type six blanks or more"
      )
    ),
    (
      .trimUnknown,
      MessageText(
        "trim 指到第 {paragraph} 段，稿件只有 {count} 段",
        "trim names paragraph {paragraph}, the story has {count}")
    ),
    (
      .attributeUnknown,
      MessageText(
        "没有 ‘{mark}’ 这个标记，按普通文字排", "there is no mark ‘{mark}’; its text is set plain",
        help: "可用的有 {known}", "the marks are {known}")
    ),
    (
      .titleInTitle,
      MessageText(
        "书名号里又用了《》", "《》 stands inside 《》", help: "里面一层用〈〉", "the inner pair is 〈〉")
    ),
    (
      .attributeNoRoom,
      MessageText(
        "‘{outer}’ 里排不下 ‘{mark}’，略去标记", "‘{mark}’ has no place inside ‘{outer}’ and is left out",
        help: "保留一种，文字照排", "keep one of the two; the text is set all the same")
    ),
    (
      .rubyMismatch,
      MessageText(
        "注音分 {parts} 段，基文有 {characters} 个字，当作整体注音排",
        "the reading has {parts} parts for {characters} characters; set over the whole",
        help: "每字一段：[漢字]{かん|じ}、[中国]{zhōng guó}、[中國]{ㄓㄨㄥ ㄍㄨㄛˊ}",
        "one part a character: [漢字]{かん|じ}, [中国]{zhōng guó}, [中國]{ㄓㄨㄥ ㄍㄨㄛˊ}")
    ),
  ]
}
