import ArgumentParser
import Banxin
import Diagnostics

struct FontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: words("列出或核对各字体角色的字体。", "Lists or verifies the font of every role."))

  enum Action: String, ExpressibleByArgument, CaseIterable { case list, check }

  @Argument(
    help: ArgumentHelp(
      words("list 列出；check 还核对文件的 SHA-256。", "list them, or check their files' SHA-256 too.")))
  var action: Action

  @Option(help: ArgumentHelp(words("怎么写。", "How to write it.")))
  var format = Listing.Form.table

  @OptionGroup var flags: SharedFlags

  func run() throws {
    let fonts = FontCheck(house: try flags.findHouse(), verifying: action == .check)
    if !flags.quiet || action == .list { print(fonts.listing.written(as: format)) }
    Speaker(flags: flags, sources: SourceLibrary()).say(fonts.diagnostics)
    guard fonts.diagnostics.isEmpty else { throw ExitCode(78) }
    if action == .check, !flags.quiet, format == .table {
      print(flags.lang == .zh ? "字体都在，与登记的相同。" : "All fonts are there and are the ones on record.")
    }
  }
}
