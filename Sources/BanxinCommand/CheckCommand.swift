import ArgumentParser
import Banxin
import Diagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words("查稿件、版式和排版，不出文件。", "Checks stories, layouts and make-up; writes nothing."))

  @OptionGroup var edition: EditionArgument
  @OptionGroup var flags: SharedFlags

  @Flag(help: ArgumentHelp(words("有警告也算不成（退出码 3）。", "Warnings count too (exit code 3).")))
  var strict = false

  @Option(
    help: ArgumentHelp(
      words("校样或付印；默认随 edition.yaml。", "A proof, or for print; as edition.yaml says by default.")))
  var profile: Profile?

  func run() throws {
    let house = try flags.findHouse()
    var prepared = PreparedEdition.make(
      at: edition.folder, house: house, forPrint: profile.map { $0 == .print })
    prepared.checkForPrint(house: house)
    let speaker = Speaker(flags: flags, sources: prepared.sources)
    let found = prepared.diagnostics
    speaker.say(found)
    if !flags.quiet, flags.diagnosticFormat == .human { summarise(prepared, found, speaker) }
    let gravest = found.map(\.severity).max() ?? .note
    if gravest == .error { throw ExitCode(prepared.exitCode == 66 ? 66 : 65) }
    if gravest == .warning, strict { throw ExitCode(3) }
  }

  private func summarise(
    _ prepared: PreparedEdition, _ found: [Diagnostic], _ speaker: Speaker
  ) {
    let counted = speaker.count(found)
    guard let contents = prepared.ready?.contents else {
      print(flags.lang == .zh ? "读不成：\(counted)。" : "It cannot be made: \(counted).")
      return
    }
    let (stories, ads, pages) = (contents.stories, contents.ads, contents.pages)
    print(
      flags.lang == .zh
        ? "查了 \(stories) 篇稿、\(ads) 个广告、\(pages) 块版：\(counted)。"
        : "Checked \(stories) stories, \(ads) advertisements, \(pages) pages: \(counted).")
  }
}
