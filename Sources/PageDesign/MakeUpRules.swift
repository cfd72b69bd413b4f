import Geometry

/// What a page is made up by (组版规矩): the trade's taboos in numbers.
package struct MakeUpRules: Hashable, Sendable {
  /// Heads of two stories on one level keep at least this from each other.
  package var headGap: Quantity
  /// The middle part of the news, in percent of its height, where no gap may run across the whole page.
  package var brokenZone: Int
  /// How far a gap may run down between stories, in percent of the height of the news.
  package var gutter: Int
  /// Lines that every column of a story has at least, its last one aside.
  package var legLines: Int
  package var grey: Grey
  /// White between an advertisement and news where no line parts them.
  package var adGap: Quantity
  /// Lines that may stay white at a story's foot.
  package var whiteLines: Int
  package var stacking: StackingRules
  /// How far competitors are kept from each other, and advertisements from the stories they must not meet.
  package var rivalsApart: AdScope
  package var avoidedApart: AdScope

  /// How much lower a story's priority is when its title may not be the larger one.
  package var rankGap: Int

  /// Text without a head, a picture or a 小标题: no more than so many lines in so many columns side by side. The lines
  /// next to one of these are lightened by it, and do not count.
  package struct Grey: Hashable, Sendable {
    package var lines: Int
    package var columns: Int
    package var near: Int

    package init(lines: Int, columns: Int, near: Int) {
      (self.lines, self.columns, self.near) = (lines, columns, near)
    }
  }

  package init(
    headGap: Quantity, brokenZone: Int, gutter: Int, legLines: Int, grey: Grey, adGap: Quantity,
    whiteLines: Int, stacking: StackingRules, rivalsApart: AdScope, avoidedApart: AdScope,
    rankGap: Int
  ) {
    (self.headGap, self.brokenZone, self.gutter) = (headGap, brokenZone, gutter)
    (self.legLines, self.grey, self.adGap) = (legLines, grey, adGap)
    (self.whiteLines, self.stacking) = (whiteLines, stacking)
    (self.rivalsApart, self.avoidedApart, self.rankGap) = (rivalsApart, avoidedApart, rankGap)
  }
}

/// How far two things are kept apart that must not meet.
package enum AdScope: String, Hashable, Sendable, CaseIterable {
  /// Not on one page.
  case page
  /// Not side by side, nor under each other.
  case beside

  /// What stands beside something has no more white between than this.
  package static let white = Length.millimetres(12)
}

/// How advertisements without a slot are stacked from a page's foot (码广告).
package struct StackingRules: Hashable, Sendable {
  package enum Shape: String, Hashable, Sendable, CaseIterable {
    /// Up the page's side, the widest lowest (阶梯).
    case pyramid
    /// Beside each other along the foot, the highest first (通栏).
    case strip
  }
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case outer, inner, left, right
  }
  package var shape: Shape
  package var side: Side
  /// Lines that stay free round each of them.
  package var gap: Int
  /// How far up they may reach, in percent of the type area's lines.
  package var height: Int
  /// Weight of the line over those that stand under news; zero: none.
  package var rule: Length

  package init(shape: Shape, side: Side, gap: Int, height: Int, rule: Length) {
    (self.shape, self.side, self.gap, self.height, self.rule) = (shape, side, gap, height, rule)
  }
}
