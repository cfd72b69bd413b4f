import Diagnostics
import Geometry
import Schema

/// How a table looks, as a style sheet writes it (表格样式); what is nil comes from the look `table`.
package struct TableLook: Hashable, Sendable {
  /// Which lines are drawn. Papers print statistics by three lines (三线表, CY/T 170—2019), forms by all
  /// of them, and most of their small tables without lines at the sides.
  package enum Rules: String, Hashable, Sendable, CaseIterable {
    case open, full, three, none
  }
  /// How heads over narrow columns stand.
  package enum Heads: String, Hashable, Sendable, CaseIterable {
    case level
    /// Upright characters under each other (叠排).
    case stacked
    /// The line turned a quarter clockwise (侧排).
    case rotated
  }

  /// Where cells stand in rows higher than they are.
  package enum Level: String, Hashable, Sendable, CaseIterable { case middle, top }
  /// Whether a group that goes on elsewhere has its head there once more: 工业（续）, 工业, or not.
  package enum Repeating: String, Hashable, Sendable, CaseIterable { case marked, plain, none }

  package var name: String
  package var rules: Rules?
  package var outer: Length?
  package var headRule: Length?
  package var inner: Length?
  package var ink: InkChoice?
  /// White at both sides of a cell, thousandths of an em.
  package var padding: Int?
  package var headTint: InkChoice?
  package var zebra: InkChoice?
  package var groupTint: InkChoice?
  package var groupRule: Length?
  package var groupRepeat: Repeating?
  package var heads: Heads?
  /// Of the cells under the head; heads stand in the middle.
  package var level: Level?
  /// Names of styles.
  package var head: String?
  package var cell: String?
  /// Of heads of groups; nil: as the table's head.
  package var group: String?
  package var place: SourcePlace

  package init(name: String, place: SourcePlace) { (self.name, self.place) = (name, place) }

  /// The look that all others are laid over.
  package static let usual = "table"

  package func overlaid(with own: TableLook) -> TableLook {
    var look = self
    (look.name, look.place) = (own.name, own.place)
    look.rules = own.rules ?? rules
    look.outer = own.outer ?? outer
    look.headRule = own.headRule ?? headRule
    look.inner = own.inner ?? inner
    look.ink = own.ink ?? ink
    look.padding = own.padding ?? padding
    look.headTint = own.headTint ?? headTint
    look.zebra = own.zebra ?? zebra
    look.groupTint = own.groupTint ?? groupTint
    look.groupRule = own.groupRule ?? groupRule
    look.groupRepeat = own.groupRepeat ?? groupRepeat
    look.heads = own.heads ?? heads
    look.level = own.level ?? level
    look.head = own.head ?? head
    look.cell = own.cell ?? cell
    look.group = own.group ?? group
    return look
  }
}

extension TableLook: NamedLook {
  init(name: Located<String>, _ fields: Fields) {
    self.init(name: name.value, place: name.place)
    rules = fields.choice("rules")
    outer = fields.length("outer")
    headRule = fields.length("head-rule")
    inner = fields.length("inner")
    ink = fields.ink("ink")
    padding = fields.thousandths("padding").map { max(0, $0) }
    headTint = fields.tintOrNone("head-tint")
    zebra = fields.tintOrNone("zebra")
    groupTint = fields.tintOrNone("group-tint")
    groupRule = fields.length("group-rule")
    groupRepeat = fields.choice("group-repeat")
    heads = fields.choice("heads")
    level = fields.choice("valign")
    (head, cell, group) = (fields.text("head"), fields.text("cell"), fields.text("group"))
  }

  var styles: [String] { [head, cell, group].compactMap(\.self) }
}

extension StyleSheet {
  /// The look that a mistyped name may have meant.
  package func nearestTable(to name: String) -> String? {
    NearestWord.to(name, among: tables.keys.sorted())
  }
}
