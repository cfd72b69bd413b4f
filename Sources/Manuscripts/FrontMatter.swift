import Diagnostics
import Schema

/// The two parts of a manuscript: keys between two lines `---`, and the text after them.
struct FrontMatter {
  /// Lines of the keys, without the marks.
  var keys: Range<Int>
  /// Lines of the text.
  var body: Range<Int>

  enum Fault: Error { case empty, notOpened, notClosed }

  static func split(_ source: SourceText) -> Result<FrontMatter, Fault> {
    let lines = 1..<source.lineCount + 1
    guard let first = lines.first(where: { !isBlank(source.line($0)) }) else {
      return .failure(.empty)
    }
    guard isMark(source.line(first)) else { return .failure(.notOpened) }
    guard let last = (first + 1..<lines.upperBound).first(where: { isMark(source.line($0)) }) else {
      return .failure(.notClosed)
    }
    return .success(FrontMatter(keys: first + 1..<last, body: last + 1..<lines.upperBound))
  }

  private static func isBlank(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.allSatisfy(\.properties.isWhitespace)
  }

  private static func isMark(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.prefix(3).elementsEqual("---".unicodeScalars) && isBlank(line.dropFirst(3))
  }
}

/// What can still be learnt of a manuscript that cannot be read: enough to mark its place on the page.
struct SalvagedKeys {
  var id: String?
  var page: String?
  var slot: String?

  /// Looks for plain `key: value` lines, in whatever encoding that leaves ASCII alone (UTF-16's zero
  /// bytes are passed over).
  init(_ bytes: [UInt8]) {
    let ascii = bytes.prefix(1 << 16).filter { $0 != 0 }
    for line in ascii.split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(200) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let value = Self.word(line[(colon + 1)...])
      switch Array(line[..<colon]) {
      case Array("id".utf8): id = id ?? value
      case Array("page".utf8): page = page ?? value
      case Array("slot".utf8): slot = slot ?? value
      default: continue
      }
    }
  }

  /// A word of letters, digits, `-` and `_`, quoted or not.
  private static func word(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    let word = text.drop { $0 == "\"" || $0 == "'" }.prefix { Identifier.isLetter($0) }
    return word.isEmpty || word.count > Identifier.longest ? nil : String(word)
  }
}
