import ArgumentParser
import Banxin
import Diagnostics
import Foundation
import Press

extension OutputFormat: ExpressibleByArgument {}
extension PDFXVersion: ExpressibleByArgument {}

/// Something to show over the pages.
struct OverlayName: ExpressibleByArgument {
  var name: String
  init?(argument: String) {
    guard BuildRequest.overlayNames.contains(argument) else { return nil }
    name = argument
  }
}

enum Profile: String, ExpressibleByArgument, CaseIterable { case proof, print }

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: words("排出版面并出版。", "Makes the pages and publishes them."))

  @OptionGroup var edition: EditionArgument
  @OptionGroup var flags: SharedFlags

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words("输出文件夹，默认是本期的 out/。", "The output folder; the edition's out/ by default."),
      valueName: "dir"))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "输出格式：pdf、png、plates（各色印版和墨量图）、json，或只要合订的 edition；默认随 edition.yaml。",
        "Formats: pdf, png, plates (and the ink map), json, or edition for edition.pdf alone; by default as edition.yaml says."
      ),
      valueName: "pdf,png,plates,json"))
  var formats: List<OutputFormat>?

  @Option(help: ArgumentHelp(words("只要这些版。", "Only these pages."), valueName: "1,A03-A06"))
  var pages: String?

  @Option(help: ArgumentHelp(words("PNG 的精度。", "The resolution of PNG files."), valueName: "n"))
  var ppi: Int?

  @Option(help: ArgumentHelp(words("校样或付印。", "A proof, or for print.")))
  var profile: Profile?

  @Option(
    help: ArgumentHelp(
      words("付印 PDF 的标准，默认 x4。", "The standard of print PDFs; x4 by default."),
      valueName: "x4|x1a"))
  var pdfx: PDFXVersion?

  @Flag(
    help: ArgumentHelp(
      words("PNG 按纸色、墨色显示，就像印出来。", "PNG proofs show paper and inks as printed.")))
  var softProof = false

  @Flag(help: ArgumentHelp(words("有警告也算不成（退出码 3）。", "Warnings count too (exit code 3).")))
  var strict = false

  @Option(
    help: ArgumentHelp(
      words(
        "在版面上画出版心网格、基线、框、行位、各行的调整、版面检查的毛病。",
        "Shows the grid, baselines, frames, slots, adjusted lines, faults of make-up over the pages."
      ),
      valueName: "grid,baselines,frames,slots,adjustments,lint"))
  var show: List<OverlayName>?

  @Option(
    name: .customShort("j", allowingJoined: true),
    help: ArgumentHelp(
      words("同时画几个文件，默认是核数。", "Files drawn at a time; the number of cores by default."),
      valueName: "n"))
  var parallel = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard ppi.map({ (36...1200).contains($0) }) ?? true else {
      throw ValidationError(words("--ppi 要 36 到 1200。", "--ppi must be from 36 to 1200."))
    }
    guard (1...256).contains(parallel) else {
      throw ValidationError(words("-j 要 1 到 256。", "-j must be from 1 to 256."))
    }
  }

  func run() throws {
    let house = try flags.findHouse()
    Interruption.leavesPublishedEdition(flags.lang)
    let progress = Progress(form: flags.quiet ? .none : flags.progress)
    let outcome = build(request, house: house) { progress.show($0) }
    progress.finish()
    let speaker = Speaker(flags: flags, sources: outcome.sources)
    speaker.say(outcome.diagnostics)
    if !flags.quiet, flags.diagnosticFormat == .human { summarise(outcome, speaker) }
    if flags.verbose { sayTimes(outcome.times) }
    if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
  }

  private var request: BuildRequest {
    var request = BuildRequest(edition: edition.folder)
    request.output = output
    request.formats = formats?.values
    request.pages = pages.map { PageSelection($0) }
    request.ppi = ppi
    request.profile = profile?.rawValue
    request.pdfx = pdfx
    request.isSoftProof = softProof
    request.show((show?.values ?? []).map(\.name))
    request.isStrict = strict
    request.parallel = parallel
    request.command = CommandLine.arguments
    return request
  }

  private func summarise(_ outcome: BuildOutcome, _ speaker: Speaker) {
    let counted = speaker.count(outcome.diagnostics)
    let isChinese = flags.lang == .zh
    guard let folder = outcome.folder else {
      print(isChinese ? "没有出版：\(counted)。" : "Nothing was published: \(counted).")
      return
    }
    print(
      isChinese
        ? "出版 \(folder)：\(outcome.pages) 版，\(counted)。"
        : "Published \(folder): \(outcome.pages) pages, \(counted).")
  }

  private func sayTimes(_ times: StageTimes) {
    for stage in Stage.allCases {
      guard let spent = times.elapsed[stage] else { continue }
      writeLine("\(stage.rawValue): \(spent / 1000) ms")
    }
  }
}

/// Values separated by commas.
struct List<Element: ExpressibleByArgument>: ExpressibleByArgument {
  var values: [Element]
  init?(argument: String) {
    let values = argument.split(separator: ",").map { Element(argument: String($0)) }
    guard !values.isEmpty, !values.contains(where: { $0 == nil }) else { return nil }
    self.values = values.compactMap(\.self)
  }
}
