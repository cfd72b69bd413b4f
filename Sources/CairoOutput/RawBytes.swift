import Glibc

/// Memory that Cairo and the decoders may point into for as long as they hold this.
///
/// Sendable although it wraps a pointer: it is written once, before anyone else sees it.
final class RawBytes: RandomAccessCollection, @unchecked Sendable {
  /// For C, good for as long as a variable holds this; of a value that nothing holds it points nowhere.
  let pointer: UnsafeMutableRawPointer
  let count: Int

  /// `fill` writes all of it.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    pointer = UnsafeMutableRawPointer.allocate(byteCount: Swift.max(1, count), alignment: 16)
    self.count = count
    fill(UnsafeMutableRawBufferPointer(start: pointer, count: count))
  }

  convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
  }

  deinit { pointer.deallocate() }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "a byte of these")
    return pointer.load(fromByteOffset: index, as: UInt8.self)
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try body(
      UnsafeBufferPointer(start: pointer.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// A big-endian number of two bytes; the caller has checked the range.
  func short(at index: Int) -> Int { Int(self[index]) << 8 | Int(self[index + 1]) }

  /// A big-endian number of four bytes; the caller has checked the range.
  func long(at index: Int) -> Int { short(at: index) << 16 | short(at: index + 2) }
}

extension RawBytes {
  /// The whole file, or why it cannot be had.
  static func reading(_ path: String, limit: Int) throws(PictureError) -> RawBytes {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing : .unreadable(reason: reason(errno)) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw .unreadable(reason: reason(errno)) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .unreadable(reason: "not a file") }
    let size = Int(facts.st_size)
    guard size > 0 else { throw .empty }
    guard size <= limit else { throw .fileTooLarge(bytes: size, limit: limit) }
    var got = 0
    let bytes = RawBytes(count: size) { room in
      while got < size, let base = room.baseAddress {
        let count = read(file, base + got, size - got)
        if count <= 0 { break }
        got += count
      }
    }
    guard got == size else { throw .unreadable(reason: "the file shrank while it was read") }
    return bytes
  }

  private static func reason(_ error: Int32) -> String { String(cString: strerror(error)) }
}
