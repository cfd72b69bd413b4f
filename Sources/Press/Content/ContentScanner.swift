/// Takes a content stream apart (ISO 32000-1, 7.2 and 7.8.2). Every stream of bytes gives tokens and an end: what
/// is malformed becomes a word that no operator is.
package struct ContentScanner: Sendable {
  package let bytes: [UInt8]
  package private(set) var at = 0
  /// After `ID` come the bytes of an inline image.
  private var isImageNext = false

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  package mutating func next() -> ContentToken? {
    if isImageNext { return imageData() }
    skipBlanks()
    guard at < bytes.count else { return nil }
    let start = at
    let kind = kind(of: bytes[at])
    return ContentToken(kind: kind, range: start..<at)
  }

  /// The characters of a name token without its solidus, `#` codes undone.
  package func name(_ range: Range<Int>) -> String {
    var letters: [UInt8] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if bytes[index] == 0x23, index + 2 < range.upperBound,
        let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
      {
        letters.append(high << 4 | low)
        index += 3
      } else {
        letters.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private mutating func kind(of first: UInt8) -> ContentToken.Kind {
    switch first {
    case 0x28: return string()
    case 0x2F:
      at += 1
      skipRegular()
      return .name
    case 0x3C: return angle()
    case 0x3E:
      let isDouble = at + 1 < bytes.count && bytes[at + 1] == 0x3E
      at += isDouble ? 2 : 1
      return isDouble ? .dictionaryClose : .word(ContentWord([0x3E]))
    case 0x5B: return single(.arrayOpen)
    case 0x5D: return single(.arrayClose)
    case 0x29, 0x7B, 0x7D: return single(.word(ContentWord([first])))
    default: return numberOrWord()
    }
  }

  private mutating func single(_ kind: ContentToken.Kind) -> ContentToken.Kind {
    at += 1
    return kind
  }

  private mutating func numberOrWord() -> ContentToken.Kind {
    let start = at
    skipRegular()
    if let value = contentNumber(bytes[start..<at]) { return .number(value) }
    let word = ContentWord(bytes[start..<at])
    isImageNext = word == "ID"
    return .word(word)
  }

  /// Round brackets nest; a backslash takes the next byte's meaning away (7.3.4.2).
  private mutating func string() -> ContentToken.Kind {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x5C: at += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { break }
    }
    at = min(at, bytes.count)
    return .string
  }

  private mutating func angle() -> ContentToken.Kind {
    if at + 1 < bytes.count, bytes[at + 1] == 0x3C {
      at += 2
      return .dictionaryOpen
    }
    while at < bytes.count, bytes[at] != 0x3E { at += 1 }
    at = min(at + 1, bytes.count)
    return .string
  }

  private mutating func skipRegular() {
    while at < bytes.count, !isBlank(bytes[at]), !isDelimiter(bytes[at]) { at += 1 }
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      if bytes[at] == 0x25 {
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      } else if isBlank(bytes[at]) {
        at += 1
      } else {
        return
      }
    }
  }

  /// One blank parts `ID` from the bytes, another parts them from `EI` (8.9.7).
  private mutating func imageData() -> ContentToken? {
    isImageNext = false
    guard at < bytes.count else { return nil }
    if isBlank(bytes[at]) { at += 1 }
    let start = at
    while at < bytes.count, !isImageEnd { at += 1 }
    return ContentToken(kind: .imageData, range: start..<at)
  }

  /// A blank, `EI` and a blank may stand in the image's bytes too: only text follows the true end.
  private var isImageEnd: Bool {
    guard at + 2 < bytes.count, isBlank(bytes[at]), bytes[at + 1] == 0x45, bytes[at + 2] == 0x49
    else { return false }
    let rest = bytes[(at + 3)...].prefix(12)
    guard let first = rest.first else { return true }
    return isBlank(first) && rest.allSatisfy { isBlank($0) && $0 != 0 || 0x20..<0x7F ~= $0 }
  }
}

func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
}

private func isDelimiter(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
  default: false
  }
}

func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}

/// A number of digits, a sign before and a full stop within (7.3.3); nil for words.
private func contentNumber(_ bytes: ArraySlice<UInt8>) -> Double? {
  var (value, scale, digits) = (0.0, 0.0, 0)
  for (index, byte) in zip(bytes.indices, bytes) {
    switch byte {
    case 0x30...0x39:
      digits += 1
      scale *= 10
      value = value * 10 + Double(byte - 0x30)
    case 0x2E where scale == 0: scale = 1
    case 0x2B, 0x2D: if index != bytes.startIndex { return nil }
    default: return nil
    }
  }
  // More digits than a Double counts are a picture of zeros or an attack.
  guard digits > 0, value.isFinite, scale.isFinite else { return nil }
  let size = scale == 0 ? value : value / scale
  return bytes.first == 0x2D ? -size : size
}
