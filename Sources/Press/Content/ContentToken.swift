/// One token of a content stream (ISO 32000-1, 7.8.2): what it is and where its bytes lie.
package struct ContentToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case number(Double)
    /// With its solidus; see `ContentScanner.name`.
    case name
    /// In round or in angle brackets.
    case string
    case arrayOpen, arrayClose
    case dictionaryOpen, dictionaryClose
    /// Whatever is nothing else: operators, `true`, `false`, `null`.
    case word(ContentWord)
    /// The bytes between `ID` and `EI`.
    case imageData
  }

  package var kind: Kind
  package var range: Range<Int>
}

/// An operator as a number: its first four characters.
package struct ContentWord: Hashable, Sendable, ExpressibleByStringLiteral {
  package var code: UInt32

  package init(stringLiteral text: StaticString) {
    code = text.withUTF8Buffer { ContentWord.code(of: $0) }
  }

  init(_ bytes: ArraySlice<UInt8>) { code = ContentWord.code(of: bytes) }

  /// Longer words than any operator has become one that none is.
  private static func code(of bytes: some Collection<UInt8>) -> UInt32 {
    bytes.count > 4 ? .max : bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
