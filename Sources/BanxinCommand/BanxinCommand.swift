import ArgumentParser
import Banxin

@main
struct BanxinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banxin",
    abstract: words(
      "版心：报纸排版引擎，把一期的稿件、图片、广告和版式排成版面。",
      "Makes newspaper pages from an edition's stories, pictures, advertisements and layouts."),
    discussion: words(
      """
      EDITION 是一期的文件夹或其中的 edition.yaml，不写就是当前文件夹。
      退出码：0 成；3 成，但有兜住的错误；64 用法；65 稿件有错；66 找不到；70 程序出错；
      73 输出位置不可用；74 磁盘满或写错；75 另一进程在出版；78 总表、版式或样式无效；130/143 中断。
      """,
      """
      EDITION is an edition's folder or its edition.yaml; the current folder if left out.
      Exit codes: 0 made; 3 made, with contained errors; 64 usage; 65 input wrong; 66 not found;
      70 our bug; 73 output cannot be made; 74 disk full or I/O; 75 another run is publishing;
      78 edition, layout or style invalid; 130/143 interrupted.
      """),
    version: "\(Engine.name) \(Engine.version)",
    subcommands: [
      InitCommand.self, CheckCommand.self, BuildCommand.self, QueryCommand.self, FontsCommand.self,
      SchemaCommand.self, ExplainCommand.self, InfoCommand.self,
    ])
}
