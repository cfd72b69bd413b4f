import Banxin
import Diagnostics
import Foundation

/// Says messages on standard error, in the form that was asked for.
struct Speaker {
  let flags: SharedFlags
  let sources: SourceLibrary

  func say(_ diagnostics: [Diagnostic]) {
    switch flags.diagnosticFormat {
    case .human: sayHuman(diagnostics)
    case .short:
      let messages = ShortMessages(language: flags.lang)
      for diagnostic in diagnostics { writeLine(messages.draw(diagnostic)) }
    case .json:
      let messages = JSONMessages(language: flags.lang, sources: sources)
      for diagnostic in diagnostics { writeLine(messages.draw(diagnostic)) }
    }
  }

  private func sayHuman(_ diagnostics: [Diagnostic]) {
    let messages = HumanMessages(language: flags.lang, isColoured: isColoured, sources: sources)
    let (shown, left) = MessageLimits().select(diagnostics)
    for diagnostic in shown { writeLine(messages.draw(diagnostic) + "\n") }
    if let remark = MessageLimits.remark(left: left, in: flags.lang) { writeLine(remark) }
  }

  /// <https://no-color.org>: the variable, when it is not empty, switches colour off.
  private var isColoured: Bool {
    switch flags.color {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDERR_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }

  /// `2 errors, 1 warning`, in the language of the messages.
  func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    return flags.lang == .zh
      ? "\(errors) 个错误，\(warnings) 个警告"
      : "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  }
}
