import Glibc

/// The calls by which an edition reaches the disk, so that a test can make any of them fail.
/// Each answers as the system's own does: a negative number, and `errno` is set.
package struct Disk: Sendable {
  package var makeFolder: @Sendable (_ path: String) -> Int32 = { mkdir($0, 0o777) }
  package var create: @Sendable (_ path: String) -> Int32 = {
    open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  }
  package var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int = {
    Glibc.write($0, $1.baseAddress, $1.count)
  }
  package var sync: @Sendable (Int32) -> Int32 = { fsync($0) }
  package var link: @Sendable (_ target: String, _ path: String) -> Int32 = { symlink($0, $1) }
  package var rename: @Sendable (_ old: String, _ new: String) -> Int32 = { Glibc.rename($0, $1) }

  package init() {}

  /// Writes a new file and waits until it is on the disk.
  func save(_ bytes: [UInt8], at path: String) throws(PublicationFailure) {
    let file = create(path)
    guard file >= 0 else { throw .system(file: path, code: errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, UnsafeRawBufferPointer(rebasing: $0[written...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(file: path, code: errno)
      }
      // A write of no bytes without an error is a full disk on some file systems.
      guard count > 0 else { throw .system(file: path, code: ENOSPC) }
      written += count
    }
    guard sync(file) == 0 else { throw .system(file: path, code: errno) }
  }

  /// Waits until a folder's names are on the disk.
  func settle(_ folder: String) throws(PublicationFailure) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw .system(file: folder, code: errno) }
    defer { close(handle) }
    guard sync(handle) == 0 else { throw .system(file: folder, code: errno) }
  }

  func make(_ folder: String) throws(PublicationFailure) {
    guard makeFolder(folder) == 0 else { throw .system(file: folder, code: errno) }
  }

  func move(_ old: String, to new: String) throws(PublicationFailure) {
    guard rename(old, new) == 0 else { throw .system(file: new, code: errno) }
  }

  /// Points a symbolic link at `target` in one step: readers see the old target or the new one.
  func point(_ path: String, at target: String) throws(PublicationFailure) {
    let temporary = path + ".tmp"
    unlink(temporary)
    guard link(target, temporary) == 0 else { throw .system(file: path, code: errno) }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(file: path, code: code)
    }
  }
}
