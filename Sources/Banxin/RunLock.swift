import Glibc

/// The right to publish into an output folder (锁). It dies with its process, so a power cut leaves
/// nothing to clear.
final class RunLock: Sendable {
  private let file: Int32

  init(folder: String) throws(PublicationFailure) {
    let path = folder + "/.lock"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .system(file: path, code: errno) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let pid = Self.readPID(file)
      close(file)
      guard code == EWOULDBLOCK else { throw .system(file: path, code: code) }
      throw .locked(folder: folder, pid: pid)
    }
    writePID()
  }

  // Closing alone would leave the lock with a program that is just being started: it holds the
  // file too, until it runs.
  deinit {
    flock(file, LOCK_UN)
    close(file)
  }

  // Only for the message that another run prints; the lock itself does not need it.
  private func writePID() {
    guard ftruncate(file, 0) == 0 else { return }
    var text = Array("\(getpid())\n".utf8)
    _ = pwrite(file, &text, text.count, 0)
  }

  private static func readPID(_ file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(file, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? "?" : String(decoding: digits, as: UTF8.self)
  }
}
