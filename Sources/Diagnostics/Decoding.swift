// From bytes to text: UTF-8 strictly (RFC 3629), since a wrong guess prints wrong characters.

extension SourceText {
  /// Reads the bytes of a file. The value is nil, with E0102 or E0104, when they are not UTF-8 text.
  package static func decode(_ bytes: [UInt8], file: String) -> Diagnosed<SourceText?> {
    if let fault = foreignEncoding(bytes, file: file) { return Diagnosed(nil, [fault]) }
    var decoder = Decoder(file: file, bytes: bytes)
    if let fault = decoder.run() { return Diagnosed(nil, [fault]) }
    return Diagnosed(decoder.text, decoder.notes)
  }

  /// UTF-16 gives itself away by its mark (or by every other byte being zero).
  private static func foreignEncoding(_ bytes: [UInt8], file: String) -> Diagnostic? {
    let mark = bytes.prefix(2)
    let isUTF16 =
      mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) || looksUTF16(bytes)
    guard isUTF16 else { return nil }
    return Diagnostic(.notUTF8, at: SourcePlace(file: file, line: 1, column: 1))
      .wording("reason", "是 UTF-16；请存为 UTF-8", "it is UTF-16; save it as UTF-8")
  }

  private static func looksUTF16(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(64)
    guard sample.count >= 8 else { return false }
    let zeros = sample.count { $0 == 0 }
    return zeros * 3 >= sample.count && bytes.count.isMultiple(of: 2)
  }
}

/// Walks bytes once, making characters and the line table.
private struct Decoder {
  let file: String
  let bytes: [UInt8]
  var at = 0
  var scalars: [Unicode.Scalar] = []
  var lineStarts = [0]
  var lineBytes = [0]
  var dropped: [SourceText.Dropped] = []
  var notes: [Diagnostic] = []

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    scalars.reserveCapacity(bytes.count / 2)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
      lineBytes = [3]
    }
  }

  var text: SourceText {
    SourceText(
      file: file, scalars: scalars, lineStarts: lineStarts, lineBytes: lineBytes, dropped: dropped)
  }

  /// The fault that stops the reading, if any.
  mutating func run() -> Diagnostic? {
    while at < bytes.count {
      guard let (scalar, width) = UTF8Scalar.read(bytes, at: at) else { return notUTF8() }
      at += width
      if let fault = take(scalar, width: width) { return fault }
    }
    return nil
  }

  private mutating func take(_ scalar: Unicode.Scalar, width: Int) -> Diagnostic? {
    switch scalar {
    case "\r":
      // CR LF is one line end, counted at its LF.
      if at < bytes.count, bytes[at] == 0x0A { return nil }
      endLine()
    case "\n": endLine()
    case "\0": return Diagnostic(.nulCharacter, at: here)
    default:
      guard let code = Dropping.code(of: scalar) else {
        scalars.append(scalar)
        return nil
      }
      drop(scalar, width: width, code: code)
    }
    return nil
  }

  private mutating func endLine() {
    scalars.append("\n")
    lineStarts.append(scalars.count)
    lineBytes.append(at)
  }

  private mutating func drop(_ scalar: Unicode.Scalar, width: Int, code: Code) {
    notes.append(Diagnostic(code, at: here, ["character": Dropping.name(of: scalar)]))
    dropped.append(SourceText.Dropped(index: scalars.count, bytes: width))
  }

  /// The place of the character that would be taken next.
  private var here: SourcePlace {
    let start = lineStarts[lineStarts.count - 1]
    let gone = dropped.reversed().prefix { $0.index >= start }.count
    return SourcePlace(
      file: file, line: lineStarts.count, column: scalars.count - start + 1 + gone)
  }

  private func notUTF8() -> Diagnostic {
    let hex = Hex.upper(UInt32(bytes[at]), digits: 2)
    let fault = Diagnostic(.notUTF8, at: here)
    if GB18030.isLikely(bytes) {
      return fault.wording(
        "reason", "看起来是 GB18030，可用 iconv -f GB18030 -t UTF-8 转换",
        "it looks like GB18030; convert it with iconv -f GB18030 -t UTF-8")
    }
    let line = lineStarts.count
    return fault.wording(
      "reason", "第 \(line) 行，字节 \(at) 是 \(hex)", "line \(line), byte \(at) is \(hex)")
  }
}

/// One character of UTF-8 by RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
private enum UTF8Scalar {
  static func read(_ bytes: [UInt8], at: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[at]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, at + width <= bytes.count else { return nil }
    var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for next in bytes[at + 1..<at + width] {
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, width)
  }
}

/// Characters that steer machines, not readers; they are taken out with a warning.
private enum Dropping {
  static func code(of scalar: Unicode.Scalar) -> Code? {
    switch scalar.value {
    // U+FEFF inside the text: a byte-order mark of a file that was pasted in.
    case 0xFEFF: .strayBOM
    case 0x09: nil
    // C0, DEL and C1 controls.
    case 0x00...0x1F, 0x7F...0x9F: .controlCharacter
    // Bidirectional controls (UAX #9 §2): they reorder what the reader sees.
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: .bidiControl
    default: nil
    }
  }

  static func name(of scalar: Unicode.Scalar) -> String {
    "U+" + Hex.upper(scalar.value, digits: 4)
  }
}

/// A guess whether bytes are GB18030, the usual encoding of Chinese files that are not UTF-8.
private enum GB18030 {
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var at = 0
    var pairs = 0
    while at < bytes.count {
      let first = bytes[at]
      if first < 0x80 {
        at += 1
        continue
      }
      guard first != 0x80, first != 0xFF else { return false }
      // A file cut inside a character is still GB18030.
      guard at + 1 < bytes.count else { break }
      let second = bytes[at + 1]
      if 0x30...0x39 ~= second {
        at += 4
      } else if 0x40...0xFE ~= second, second != 0x7F {
        pairs += 1
        at += 2
      } else {
        return false
      }
    }
    return pairs >= 2
  }
}

enum Hex {
  static func upper(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
