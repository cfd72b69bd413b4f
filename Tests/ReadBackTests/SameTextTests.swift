import Testing

/// What must not change when a text is said in another way; read back from the PDF.
@Suite(.serialized) struct `The same text read back` {
  private static let measures = [7, 11, 17, 23]

  private func texts(seed: Int) -> [[String]] {
    var dice = ArticleDice(seed: seed)
    let words = ArticleWords.of("zh-Hans")
    return Self.measures.map { _ in (0..<4).map { _ in dice.paragraph(words, sentences: 4) } }
  }

  private func lines(_ texts: [[String]], scale: Double = 1) throws -> [[[LegCharacter]]] {
    let edition = try GeneratedEdition(
      language: "zh-Hans", body: "indent: 2", measures: Self.measures, texts: texts, scale: scale)
    return edition.articles.map { $0.legs.flatMap(\.lines) }
  }

  @Test func `keeps its lines when a paragraph follows`() throws {
    let texts = texts(seed: 31)
    let before = try lines(texts).map { $0.map(\.text) }
    let after = try lines(texts.map { $0 + ["完毕之后又来了一段。"] }).map { $0.map(\.text) }
    for (old, new) in zip(before, after) { #expect(Array(new.prefix(old.count)) == old) }
  }

  @Test func `is set alike with and without typed spaces beside Latin`() throws {
    let texts = texts(seed: 32)
    let spaced = texts.map { $0.map(Self.spacedBesideLatin) }
    #expect(texts != spaced)
    #expect(try lines(texts).map { $0.map(\.text) } == lines(spaced).map { $0.map(\.text) })
  }

  @Test func `grows with its lengths`() throws {
    let texts = texts(seed: 33)
    let (small, large) = (try lines(texts), try lines(texts, scale: 2))
    for (one, other) in zip(small.joined(), large.joined()) {
      #expect(one.text == other.text)
      for (a, b) in zip(one, other) { #expect(abs(a.x - b.x) < 0.004) }
    }
  }

  /// A space between every Han character and letter or digit.
  private static func spacedBesideLatin(_ text: String) -> String {
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = spaced.last, isHan(last) && isLatin(scalar) || isLatin(last) && isHan(scalar) {
        spaced.append(" ")
      }
      spaced.append(scalar)
    }
    return String(spaced)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }
}
