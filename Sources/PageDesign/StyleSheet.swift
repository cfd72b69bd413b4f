import Diagnostics
import Geometry

/// One named style of a sheet, as written; what is nil comes from its base, then from `body`.
package struct StyleRule: Hashable, Sendable {
  package var name: String
  package var base: String?
  /// Font role names (`song`, `title-song`, `hei`, `kai`, `fangsong`, …).
  package var font: String?
  package var latin: String?
  package var bold: String?
  /// Size of type; for headlines the largest, with `minSize` the smallest that may be chosen.
  package var size: Quantity?
  package var minSize: Quantity?
  /// Distance of lines; for headlines a factor of the size is usual (`lines`-unit not allowed).
  package var pitch: Quantity?
  /// `justify`, `start`, `center`, `end`, `spread`.
  package var align: String?
  /// First-line indent in thousandths of an em.
  package var indent: Int?
  /// Most lines a headline may take.
  package var maxLines: Int?
  /// Narrowest horizontal scale, thousandths.
  package var condense: Int?
  /// Extra space after every character, thousandths of an em.
  package var tracking: Int?
  /// How far titles of two to four characters are opened, thousandths of an em in all.
  package var maxTracking: Int?
  package var punctuation: String?
  package var prohibition: String?
  package var hanging: String?
  /// The table that Japanese lines are squeezed by.
  package var adjustment: String?
  /// How opening marks stand at line starts.
  package var openingMarks: String?
  /// Where Korean lines may end.
  package var koreanBreak: String?
  /// Space between Han and Latin, thousandths of an em.
  package var hanLatin: Int?
  /// Whether Latin words of body text are parted: `yes`, `no`, `narrow`.
  package var hyphenate: String?
  /// The language of Latin words (BCP 47).
  package var latinLanguage: String?
  /// `none`, `strict`.
  package var grid: String?
  /// `center`, `start` (肩付き).
  package var rubyAlign: String?
  /// `kana`, `blank`.
  package var rubyOverhang: String?
  /// Font role of pinyin.
  package var pinyin: String?
  /// Font role of zhuyin.
  package var zhuyin: String?
  /// `own`, `grid`.
  package var zhuyinRoom: String?
  package var ink: InkChoice?
  /// Whole body lines: of the block itself (占行), before and after it.
  package var rows: Int?
  package var place: SourcePlace

  package init(name: String, place: SourcePlace) { (self.name, self.place) = (name, place) }
}

/// The named styles of a publication (样式表).
package struct StyleSheet: Hashable, Sendable {
  package var rules: [String: StyleRule]
  /// The inks that styles and layouts may name (色板).
  package var inks: [PaletteInk]
  /// How tables look, by name (表格样式).
  package var tables: [String: TableLook]
  /// What heads of each weight are set in, by name (标题级别).
  package var ranks: [String: HeadRank] = [:]
  /// How labels of columns look, by the column's name (栏目题花).
  package var columns: [String: ColumnLook] = [:]
  package var heads = HeadLooks()
  /// How charts look, by name (图表样式).
  package var charts: [String: ChartLook]
  package var pictures = PictureLook()
  /// What the paper itself says, by language (版面用语); what is not here is as usual.
  package var words: [String: [PaperWord: String]] = [:]
  package var file: String
  package init(
    rules: [String: StyleRule], inks: [PaletteInk] = [], tables: [String: TableLook] = [:],
    charts: [String: ChartLook] = [:], file: String
  ) {
    (self.rules, self.inks, self.tables) = (rules, inks, tables)
    (self.charts, self.file) = (charts, file)
  }
}
