import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// The heads of a story (引题·主题·副题) and its byline, in the order they stand.
package struct HeadlineText: Hashable, Sendable {
  package var kicker: [String] = []
  package var title: [String] = []
  package var subtitle: [String] = []
  /// Set under the heads when it does not run in after a dateline.
  package var byline: String?
  /// Set over them all, as a byline is under them.
  package var overline: String?

  package var isEmpty: Bool {
    kicker.isEmpty && title.isEmpty && subtitle.isEmpty && byline == nil && overline == nil
  }

  package init(
    kicker: [String] = [], title: [String] = [], subtitle: [String] = [], byline: String? = nil
  ) {
    (self.kicker, self.title, self.subtitle, self.byline) = (kicker, title, subtitle, byline)
  }

  package init(of story: Story) {
    self.init(
      kicker: story.kicker, title: story.title, subtitle: story.subtitle,
      byline: story.dateline == nil ? story.byline : nil)
  }
}

/// The styles that a headline is set in.
package struct HeadlineStyles: Hashable, Sendable {
  package var kicker: ResolvedStyle
  package var title: ResolvedStyle
  package var subtitle: ResolvedStyle
  package var byline: ResolvedStyle
  /// By how many 号 kicker and subtitle stand below the title; nil: at a little under half its size.
  package var below: Int?
  /// White over and under the heads together; nil: as little as they need.
  package var space: Length?
  /// Whether somebody chose how weighty the head is: it may be as large as its style says, not only as its width suits.
  package var isWeighed = false
}

extension HeadlineStyles {
  /// The same with sizes down to the body's, whatever their least is.
  func smallest(_ size: Length) -> HeadlineStyles {
    var styles = self
    styles.title.minSize = min(title.minSize, size)
    styles.kicker.minSize = min(kicker.minSize, size)
    styles.subtitle.minSize = min(subtitle.minSize, size)
    return styles
  }
}

/// A headline set to a width: how many body lines it takes, and its lines.
package struct HeadlineFit: Hashable, Sendable {
  package var rows: Int
  package var items: [Item]
  package var titleSize: Length
  /// How many title characters found no width even at the smallest size.
  package var excess: Int
  /// How its heads were set, in their order.
  package var heads: [HeadRecord] = []
  /// The fewest rows in which it still stands clear of the text.
  package var least = 0
}

/// How one head was set (标题记录).
package struct HeadRecord: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case kicker, title, subtitle, summary }
  package var kind: Kind
  package var size: Length
  /// Scale along the line, in thousandths.
  package var condense: Int
  /// Space between characters, in thousandths of an em.
  package var tracking: Int
  package var lines: [String]
}

extension Ink {
  /// An ink that the palette has settled.
  init(_ choice: InkChoice) { self.init(percents: choice.percents) }

  /// An ink from a style's four percentages.
  init(percents: [Int]) {
    self =
      percents.count == 4
      ? Ink(c: percents[0], m: percents[1], y: percents[2], k: percents[3]) : .black
  }
}
