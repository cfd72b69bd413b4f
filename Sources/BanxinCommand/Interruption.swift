import Diagnostics
import Foundation

/// Signals during a build: what was published stays, and the exit code says who asked for the end.
enum Interruption {
  static func leavesPublishedEdition(_ language: MessageLanguage) {
    // A file-size limit and a closed pipe are errors of a call, not deaths.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    // Whoever started us may have been a thread that holds signals back, and we inherit that.
    var ends = sigset_t()
    sigemptyset(&ends)
    for number in [SIGINT, SIGTERM] {
      signal(number, language == .zh ? endInChinese : endInEnglish)
      sigaddset(&ends, number)
    }
    sigprocmask(SIG_UNBLOCK, &ends, nil)
  }

  // Nothing but a write and an exit may be done in a signal handler (POSIX.1-2017, 2.4.3).
  private static let endInChinese: @convention(c) (Int32) -> Void = { number in
    end(number, "已停，上一期没有动。\n")
  }
  private static let endInEnglish: @convention(c) (Int32) -> Void = { number in
    end(number, "Stopped; what was published before is untouched.\n")
  }

  private static func end(_ number: Int32, _ message: StaticString) {
    _ = Foundation.write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(128 + number)
  }
}
