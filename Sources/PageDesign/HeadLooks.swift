import Diagnostics
import Geometry
import Schema

/// How the house draws what goes with a head besides its type (标题装饰), as a style sheet writes it.
package struct HeadLooks: Hashable, Sendable {
  package var summary = SummaryLook()
  package var jump = JumpHeadLook()
  package init() {}

  func overlaid(with own: HeadLooks) -> HeadLooks {
    var looks = self
    looks.summary = summary.overlaid(with: own.summary)
    looks.jump = jump.overlaid(with: own.jump)
    return looks
  }
}

/// How a summary stands (提要题).
package struct SummaryLook: Hashable, Sendable {
  package enum Edge: String, Hashable, Sendable, CaseIterable {
    /// A line over it and one under it.
    case rules
    case box
    case plain
  }
  package enum Position: String, Hashable, Sendable, CaseIterable {
    case under, over, beside
  }
  package var position: Position?
  package var edge: Edge?
  package var rule: Length?
  package var ink: InkChoice?
  package var tint: InkChoice?
  /// Before every line of a list.
  package var mark: String?

  func overlaid(with own: SummaryLook) -> SummaryLook {
    var look = self
    look.position = own.position ?? position
    look.edge = own.edge ?? edge
    look.rule = own.rule ?? rule
    look.ink = own.ink ?? ink
    look.tint = own.tint ?? tint
    look.mark = own.mark ?? mark
    return look
  }
}

/// What stands over the part of a story that comes from another page (转版题).
package struct JumpHeadLook: Hashable, Sendable {
  package enum Extent: String, Hashable, Sendable, CaseIterable {
    /// Kicker, title and subtitle once more.
    case full
    /// The title, or a shorter one.
    case title
    /// 上接1版 alone.
    case label
  }
  package enum Label: String, Hashable, Sendable, CaseIterable {
    case above, below, beside
  }
  package var extent: Extent?
  package var label: Label?

  package init(extent: Extent? = nil, label: Label? = nil) {
    (self.extent, self.label) = (extent, label)
  }

  func overlaid(with own: JumpHeadLook) -> JumpHeadLook {
    JumpHeadLook(extent: own.extent ?? extent, label: own.label ?? label)
  }
}

/// How the house draws the label of a column (栏目题花).
package struct ColumnLook: Hashable, Sendable {
  package enum Look: String, Hashable, Sendable, CaseIterable {
    /// White on a ground.
    case reverse
    /// In a box of lines.
    case box
    /// Between a line over it and one under it.
    case rules
    case plain
  }
  package var name: String
  package var look: Look?
  package var style: String?
  /// Of its ground and lines.
  package var ink: InkChoice?
  /// Weight of the line along the rest of the width; zero for none.
  package var rule: Length?
  /// A picture in its place.
  package var art: Located<String>?
  package var place: SourcePlace

  package init(name: String, place: SourcePlace) { (self.name, self.place) = (name, place) }

  /// The look of columns that the sheet does not name.
  package static let usual = "default"

  package func overlaid(with own: ColumnLook) -> ColumnLook {
    var look = self
    (look.name, look.place) = (own.name, own.place)
    look.look = own.look ?? self.look
    look.style = own.style ?? style
    look.ink = own.ink ?? ink
    look.rule = own.rule ?? rule
    look.art = own.art ?? art
    return look
  }
}

extension StyleSheet {
  /// The look of a column's label, what it does not say taken from the usual one.
  package func column(_ name: String) -> ColumnLook {
    let usual =
      columns[ColumnLook.usual]
      ?? ColumnLook(name: name, place: SourcePlace(file: file))
    return columns[name].map { usual.overlaid(with: $0) } ?? usual
  }
}

// MARK: Reading

func readHeadLooks(_ sheet: Fields) -> HeadLooks {
  var looks = HeadLooks()
  guard let heads = sheet.map("heads") else { return looks }
  if let summary = heads.map("summary") {
    looks.summary = SummaryLook(
      position: summary.choice("position"), edge: summary.choice("edge"),
      rule: summary.length("rule"), ink: summary.ink("ink"), tint: summary.tint("tint"),
      mark: summary.text("mark"))
  }
  if let jump = heads.map("jump") {
    looks.jump = JumpHeadLook(extent: jump.choice("head"), label: jump.choice("label"))
  }
  return looks
}

extension ColumnLook: NamedLook {
  init(name: Located<String>, _ fields: Fields) {
    self.init(name: name.value, place: name.place)
    look = fields.choice("look")
    style = fields.text("style")
    ink = fields.ink("ink")
    rule = fields.length("rule")
    art = fields.located("art").flatMap(fields.findings.check)
  }

  var styles: [String] { [style].compactMap(\.self) }
}
