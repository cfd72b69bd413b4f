import Diagnostics
import Manuscripts
import PageDesign

/// One rule of make-up, and how to find what breaks it.
struct LintRule: Sendable {
  var find: @Sendable (LintedPage, MakeUpRules) -> [LintFinding]

  init(_ find: @escaping @Sendable (LintedPage, MakeUpRules) -> [LintFinding]) { self.find = find }

  /// All of them, in the order of their codes.
  static let all: [LintRule] = [
    bumpedHeads, brokenPage, runningGutter, headApart, textApart, strandedLine, shortLeg,
    subheadAtFoot, paragraphAtFoot, greyText, headOutOfRank, adUnmarked, adNearNews, jumpLabel,
    nameNotLargest, officialForm, folioMissing, whiteFoot, rivalsTogether, adByStory,
    cutTiers, pictureInColumn, folioMoved, specialUnmarked, whoAnswers,
    misreadLeg, nameMissing, gazeAway,
  ]
}

/// Holds made-up pages to the trade's rules of make-up (版面检查), as gravely as the house takes them.
package func lint(
  _ pages: [Page], of edition: Edition, rules: HouseRules, words: PaperWords
) -> [LintFinding] {
  let isWhole = pages.first?.frames.contains { $0.kind == .masthead } ?? false
  return pages.flatMap { page in
    let linted = LintedPage(
      page, among: pages, of: edition, words, isOfWholePaper: isWhole)
    return rules.graded(
      LintRule.all.flatMap { $0.find(linted, rules.makeUp) }, in: edition.language)
  }
}
