import Diagnostics
import Geometry
import PageDesign

/// Something on a page that breaks a rule of make-up, and where.
package struct LintFinding: Hashable, Sendable {
  package var message: Diagnostic
  package var page: String
  /// The frames involved, the one to be changed first.
  package var frames: [String]
  /// The places on the page.
  package var rects: [Rect]

  package var code: Code { message.code }
}

extension LintedPage {
  /// A finding in one frame, or between it and others.
  func finding(
    _ code: Code, in frame: LintedFrame, and others: [LintedFrame] = [], at rects: [Rect],
    place: SourcePlace? = nil, _ values: KeyValuePairs<String, String> = [:]
  ) -> LintFinding {
    LintFinding(
      message: Diagnostic(
        code, at: place ?? frame.design.place, values, related: others.map(\.design.place),
        page: page.code, frame: frame.id, article: frame.made.article),
      page: page.code, frames: [frame.id] + others.map(\.id), rects: rects)
  }

  /// A finding about the page as a whole.
  func finding(
    _ code: Code, at rects: [Rect], frames: [LintedFrame] = [], place: SourcePlace,
    _ values: KeyValuePairs<String, String>
  ) -> LintFinding {
    LintFinding(
      message: Diagnostic(code, at: place, values, page: page.code), page: page.code,
      frames: frames.map(\.id), rects: rects)
  }
}

extension HouseRules {
  /// Findings as gravely as the house takes them.
  package func graded(_ found: [LintFinding], in language: String) -> [LintFinding] {
    found.compactMap { finding in
      graded([finding.message], in: language).first.map { message in
        var graded = finding
        graded.message = message
        return graded
      }
    }
  }
}

extension LintFinding {
  func wording(_ name: String, _ zh: String, _ en: String) -> LintFinding {
    var copy = self
    copy.message = message.wording(name, zh, en)
    return copy
  }
}

extension Length {
  /// Sizes of type within a tenth of each other look the same.
  func looksLike(_ other: Length) -> Bool {
    (max(self, other) - min(self, other)) * 10 <= max(self, other)
  }
}
