import Diagnostics
import Geometry
import Schema

/// How weighty a head is (标题级别: 头条, 二条, 简讯 …), and what it is set in, as a style sheet writes it.
package struct HeadRank: Hashable, Sendable {
  package var name: String
  /// Another name for it, in the editors' own words.
  package var alias: String?
  /// 1 is the weightiest.
  package var level: Int?
  /// Names of styles.
  package var title: String?
  package var kicker: String?
  package var subtitle: String?
  package var byline: String?
  /// By how many 号 kicker and subtitle stand below the title.
  package var below: Int?
  /// White over and under the head together.
  package var space: Quantity?
  /// How much smaller its title is than those of higher rank on its page.
  package var step: Length?
  /// The least priority of a story that is of this rank where ranks go by priority.
  package var priority: Int?
  /// Set before the first paragraph, in its first line (夹题).
  package var runsIn: Bool?
  package var place: SourcePlace

  package init(name: String, place: SourcePlace) { (self.name, self.place) = (name, place) }

  /// What a layout says for: by the story's priority.
  package static let byPriority = "auto"

  func overlaid(with own: HeadRank) -> HeadRank {
    var rank = self
    rank.place = own.place
    rank.alias = own.alias ?? alias
    rank.level = own.level ?? level
    rank.title = own.title ?? title
    rank.kicker = own.kicker ?? kicker
    rank.subtitle = own.subtitle ?? subtitle
    rank.byline = own.byline ?? byline
    rank.below = own.below ?? below
    rank.space = own.space ?? space
    rank.step = own.step ?? step
    rank.priority = own.priority ?? priority
    rank.runsIn = own.runsIn ?? runsIn
    return rank
  }
}

extension HeadRank: NamedLook {
  init(name: Located<String>, _ fields: Fields) {
    self.init(name: name.value, place: name.place)
    alias = fields.text("also")
    level = fields.integer("level")
    (title, kicker) = (fields.text("title"), fields.text("kicker"))
    (subtitle, byline) = (fields.text("subtitle"), fields.text("byline"))
    below = fields.integer("below")
    space = fields.quantity("space")
    step = fields.length("step")
    priority = fields.integer("priority")
    runsIn = fields.flag("run-in")
  }

  var styles: [String] { [title, kicker, subtitle, byline].compactMap(\.self) }
}

extension StyleSheet {
  /// The rank of a name, or of an editor's word for it.
  package func rank(_ name: String) -> HeadRank? {
    ranks[name] ?? rankNames.lazy.compactMap { ranks[$0] }.first { $0.alias == name }
  }

  /// The rank of a story by its priority: the highest that asks for no more.
  package func rank(ofPriority priority: Int) -> HeadRank? {
    rankNames.compactMap { ranks[$0] }.filter { $0.priority.map { $0 <= priority } ?? false }
      .max { ($0.priority ?? 0) < ($1.priority ?? 0) }
  }

  /// All that a layout or a story may write for a rank.
  package var rankWords: [String] {
    rankNames + rankNames.compactMap { ranks[$0]?.alias }
  }

  private var rankNames: [String] { ranks.keys.sorted() }
}
