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

  /// Text without a head, a picture or a 小标题: no more than so many lines in so many columns side by side.
  package struct Grey: Hashable, Sendable {
    package var lines: Int
    package var columns: Int

    package init(lines: Int, columns: Int) { (self.lines, self.columns) = (lines, columns) }
  }

  package init(
    headGap: Quantity, brokenZone: Int, gutter: Int, legLines: Int, grey: Grey, adGap: Quantity,
    whiteLines: Int
  ) {
    (self.headGap, self.brokenZone, self.gutter) = (headGap, brokenZone, gutter)
    (self.legLines, self.grey, self.adGap) = (legLines, grey, adGap)
    self.whiteLines = whiteLines
  }
}
