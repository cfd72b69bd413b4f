import ArgumentParser
import Diagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: words("说明一个消息代码；不写代码就列出全部。", "Explains a message's code; lists them all without one.")
  )

  @Argument(help: ArgumentHelp(words("如 E0502。", "Such as E0502."), valueName: "code"))
  var code: String?

  @OptionGroup var flags: SharedFlags

  func run() throws {
    guard let code else {
      for (code, text) in Catalogue.groups.joined() {
        print("\(code.name)  \(text.sentence(flags.lang))")
      }
      return
    }
    let name = code.uppercased()
    guard let text = Catalogue.explanation(of: Code(name), in: flags.lang) else {
      writeLine(flags.lang == .zh ? "没有代码 \(name)。" : "There is no code \(name).")
      throw ExitCode(64)
    }
    print(text)
  }
}
