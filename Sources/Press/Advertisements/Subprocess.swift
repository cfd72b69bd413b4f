import Glibc

/// What a finished program left behind.
struct ProgramResult {
  var output: [UInt8]
  /// The first lines of its complaints.
  var complaint: String
  /// Its exit code, or 128 and the number of the signal that ended it.
  var code: Int32
}

/// Why a program gave no result.
enum ProgramFault: Error, Hashable, Sendable {
  case missing(String)
  case tooSlow
  case tooMuchOutput
  case noPipe(String)
}

/// A program run on a foreign file, held to limits of time, memory and output.
///
/// Programs are started by their path with a list of arguments: no shell reads a file's name. The
/// environment is empty but for what makes messages English.
struct Program {
  let path: String
  var seconds: Int
  var memoryBytes: Int
  var outputBytes: Int
  /// Settings that the program takes from its environment, as `NAME=value`.
  var environment: [String] = []

  private static let limiter = "/usr/bin/prlimit"

  /// Where a program finds what it is given as `input`: a file that it can go to and fro in.
  static let inputPath = "/dev/fd/0"

  func run(_ arguments: [String], input: [UInt8] = []) throws(ProgramFault) -> ProgramResult {
    guard access(path, X_OK) == 0 else { throw .missing(path) }
    guard access(Program.limiter, X_OK) == 0 else { throw .missing(Program.limiter) }
    let source = try NamelessFile(holding: input)
    let output = try Pipe()
    let complaint = try Pipe()
    let limits = ["--as=\(memoryBytes)", "--cpu=\(seconds)", "--core=0", "--nofile=64"]
    let words = [Program.limiter] + limits + ["--", path] + arguments
    let child = try spawn(words, source, output, complaint)
    output.closeWriter()
    complaint.closeWriter()
    var reader = PipeReader(output: output.reader, complaint: complaint.reader, limit: outputBytes)
    do throws(ProgramFault) {
      try reader.readAll(deadline: now() + seconds * 1000)
    } catch {
      kill(child, SIGKILL)
      _ = wait(child)
      throw error
    }
    let code = wait(child)
    // The limit of processor time ends a program by one of these.
    if code == 128 + SIGXCPU || code == 128 + SIGKILL { throw .tooSlow }
    return ProgramResult(
      output: reader.output,
      complaint: String(decoding: reader.complaint.prefix(400), as: UTF8.self), code: code)
  }

  private func spawn(
    _ words: [String], _ source: NamelessFile, _ output: Pipe, _ complaint: Pipe
  ) throws(ProgramFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, source.descriptor, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writer, 1)
    posix_spawn_file_actions_adddup2(&actions, complaint.writer, 2)
    var child = pid_t()
    let status = withCStrings(words) { words in
      withCStrings(["LC_ALL=C", "PATH=/usr/bin:/bin"] + environment) { environment in
        posix_spawn(&child, Program.limiter, &actions, nil, words, environment)
      }
    }
    guard status == 0 else { throw .noPipe(String(cString: strerror(status))) }
    return child
  }

  private func wait(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// Milliseconds of a clock that never goes back.
private func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// A file that a program can go to and fro in and nobody else can find: its name is gone before it is written.
private final class NamelessFile {
  let descriptor: Int32

  init(holding bytes: [UInt8]) throws(ProgramFault) {
    var name = Array("/tmp/banxin-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .noPipe(String(cString: strerror(errno))) }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    // A partly written file would be taken for the whole one.
    guard rest.isEmpty, lseek(descriptor, 0, SEEK_SET) == 0 else {
      close(descriptor)
      throw .noPipe(String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }
}

/// A pipe that children do not inherit but by name.
private final class Pipe {
  let reader: Int32
  let writer: Int32
  private var isWriterOpen = true

  init() throws(ProgramFault) {
    var ends: [Int32] = [0, 0]
    // A socket pair, since it alone can be born closed to children.
    let kind = Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw .noPipe(String(cString: strerror(errno)))
    }
    (reader, writer) = (ends[0], ends[1])
  }

  func closeWriter() {
    close(writer)
    isWriterOpen = false
  }

  deinit {
    close(reader)
    if isWriterOpen { close(writer) }
  }
}

/// Reads what a program writes and what it complains of, both at once.
private struct PipeReader {
  private var ends: [pollfd]
  private let limit: Int
  var output: [UInt8] = []
  var complaint: [UInt8] = []

  init(output: Int32, complaint: Int32, limit: Int) {
    self.limit = limit
    ends = [output, complaint].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  mutating func readAll(deadline: Int) throws(ProgramFault) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // A closed end is marked with −1, which poll passes over.
    while ends.contains(where: { $0.fd >= 0 }) {
      let rest = deadline - now()
      guard rest > 0 else { throw .tooSlow }
      guard poll(&ends, nfds_t(ends.count), Int32(rest)) != 0 else { throw .tooSlow }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &piece, piece.count)
        if count <= 0 {
          if count < 0, errno == EINTR { continue }
          ends[index].fd = -1
        } else if index == 0 {
          output += piece[..<count]
        } else if complaint.count < 4096 {
          complaint += piece[..<count]
        }
      }
      guard output.count <= limit else { throw .tooMuchOutput }
    }
  }
}

/// Lends C an array of strings that ends with null.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
