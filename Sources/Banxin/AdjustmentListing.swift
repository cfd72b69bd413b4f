import CJKRules
import Fonts
import Makeup
import Typesetting

extension Listing {
  /// One row for each line that was adjusted or holds characters of other fonts.
  static func adjustments(_ pages: [Page], _ ready: ReadyEdition) -> Listing {
    Listing(
      "page frame article part leg line text step authority amount_em han_extra_em notes glyphs",
      pages.flatMap { page in
        ready.adjustedLines(on: page).map { line -> [JSONValue] in
          [
            .text(page.code), .text(line.frame), .text(line.article), .text(line.part.rawValue),
            line.leg.map(JSONValue.integer) ?? .null, line.line.map(JSONValue.integer) ?? .null,
            .text(line.opening), .optional(line.step?.name), .optional(line.step?.authority),
            .thousandths(line.amount), .thousandths(line.adjustment.hanExtra),
            .text(line.notes.joined(separator: " ")),
            .text(line.standIns.map { $0.standIn.words(ready.book) }.joined(separator: "; ")),
          ]
        }
      })
  }
}

extension GlyphStandIn {
  /// The font that draws the character, by its file's name and face; nil: none has it.
  func fontName(_ book: FontBook) -> String? {
    font.map { id in
      let file = book[id].file
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      return "\(name)#\(file.face)"
    }
  }

  /// `𠮷 song→NotoSansCJK-Regular.ttc#2`.
  fileprivate func words(_ book: FontBook) -> String {
    "\(scalar) \(role.name)→\(fontName(book) ?? "none")"
  }
}

/// The adjustments of some pages as `report.json` tells them: how many lines reached each step, and
/// by name only the lines and characters that somebody should look at.
struct AdjustmentSummary {
  let pages: [(code: String, lines: [AdjustedLine])]
  let book: FontBook

  /// How many lines of body text reached each step, the furthest squeezed first.
  var steps: JSONValue {
    let body = pages.flatMap(\.lines).filter { $0.part == .body && $0.step != nil }
    let numbers = Set(body.map(\.adjustment.step)).sorted()
    return .list(
      numbers.map { number in
        let lines = body.filter { $0.adjustment.step == number }
        return .members([
          "step": .optional(lines[0].step?.name), "authority": .optional(lines[0].step?.authority),
          "lines": .integer(lines.count),
        ])
      })
  }

  var notable: JSONValue {
    .list(
      pages.flatMap { page in
        page.lines.filter(\.isNotable).map { line -> JSONValue in
          .members([
            "page": .text(page.code), "frame": .text(line.frame), "article": .text(line.article),
            "part": .text(line.part.rawValue),
            "leg": line.leg.map(JSONValue.integer) ?? .null,
            "line": line.line.map(JSONValue.integer) ?? .null, "text": .text(line.opening),
            "step": .optional(line.step?.name), "amount_em": .thousandths(line.amount),
            "han_extra_em": .thousandths(line.adjustment.hanExtra),
            "notes": .list(line.notes.map(JSONValue.text)),
          ])
        }
      })
  }

  /// Each character once a frame, with how often it stands there.
  var glyphs: JSONValue {
    .list(
      pages.flatMap { page -> [JSONValue] in
        var uses: [StandInUse] = []
        for line in page.lines {
          for found in line.standIns { note(found.standIn, in: line, &uses) }
        }
        return uses.map { use in
          .members([
            "page": .text(page.code), "frame": .text(use.frame), "article": .text(use.article),
            "char": .text(String(use.scalar)), "role": .text(use.role.name),
            "font": .optional(use.font), "count": .integer(use.count),
          ])
        }
      })
  }

  private struct StandInUse {
    var frame: String
    var article: String
    var scalar: Unicode.Scalar
    var role: FontRole
    var font: String?
    var count: Int
  }

  private func note(_ found: GlyphStandIn, in line: AdjustedLine, _ uses: inout [StandInUse]) {
    let font = found.fontName(book)
    if let known = uses.firstIndex(where: {
      $0.frame == line.frame && $0.scalar == found.scalar && $0.role == found.role
        && $0.font == font
    }) {
      uses[known].count += 1
    } else {
      uses.append(
        StandInUse(
          frame: line.frame, article: line.article, scalar: found.scalar, role: found.role,
          font: font, count: 1))
    }
  }
}
