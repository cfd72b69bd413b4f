// Messages of group 02: YAML, its keys and values, paths and ids.

extension Code {
  package static let unknownKey = Code("E0201")
  package static let yamlSyntax = Code("E0202")
  package static let frontMatterOpen = Code("E0203")
  package static let duplicateKey = Code("E0204")
  package static let wrongType = Code("E0205")
  package static let weekdayDiffers = Code("W0206")
  package static let yamlAnchor = Code("E0207")
  package static let yamlTooDeep = Code("E0208")
  package static let yamlTooLarge = Code("E0209")
  package static let editionMissing = Code("E0210")
  package static let formatVersion = Code("E0211")
  package static let missingUnit = Code("E0212")
  package static let pathOutside = Code("E0213")
  package static let duplicateID = Code("E0214")
  package static let duplicatePage = Code("E0215")
  package static let slotMissing = Code("E0216")
  package static let slotTaken = Code("E0217")
  package static let missingKey = Code("E0218")
  package static let layoutMissing = Code("E0219")
  package static let policyFails = Code("E0220")
}

extension Catalogue {
  static let keyMessages: [(Code, MessageText)] = [
    (
      .unknownKey,
      MessageText(
        "不认识的键 ‘{key}’", "unknown key ‘{key}’",
        help: "可用的键: {known}（banxin schema {schema}）",
        "known keys: {known} (banxin schema {schema})",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (.yamlSyntax, MessageText("YAML 写法不对：{reason}", "not well-formed YAML: {reason}")),
    (
      .frontMatterOpen,
      MessageText(
        "前置信息{reason}", "the front matter {reason}",
        help: "文件开头写一行 ---，键写完再写一行 ---",
        "begin the file with a line ---, and close the keys with another")
    ),
    (
      .duplicateKey,
      MessageText(
        "‘{key}’ 写了两次（{first} 行、{second} 行）",
        "‘{key}’ is written twice (lines {first} and {second})", help: "留一个", "keep one",
        related: "第一次在这里", "first written here")
    ),
    (
      .wrongType,
      MessageText(
        "⟦‘{key}’ ⟧{expected}", "⟦‘{key}’ ⟧{expected}", label: "⟦是不是 ‘{nearest}’？⟧",
        "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .weekdayDiffers,
      MessageText("{date} 是{right}，不是{given}", "{date} is {right}, not {given}")
    ),
    (
      .yamlAnchor,
      MessageText(
        "不许用{what}", "{what} are not allowed", help: "把内容原样写出来；文字以 & * ! 开头的加引号",
        "write the content out; quote a text that begins with & * !")
    ),
    (
      .yamlTooDeep,
      MessageText("嵌套超过 {limit} 层", "nested more than {limit} levels deep")
    ),
    (.yamlTooLarge, MessageText("YAML 超过 {limit}", "the YAML is larger than {limit}")),
    (
      .editionMissing,
      MessageText(
        "找不到 edition.yaml", "edition.yaml is not there",
        help: "在本期文件夹里运行，或给出它的路径；新建用 banxin init",
        "run it in the edition's folder, or name the folder; banxin init makes one")
    ),
    (
      .formatVersion,
      MessageText("本程序只懂格式 {known}", "this program reads format {known} only")
    ),
    (
      .missingUnit,
      MessageText(
        "‘{value}’ 缺单位 mm/pt/cm/in/字/行", "‘{value}’ has no unit: mm, pt, cm, in, 字 or 行",
        help: "例如 {value}mm", "for example {value}mm")
    ),
    (
      .pathOutside,
      MessageText(
        "路径 ‘{path}’ 不可用：{reason}", "path ‘{path}’ cannot be used: {reason}",
        help: "写本期文件夹内的相对路径", "write a path relative to the edition folder and inside it")
    ),
    (
      .duplicateID,
      MessageText(
        "id 重复：{first} 和 {second} 都是 ‘{id}’",
        "duplicate id: {first} and {second} are both ‘{id}’", help: "改一个", "change one",
        related: "另一个在这里", "the other is here")
    ),
    (
      .duplicatePage,
      MessageText(
        "版号 {code} 写了两次", "page code {code} is written twice", related: "第一次在这里",
        "first written here")
    ),
    (
      .slotMissing,
      MessageText(
        "{reason}", "{reason}", label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .slotTaken,
      MessageText(
        "一个框两篇稿：{page} 版 ‘{slot}’ 留给 {keeper}，{loser} 没有排",
        "two for one frame: ‘{slot}’ on page {page} goes to {keeper}, {loser} is not placed",
        help: "改一篇的 slot，或改 priority", "change one's slot, or its priority",
        related: "留下的在这里", "the one that keeps it")
    ),
    (.missingKey, MessageText("缺 ‘{key}’", "‘{key}’ is missing")),
    (
      .layoutMissing,
      MessageText(
        "没有版式 ‘{layout}’", "there is no layout ‘{layout}’",
        help: "写 layouts/ 下的路径，或自带版式的名字⟦：{known}⟧",
        "write a path such as layouts/front.yaml, or the name of a layout that comes with Banxin⟦: {known}⟧",
        label: "⟦是不是 ‘{nearest}’？⟧", "⟦did you mean ‘{nearest}’?⟧")
    ),
    (
      .policyFails,
      MessageText(
        "policy 写了 {policy}: fail，所以不出版", "nothing is published, since policy says {policy}: fail",
        help: "先改好上面的错误", "mend the errors above first")
    ),
  ]
}
