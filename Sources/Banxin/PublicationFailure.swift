import Diagnostics
import Glibc

/// Why an edition could not be put into its output folder. What was published before is untouched.
package enum PublicationFailure: Error, Hashable {
  /// The folder is the edition itself, contains it, or is the root.
  case refused(folder: String)
  /// Another run holds the folder's lock.
  case locked(folder: String, pid: String)
  /// A call of the system failed, with its `errno`.
  case system(file: String, code: Int32)

  /// The exit code of the run (sysexits; docs/Formats.md).
  package var exitCode: Int32 {
    switch self {
    case .refused: 73
    case .locked: 75
    case .system(_, let code): Self.kind(of: code).exitCode
    }
  }

  package var diagnostic: Diagnostic {
    switch self {
    case .refused(let folder):
      Diagnostic(.outputRefused, at: SourcePlace(file: folder), ["folder": folder])
    case .locked(let folder, let pid):
      Diagnostic(.runLocked, at: SourcePlace(file: folder), ["pid": pid, "folder": folder])
    case .system(let file, let code):
      Diagnostic(
        Self.kind(of: code).code, at: SourcePlace(file: file),
        ["file": file, "reason": String(cString: strerror(code))])
    }
  }

  private struct Kind {
    var code: Code
    var exitCode: Int32
  }

  private static func kind(of code: Int32) -> Kind {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: Kind(code: .diskFull, exitCode: 74)
    case EMFILE, ENFILE: Kind(code: .tooManyFiles, exitCode: 75)
    case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, EEXIST, ENOTEMPTY, ENAMETOOLONG, ELOOP:
      Kind(code: .outputUnwritable, exitCode: 73)
    default: Kind(code: .writeFailed, exitCode: 74)
    }
  }
}
