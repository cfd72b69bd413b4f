import ArgumentParser
import Banxin
import Diagnostics
import Foundation

/// A sentence of the help, in the language of the terminal's locale.
func words(_ zh: String, _ en: String) -> String {
  MessageLanguage.ofLocale == .zh ? zh : en
}

extension MessageLanguage: ExpressibleByArgument {
  /// Chinese where the locale is Chinese, else English.
  static let ofLocale: MessageLanguage = {
    let environment = ProcessInfo.processInfo.environment
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return set?.hasPrefix("zh") == true ? .zh : .en
  }()
}

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable { case human, short, json }
enum ColourUse: String, ExpressibleByArgument, CaseIterable { case auto, always, never }
enum ProgressForm: String, ExpressibleByArgument, CaseIterable { case auto, plain, json, none }

/// The flags that every command takes.
struct SharedFlags: ParsableArguments {
  @Option(help: ArgumentHelp(words("消息的写法。", "How messages are written.")))
  var diagnosticFormat = DiagnosticFormat.human

  @Option(
    help: ArgumentHelp(words("消息的语言，默认随环境。", "The language of messages; the locale's by default.")))
  var lang = MessageLanguage.ofLocale

  @Option(help: ArgumentHelp(words("颜色。", "Colour.")))
  var color = ColourUse.auto

  @Option(help: ArgumentHelp(words("进度，写到标准错误。", "Progress, on standard error.")))
  var progress = ProgressForm.auto

  @Flag(name: .shortAndLong, help: ArgumentHelp(words("只说错误和警告。", "Only errors and warnings.")))
  var quiet = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(words("多说：各步用时。", "More: the time of each step.")))
  var verbose = false

  @Option(
    help: ArgumentHelp(
      words(
        "自带文件（layouts、fonts、editions）所在的文件夹。",
        "The folder of the house's files (layouts, fonts, editions)."), valueName: "dir"))
  var house: String?

  /// The house's files; without them no command that needs them can go on.
  func findHouse() throws -> HouseFiles {
    let found =
      house.map { HouseFiles(root: $0) } ?? HouseFiles.beside(executable: HouseFiles.executable)
    guard let found else {
      writeLine(
        lang == .zh
          ? "找不到程序自带的文件（layouts、fonts、editions）；用 --house 指明。"
          : "The house's files (layouts, fonts, editions) are not there; name them with --house.")
      throw ExitCode(78)
    }
    return found
  }
}

/// The edition that a command works on.
struct EditionArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      words("一期的文件夹，或其中的 edition.yaml。", "An edition's folder, or its edition.yaml.")))
  var edition = "."

  var folder: String { Self.folder(of: edition) }

  /// The folder of an edition named by it or by its edition.yaml.
  static func folder(of path: String) -> String {
    var path = path[...]
    if path == "edition.yaml" || path.hasSuffix("/edition.yaml") {
      path = path.dropLast("edition.yaml".count)
    }
    if path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }
}

/// Writes a line on standard error.
func writeLine(_ line: String) { writeError(line + "\n") }

/// Writes on standard error. Nobody may be listening any more; that is no reason to stop.
func writeError(_ text: String) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
