import Diagnostics
import Glibc

/// A folder that files are read from, and never from outside it: the edition's, or the house's.
package struct EditionFolder: Sendable {
  /// Absolute, links resolved.
  package let root: String
  /// Put before paths in messages; empty for the edition's own folder.
  package let shownAs: String

  /// Nil when there is no such folder.
  package init?(at path: String, shownAs: String = "") {
    guard case .success(let real) = FileSystem.realPath(path), FileSystem.kind(of: real) == .folder
    else { return nil }
    (self.root, self.shownAs) = (real, shownAs)
  }

  /// The absolute path of a checked relative path, if it exists and is inside.
  package func resolve(_ path: String) -> Result<String, FileFault> {
    switch FileSystem.realPath(root + "/" + path) {
    case .failure(let fault): .failure(fault)
    case .success(let real):
      real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
        ? .success(real) : .failure(.linkOutside)
    }
  }

  /// The bytes of a regular file, read again once if it changed meanwhile.
  package func bytes(of path: String, limit: Int) -> Result<FileBytes, FileFault> {
    resolve(path).flatMap { FileSystem.read($0, limit: limit) }
  }

  /// A text file. Faults are messages at `place`, or at the file as a whole.
  package func text(of path: String, limit: Int, at place: SourcePlace? = nil) -> Diagnosed<
    SourceText?
  > {
    let file = shownAs + path
    let whole = place ?? SourcePlace(file: file)
    switch bytes(of: path, limit: limit) {
    case .failure(let fault): return Diagnosed(nil, [fault.diagnostic(of: file, at: whole)])
    case .success(let read):
      let changed = read.hasChanged ? [Diagnostic(.changedWhileRead, at: whole)] : []
      let text = SourceText.decode(read.bytes, file: file)
      return Diagnosed(text.value, changed + text.diagnostics)
    }
  }
}

extension EditionFolder {
  /// A YAML file; one that is too large for it is E0209.
  package func yaml(
    of path: String, limit: Int = YAMLLimits.bytes, at place: SourcePlace? = nil
  ) -> Diagnosed<SourceText?> {
    let text = text(of: path, limit: limit, at: place)
    return Diagnosed(
      text.value,
      text.diagnostics.map { fault in
        guard fault.code == .fileTooLarge else { return fault }
        return Diagnostic(.yamlTooLarge, at: fault.place, ["limit": "\(limit >> 20) MiB"])
      })
  }
}

/// A file's bytes, and whether it was being written while we read.
package struct FileBytes: Sendable {
  package var bytes: [UInt8]
  package var hasChanged: Bool
}

/// Why a file cannot be read.
package enum FileFault: Error, Hashable, Sendable {
  case missing, linkOutside, linkLoop, noPermission, nameTooLong
  case notRegular(FileKind)
  case tooLarge(limit: Int)
  case other(Int32)

  package func diagnostic(of file: String, at place: SourcePlace) -> Diagnostic {
    switch self {
    case .missing: Diagnostic(.fileMissing, at: place, ["file": file])
    case .linkOutside:
      Diagnostic(.linkOutside, at: place, ["file": file])
        .wording("reason", "指到本期文件夹以外", "leads out of the edition folder")
    case .linkLoop:
      Diagnostic(.linkOutside, at: place, ["file": file]).wording(
        "reason", "成环", "runs in a circle")
    case .noPermission:
      Diagnostic(.unreadable, at: place, ["file": file])
        .wording("reason", "没有权限", "permission is denied")
    case .nameTooLong:
      Diagnostic(.fileName, at: place).wording("reason", "太长", "it is too long")
    case .notRegular(let kind):
      Diagnostic(.notRegularFile, at: place).wording("kind", kind.zh, kind.rawValue)
    case .tooLarge(let limit):
      Diagnostic(.fileTooLarge, at: place, ["limit": "\(limit >> 20) MiB"])
    case .other(let error):
      Diagnostic(.unreadable, at: place, ["file": file, "reason": "errno \(error)"])
    }
  }
}

/// What a name in a folder stands for.
package enum FileKind: String, Hashable, Sendable {
  case file, folder, pipe, device, socket, other

  var zh: String {
    switch self {
    case .file: "文件"
    case .folder: "文件夹"
    case .pipe: "管道"
    case .device: "设备"
    case .socket: "套接字"
    case .other: "别的东西"
    }
  }
}

/// The few system calls that reading needs.
enum FileSystem {
  static func realPath(_ path: String) -> Result<String, FileFault> {
    guard let real = realpath(path, nil) else { return .failure(fault(errno)) }
    defer { free(real) }
    return .success(String(cString: real))
  }

  static func kind(of path: String) -> FileKind? {
    var status = stat()
    return stat(path, &status) == 0 ? kind(status) : nil
  }

  static func read(_ path: String, limit: Int, meanwhile: () -> Void = {}) -> Result<
    FileBytes, FileFault
  > {
    switch readOnce(path, limit: limit, meanwhile: meanwhile) {
    case .success(let first) where first.hasChanged:
      readOnce(path, limit: limit, meanwhile: {}).map {
        FileBytes(bytes: $0.bytes, hasChanged: true)
      }
    case let answer: answer
    }
  }

  private static func readOnce(_ path: String, limit: Int, meanwhile: () -> Void) -> Result<
    FileBytes, FileFault
  > {
    // The kind is asked before opening: opening a pipe would wait for a writer for ever.
    guard let kind = kind(of: path) else { return .failure(fault(errno)) }
    guard kind == .file else { return .failure(.notRegular(kind)) }
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .failure(fault(errno)) }
    defer { close(file) }
    var before = stat()
    guard fstat(file, &before) == 0 else { return .failure(fault(errno)) }
    guard before.st_size <= limit else { return .failure(.tooLarge(limit: limit)) }
    return contents(of: file, size: Int(before.st_size), limit: limit).map { bytes in
      meanwhile()
      var after = stat()
      let isSame =
        stat(path, &after) == 0 && after.st_ino == before.st_ino && after.st_size == bytes.count
        && after.st_mtim.tv_sec == before.st_mtim.tv_sec
        && after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      return FileBytes(bytes: bytes, hasChanged: !isSame)
    }
  }

  private static func contents(of file: Int32, size: Int, limit: Int) -> Result<[UInt8], FileFault>
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return .success(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(fault(errno))
      }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { return .failure(.tooLarge(limit: limit)) }
    }
  }

  private static func kind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFCHR, S_IFBLK: .device
    case S_IFSOCK: .socket
    default: .other
    }
  }

  private static func fault(_ error: Int32) -> FileFault {
    switch error {
    case ENOENT, ENOTDIR: .missing
    case ELOOP: .linkLoop
    case EACCES, EPERM: .noPermission
    case ENAMETOOLONG: .nameTooLong
    default: .other(error)
    }
  }
}
