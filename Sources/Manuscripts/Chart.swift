import Diagnostics
import Geometry

/// A chart of figures from CSV (图表): names of series in its first row, of categories in its first column.
package struct Chart: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 柱状图.
    case column
    /// 条形图.
    case bar
    /// 折线图.
    case line
    /// 饼图.
    case pie
  }

  /// A figure as it was typed, and in millionths.
  package struct Value: Hashable, Sendable {
    package var text: String
    package var amount: Int
    package init(text: String, amount: Int) { (self.text, self.amount) = (text, amount) }
  }

  package struct Series: Hashable, Sendable {
    package var name: String
    /// One for each category; nil where there is no figure.
    package var values: [Value?]
    /// Its name in the CSV.
    package var place: SourcePlace
    package init(name: String, values: [Value?], place: SourcePlace) {
      (self.name, self.values, self.place) = (name, values, place)
    }
  }

  package var path: Located<String>
  package var kind = Kind.column
  package var categories: [String] = []
  /// Where each category stands in the CSV.
  package var categoryPlaces: [SourcePlace] = []
  /// Empty when the file cannot be shown: a grey box stands in for it.
  package var series: [Series] = []
  package var title: String?
  /// What its figures count (单位).
  package var unit: String?
  /// Where they come from (数据来源).
  package var source: String?
  package var notes: [String] = []
  /// Whether the parts of a category stand on each other (堆积).
  package var isStacked = false
  /// Whether figures are printed; nil: where there is room.
  package var printsValues: Bool?
  /// A chart look of the style sheet.
  package var style: String?
  package var columns: Int?
  /// How many body lines it takes; nil: as it naturally does.
  package var lines: Int?
  package var anchor: PictureAnchor?
  package var wrap: PictureWrap?

  package init(path: Located<String>) { self.path = path }

  package var isBroken: Bool { series.isEmpty }
}
