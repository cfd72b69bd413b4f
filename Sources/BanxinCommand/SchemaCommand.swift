import ArgumentParser
import Banxin
import Diagnostics

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: words("打印一种文件的 JSON Schema，供编辑器补全。", "Prints a file's JSON Schema, for editors."))

  @Argument(help: ArgumentHelp(SchemaText.names.joined(separator: ", ")))
  var name: String

  @OptionGroup var flags: SharedFlags

  func run() throws {
    guard let text = SchemaText.schema(of: name) else {
      let names = SchemaText.names.joined(separator: ", ")
      writeLine(
        flags.lang == .zh ? "没有 ‘\(name)’；有：\(names)" : "There is no ‘\(name)’; there are: \(names)"
      )
      throw ExitCode(64)
    }
    print(text, terminator: "")
  }
}
