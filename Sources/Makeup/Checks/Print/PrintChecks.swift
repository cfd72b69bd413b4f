import Diagnostics
import Drawing
import Fonts
import Manuscripts
import PageDesign

/// Holds made-up pages to what the press can print. Not asked of pages that are only proofed. `drawings`: the pictures
/// of stories that have lines of their own.
package func printChecks(
  on pages: [Page], drawings: [PicturePart] = [], styles: StyleSheet, book: FontBook,
  rules: PrintRules
) -> [Diagnostic] {
  // A style or an ink of the palette has no place on a page.
  inksOverLimit(in: styles, rules)
    + printFindings(on: pages, drawings: drawings, styles: styles, book: book, rules: rules)
    .filter { $0.page == $0.message.page }.map(\.message)
}

/// Those of them that stand somewhere on the pages, with the places.
package func printFindings(
  on pages: [Page], drawings: [PicturePart] = [], styles: StyleSheet, book: FontBook,
  rules: PrintRules
) -> [LintFinding] {
  let marks = pages.flatMap(placedMarks)
  let places = InkPlaces(styles: styles)
  let faults =
    richBlackText(marks, places, rules) + textInManyInks(marks, places, rules)
    + reversedText(marks, rules, thin: thinFonts(in: book)) + tintedText(marks, places, rules)
    + thinLines(marks, rules) + thinLines(in: drawings, marks, rules)
    + thinRules(on: pages, rules) + inkInMargins(marks, rules)
  return findings(of: faults)
}

/// Where an ink was asked for.
struct InkPlaces {
  let styles: StyleSheet

  /// The one style that has the ink, for text in it; the mark's frame where there are several or none.
  func place(of ink: Ink, in mark: PlacedMark) -> SourcePlace {
    let percents = [ink.c, ink.m, ink.y, ink.k]
    let asking = styles.rules.values.filter { $0.ink?.percents == percents }
    return asking.count == 1 ? asking[0].place : mark.place
  }
}

extension PlacedMark {
  var text: GlyphMark? {
    if case .glyphs(let glyphs) = mark { return glyphs }
    return nil
  }
}
