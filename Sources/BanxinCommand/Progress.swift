import Banxin
import Foundation

/// Shows how far a build is, on standard error. One line a file: more would cost more than it tells.
struct Progress: Sendable {
  private let form: ProgressForm
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(form: ProgressForm) { self.form = form }

  func show(_ step: BuildStep) {
    switch form {
    case .none: return
    case .plain: writeLine("[\(step.done)/\(step.total)] \(step.file)")
    case .json:
      writeLine("{\"progress\":{\"done\":\(step.done),\"total\":\(step.total)}}")
    case .auto:
      guard isTerminal else { return }
      writeError("\r\u{1B}[K[\(step.done)/\(step.total)] \(step.file)")
    }
  }

  /// Clears the line that a terminal was shown.
  func finish() {
    if form == .auto, isTerminal { writeError("\r\u{1B}[K") }
  }
}
