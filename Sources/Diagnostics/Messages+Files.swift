// Messages of group 01: files and their encoding.

extension Code {
  package static let emptyFile = Code("E0101")
  package static let notUTF8 = Code("E0102")
  package static let strayBOM = Code("W0103")
  package static let nulCharacter = Code("E0104")
  package static let controlCharacter = Code("W0104")
  package static let bidiControl = Code("W0105")
  package static let fileName = Code("E0106")
  package static let notRegularFile = Code("E0107")
  package static let unreadable = Code("E0108")
  package static let linkOutside = Code("E0109")
  package static let changedWhileRead = Code("W0110")
  package static let namesAlike = Code("W0111")
  package static let fileMissing = Code("E0112")
  package static let fileTooLarge = Code("E0113")
  package static let noFilesMatch = Code("W0114")
}

extension Catalogue {
  static let fileMessages: [(Code, MessageText)] = [
    (
      .emptyFile,
      MessageText(
        "稿件是空的", "the manuscript is empty", help: "写上前置信息和正文，或删去这个文件",
        "write its front matter and text, or remove the file")
    ),
    (.notUTF8, MessageText("不是 UTF-8：{reason}", "not UTF-8: {reason}")),
    (
      .strayBOM,
      MessageText("行内有 U+FEFF，已删", "a byte-order mark (U+FEFF) inside the text was dropped")
    ),
    (
      .nulCharacter,
      MessageText(
        "有 NUL 字符", "there is a NUL character", help: "文件可能坏了，重新导出一份",
        "the file may be damaged: export it again")
    ),
    (
      .controlCharacter,
      MessageText("控制字符 {character}，已删", "control character {character} was dropped")
    ),
    (
      .bidiControl,
      MessageText(
        "有双向控制符 {character}，已删", "bidirectional control {character} was dropped")
    ),
    (
      .fileName,
      MessageText(
        "文件名不可用：{reason}", "the file's name cannot be used: {reason}", help: "改个文件名",
        "rename the file")
    ),
    (
      .notRegularFile,
      MessageText("不是普通文件：{kind}", "not a regular file: {kind}")
    ),
    (
      .unreadable,
      MessageText(
        "读不了：{reason}", "it cannot be read: {reason}", help: "查看文件的权限",
        "see to the file's permissions")
    ),
    (
      .linkOutside,
      MessageText(
        "链接‘{file}’{reason}", "the link ‘{file}’ {reason}", help: "把文件放进本期文件夹",
        "put the file itself into the edition folder")
    ),
    (
      .changedWhileRead,
      MessageText("读的时候变了，重读了一次", "it changed while being read and was read again")
    ),
    (
      .namesAlike,
      MessageText(
        "两个文件名只差写法：{first}、{second}",
        "two files' names differ only in how they are written: {first}, {second}",
        help: "换一台机器可能只剩一个，改个名", "another machine may keep only one: rename it")
    ),
    (
      .fileMissing, MessageText("找不到文件 ‘{file}’", "file ‘{file}’ is not there")
    ),
    (
      .fileTooLarge,
      MessageText("文件太大：超过 {limit}", "the file is too large: over {limit}")
    ),
    (
      .noFilesMatch, MessageText("没有文件合于 ‘{glob}’", "no file matches ‘{glob}’")
    ),
  ]
}
