import Foundation
import Testing

/// Pages of random text as an outside program finds them in the PDF, measures 5 to 40, against the rules as they
/// stand in CLREQ and JLREQ; nothing is asked of the program but the places of legs and what it says it relieved.
@Suite(.serialized) struct `Generated articles read back` {
  struct Case: CustomTestStringConvertible {
    var language: String
    var body: String
    var measures: [Int]
    var seed: Int
    var testDescription: String { "\(language), \(body), seed \(seed)" }
  }

  /// Every punctuation style and level on some measures, the house's own on all.
  static let cases: [Case] = [
    Case(language: "zh-Hans", body: "indent: 2", measures: Array(5...40), seed: 1),
    Case(language: "zh-Hans", body: "indent: 2", measures: [7, 9, 11, 13, 17, 20], seed: 2),
    Case(language: "zh-Hans", body: "punctuation: full", measures: [6, 11, 17, 20, 31], seed: 3),
    Case(
      language: "zh-Hans", body: "punctuation: kaiming", measures: [6, 11, 17, 20, 31], seed: 4),
    Case(language: "zh-Hans", body: "punctuation: half", measures: [6, 11, 17, 20, 31], seed: 5),
    Case(language: "zh-Hans", body: "punctuation: plain", measures: [6, 11, 17, 20, 31], seed: 6),
    Case(language: "zh-Hans", body: "prohibition: strict", measures: [6, 11, 17, 20, 31], seed: 7),
    Case(language: "zh-Hans", body: "han-latin: 0.25", measures: [6, 11, 17, 20, 31], seed: 8),
    Case(language: "zh-Hant-TW", body: "indent: 2", measures: [6, 11, 17, 20, 31], seed: 9),
    Case(language: "zh-Hant-HK", body: "indent: 2", measures: [6, 11, 17, 20, 31], seed: 10),
    Case(language: "ja", body: "indent: 1", measures: [6, 11, 12, 17, 20, 31], seed: 11),
    Case(language: "ja", body: "prohibition: ja-very-strict", measures: [11, 17, 20], seed: 12),
    Case(language: "ko", body: "indent: 1", measures: [8, 11, 17, 20, 31], seed: 13),
  ]

  // 1. Text identity.
  @Test(arguments: cases) func `hold their text whole and in order`(_ trial: Case) throws {
    for article in try made(trial).articles {
      let read = article.legs.flatMap { $0.lines.flatMap { $0 } }.map(\.scalar)
      let written = article.paragraphs.joined().unicodeScalars.filter {
        !$0.properties.isWhitespace
      }
      #expect(ReadText(read) == ReadText(Array(written)), "\(article.measure)")
    }
  }

  // 2. Prohibited starts and ends (CLREQ 3.1.4; JLREQ 3.1.7, 3.1.8).
  @Test(arguments: cases) func `begin and end no line with a forbidden mark, but where it is said`(
    _ trial: Case
  ) throws {
    let rules = EdgeRules.of(trial.language)
    for article in try made(trial).articles {
      var broken: [String] = []
      for leg in article.legs {
        for line in leg.lines {
          if let first = line.first, rules.starts.contains(first.scalar) {
            broken.append(line.text)
          }
          if let last = line.last, rules.ends.contains(last.scalar) { broken.append(line.text) }
        }
      }
      #expect(broken.count <= article.relieved * 2, "\(article.measure): \(broken)")
    }
  }

  // 3. Unbreakable sequences (CLREQ 3.1.5, JLREQ 3.1.10).
  @Test(arguments: cases) func `part no number, word, dash or ellipsis`(_ trial: Case) throws {
    for article in try made(trial).articles where article.relieved == 0 {
      for (line, next) in article.neighbours {
        guard let last = line.last?.scalar, let first = next.first?.scalar else { continue }
        let joint = "\(line.text.suffix(3))|\(next.text.prefix(3))"
        #expect(!Unbreakable.joins(last, first), "\(article.measure): \(joint)")
      }
    }
  }

  // 4, 6, 7, 17. Measures, grid and indents.
  @Test(arguments: cases) func `stand on the grid of characters and lines`(_ trial: Case) throws {
    let indent = ["ja", "ko"].contains(trial.language) ? 1.0 : 2.0
    for article in try made(trial).articles {
      var firsts = 0
      for leg in article.legs {
        for line in leg.lines {
          #expect(line.allSatisfy { abs($0.row - $0.row.rounded()) * 13.5 <= 0.01 })
          guard let first = line.first else { continue }
          let from = first.x + EdgeRules.trimmed(first)
          if abs(from - indent) <= 0.002 { firsts += 1 }
          let stands = abs(from) <= 0.002 || abs(from - indent) <= 0.002
          #expect(stands, "\(article.measure): \(line.text) \(from)")
        }
      }
      #expect(firsts == article.paragraphs.count, "\(article.measure)")
    }
  }

  // 18. A paragraph's last line has two characters at least (CLREQ 3.4.4).
  @Test(arguments: cases) func `end no paragraph with one character`(_ trial: Case) throws {
    let indent = ["ja", "ko"].contains(trial.language) ? 1.0 : 2.0
    for article in try made(trial).articles where article.measure >= 7 && trial.language != "ko" {
      for (line, next) in article.neighbours where (next.first?.x ?? 0) > indent - 0.6 {
        let said = line.filter { !EdgeRules.punctuation.contains($0.scalar) }
        #expect(said.count >= 2 || (line.first?.x ?? 0) > 0.9, "\(article.measure): \(line.text)")
      }
    }
  }

  // 27. Nothing outside its leg.
  @Test(arguments: cases) func `stay within their measure`(_ trial: Case) throws {
    for article in try made(trial).articles {
      for leg in article.legs {
        for line in leg.lines {
          #expect((line.first?.x ?? 0) >= -0.502)
          // The second half of a dash that is one glyph is read at the glyph's end.
          let ends = line.last.map { "—―".unicodeScalars.contains($0.scalar) } == true
          let last = line.last?.x ?? 0
          #expect(
            last <= Double(leg.measure) - (ends ? -0.01 : 0.25), "\(leg.measure): \(line.text)")
        }
      }
    }
  }

  private func made(_ trial: Case) throws -> GeneratedEdition {
    let index = try #require(Self.cases.firstIndex { $0.seed == trial.seed })
    return try Self.editions[index].get()
  }

  /// Each case is printed once.
  private static let editions = cases.map { trial in
    Result {
      try GeneratedEdition(
        language: trial.language, body: trial.body, measures: trial.measures, seed: trial.seed)
    }
  }
}

/// Text whose difference is shown by its first place.
struct ReadText: Equatable, CustomStringConvertible {
  var scalars: [Unicode.Scalar]
  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }
  var description: String { String(String.UnicodeScalarView(scalars)) }
}

extension [LegCharacter] {
  var text: String { String(String.UnicodeScalarView(map(\.scalar))) }
}

extension Double {
  /// Whether it stands at half an em between two whole ones.
  var isHalf: Bool { abs(self - rounded(.down) - 0.5) < 0.002 }
}

extension GeneratedEdition.Article {
  /// Lines that follow each other, over the ends of legs too.
  var neighbours: [([LegCharacter], [LegCharacter])] {
    let lines = legs.flatMap(\.lines)
    return Array(zip(lines, lines.dropFirst()))
  }
}

/// What may not stand at a line's edges.
struct EdgeRules {
  var starts: Set<Unicode.Scalar>
  var ends: Set<Unicode.Scalar>

  static let openers = Set("“‘「『（《〈【〖〔［｛".unicodeScalars)
  static let closers = Set("”’」』）》〉】〗〕］｝".unicodeScalars)
  static let pauses = Set("、，；：。！？·・～／".unicodeScalars)
  static let punctuation = openers.union(closers).union(pauses).union("—…―‧.,!?%".unicodeScalars)

  /// How much of its blank a mark has lost at the line's start: an opening one half an em, a middle dot a quarter
  /// (CLREQ 3.1.6.3).
  static func trimmed(_ first: LegCharacter) -> Double {
    if openers.contains(first.scalar) { return first.x.isHalf ? 0.5 : 0 }
    return first.scalar == "・" && first.x < 0 ? 0.25 : 0
  }

  static func of(_ language: String) -> EdgeRules {
    switch language {
    // CLREQ 3.1.4: none is kept in Taiwan's and Hong Kong's newspapers, unless the style asks.
    case "ja": EdgeRules(starts: closers.union("、。".unicodeScalars), ends: openers)
    case "ko": EdgeRules(starts: closers.union(".,!?".unicodeScalars), ends: openers)
    default: EdgeRules(starts: closers.union(pauses), ends: openers)
    }
  }
}

enum Unbreakable {
  /// Whether two characters belong to one number, word, dash or ellipsis.
  static func joins(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    if one == other && "—…―".unicodeScalars.contains(one) { return true }
    if isDigit(one) { return isDigit(other) || "%‰℃,.".unicodeScalars.contains(other) }
    if ",.".unicodeScalars.contains(one) { return isDigit(other) }
    if "￥¥$€£".unicodeScalars.contains(one) { return isDigit(other) }
    return isLetter(one) && isLetter(other)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
