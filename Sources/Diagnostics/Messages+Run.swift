// Messages about the machine and the run: 10 output, 11 files, disk and locks.

extension Code {
  package static let outputRefused = Code("E1001")
  package static let outputNotBuilt = Code("E1002")
  package static let pageUnknown = Code("E1003")
  package static let diskFull = Code("E1101")
  package static let outputUnwritable = Code("E1102")
  package static let tooManyFiles = Code("E1103")
  package static let internalFault = Code("E1106")
  package static let leftoversRemoved = Code("W1107")
  package static let runLocked = Code("E1109")
  package static let writeFailed = Code("E1112")
}

extension Catalogue {
  static let runMessages: [(Code, MessageText)] = [
    (
      .outputRefused,
      MessageText(
        "输出位置不可用：‘{folder}’", "‘{folder}’ cannot be the output folder",
        help: "用 -o 指定一个不包含本期文件夹的文件夹",
        "with -o, name a folder that does not contain the edition")
    ),
    (
      .outputNotBuilt,
      MessageText(
        "本版程序还做不了 ‘{output}’，没有出", "this version does not make ‘{output}’; it was left out",
        help: "从 edition.yaml 的 output 或版式里去掉它",
        "take it out of edition.yaml's output, or of the layout")
    ),
    (
      .pageUnknown,
      MessageText("没有 ‘{page}’ 这一版；有：{known}", "there is no page ‘{page}’; there are {known}")
    ),
    (
      .diskFull,
      MessageText(
        "磁盘满，写不下 ‘{file}’；上一期没有动",
        "no room on the disk for ‘{file}’; what was published before is untouched",
        help: "腾出空间后再出", "free some space and build again")
    ),
    (
      .outputUnwritable,
      MessageText(
        "写不了 ‘{file}’：{reason}；上一期没有动",
        "cannot write ‘{file}’: {reason}; what was published before is untouched",
        help: "查这个文件夹的权限，或用 -o 换一处", "check the folder's permissions, or name another with -o")
    ),
    (
      .tooManyFiles,
      MessageText(
        "打开的文件太多，写不了 ‘{file}’；上一期没有动",
        "too many open files to write ‘{file}’; what was published before is untouched",
        help: "稍后再出，或放宽 ulimit -n", "try again later, or raise ulimit -n")
    ),
    (
      .internalFault,
      MessageText(
        "程序内部出错：{reason}", "the program failed inside: {reason}", help: "请报告这个错误",
        "please report it")
    ),
    (
      .leftoversRemoved,
      MessageText("清掉了上次中断留下的 ‘{file}’", "removed ‘{file}’, left by a run that was cut short")
    ),
    (
      .runLocked,
      MessageText(
        "另一个进程（{pid}）正在向 ‘{folder}’ 出版", "process {pid} is publishing into ‘{folder}’",
        help: "等它结束再出", "wait for it to end")
    ),
    (
      .writeFailed,
      MessageText(
        "写 ‘{file}’ 出错：{reason}；上一期没有动",
        "writing ‘{file}’ failed: {reason}; what was published before is untouched")
    ),
  ]
}
