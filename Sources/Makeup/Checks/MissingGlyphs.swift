import Diagnostics
import Fonts
import Manuscripts
import PageDesign
import Typesetting

/// Characters that no font could draw, one message a story, at the first of them.
package func missingGlyphs(on pages: [Page], of edition: Edition) -> [Diagnostic] {
  let stories = Dictionary(
    edition.stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return pages.flatMap { page in
    page.frames.compactMap { frame in
      let missing = missingScalars(in: frame)
      guard let first = missing.first else { return nil }
      let story = frame.article.flatMap { stories[$0] }
      let place =
        story?.place(of: first) ?? SourcePlace(file: page.layout.file, line: 1, column: 1)
      return Diagnostic(
        .glyphMissing, at: place,
        [
          "characters": unique(missing).map(named).joined(separator: " "),
          "count": "\(missing.count)",
        ],
        severity: edition.policy.missingGlyph,
        related: unique(missing).dropFirst().prefix(mostPlaces).compactMap { story?.place(of: $0) },
        page: page.code, frame: frame.id,
        article: frame.article)
    }
  }
}

/// Places shown besides the first; the report's text names all characters.
private let mostPlaces = 9

/// The scalars that glyph 0 stands for in a frame.
private func missingScalars(in frame: SetFrame) -> [Unicode.Scalar] {
  var missing: [Unicode.Scalar] = []
  for panel in frame.panels {
    for case .line(let line, _, _) in panel.items {
      for run in line.runs where run.glyphs.contains(where: { $0.id == 0 }) {
        var (glyph, scalar) = (0, 0)
        for cluster in run.clusters {
          let glyphs = run.glyphs[glyph..<min(glyph + cluster.glyphs, run.glyphs.count)]
          if glyphs.contains(where: { $0.id == 0 }), scalar < run.text.count {
            missing.append(run.text[scalar])
          }
          glyph += cluster.glyphs
          scalar += cluster.scalars
        }
      }
    }
  }
  return missing
}

private func unique(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var seen: Set<Unicode.Scalar> = []
  return scalars.filter { seen.insert($0).inserted }
}

private func named(_ scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16, uppercase: true)
  let digits = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  return scalar.properties.generalCategory == .privateUse ? "U+\(digits)" : "\(scalar)(U+\(digits))"
}

extension Story {
  /// Where a character first stands in the story's text, or its file.
  fileprivate func place(of scalar: Unicode.Scalar) -> SourcePlace {
    for inline in blocks.flatMap(\.inlines) {
      guard let offset = Array(inline.text.unicodeScalars).firstIndex(of: scalar) else { continue }
      var place = inline.place
      place.column += offset
      return place
    }
    let heads: [(String, [String])] = [
      ("title", title), ("kicker", kicker), ("subtitle", subtitle),
    ]
    for (key, texts) in heads where texts.joined().unicodeScalars.contains(scalar) {
      return place(of: key)
    }
    return SourcePlace(file: file, line: 1, column: 1)
  }
}
