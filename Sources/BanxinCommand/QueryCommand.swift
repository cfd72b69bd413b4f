import ArgumentParser
import Banxin

extension Listing.Subject: ExpressibleByArgument {}
extension Listing.Form: ExpressibleByArgument {}

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: words(
      "列出一期的稿件、框、溢出、转版、广告、字体、图片或各行的调整。",
      "Lists an edition's articles, frames, overset, jumps, ads, fonts, images or adjusted lines."))

  @Argument(
    help: ArgumentHelp(
      words("一期的文件夹，或其中的 edition.yaml。", "An edition's folder, or its edition.yaml.")))
  var edition: String

  @Argument(help: ArgumentHelp(words("要什么。", "What to list.")))
  var subject: Listing.Subject

  @Option(help: ArgumentHelp(words("怎么写。", "How to write it.")))
  var format = Listing.Form.table

  @OptionGroup var flags: SharedFlags

  func run() throws {
    let prepared = PreparedEdition.make(
      at: EditionArgument.folder(of: edition), house: try flags.findHouse())
    guard let ready = prepared.ready else {
      Speaker(flags: flags, sources: prepared.sources).say(prepared.diagnostics)
      throw ExitCode(prepared.exitCode)
    }
    let text = Listing(subject, of: ready).written(as: format)
    if !text.isEmpty { print(text) }
  }
}
