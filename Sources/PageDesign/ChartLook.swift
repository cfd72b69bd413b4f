import Diagnostics
import Geometry
import Schema

/// How a chart looks, as a style sheet writes it (图表样式); what is nil comes from the look `chart`.
package struct ChartLook: Hashable, Sendable {
  package var name: String
  /// Of areas, series by series: of a pie, slice by slice.
  package var inks: [InkChoice]?
  /// Of lines, series by series.
  package var lineInks: [InkChoice]?
  package var line: Length?
  /// Of the zero line and of leaders.
  package var axis: Length?
  package var ticks: Length?
  /// Round bars and slices; on newsprint a light screen has no edge of its own.
  package var outline: Length?
  package var ink: InkChoice?
  /// White between categories, thousandths of a bar's width.
  package var gap: Int?
  package var tint: InkChoice?
  /// Over the title.
  package var rule: Length?
  /// Names of styles.
  package var title: String?
  package var label: String?
  package var value: String?
  package var note: String?
  package var place: SourcePlace

  package init(name: String, place: SourcePlace) { (self.name, self.place) = (name, place) }

  /// The look that all others are laid over.
  package static let usual = "chart"

  package func overlaid(with own: ChartLook) -> ChartLook {
    var look = self
    (look.name, look.place) = (own.name, own.place)
    look.inks = own.inks ?? inks
    look.lineInks = own.lineInks ?? lineInks
    look.line = own.line ?? line
    look.axis = own.axis ?? axis
    look.ticks = own.ticks ?? ticks
    look.outline = own.outline ?? outline
    look.ink = own.ink ?? ink
    look.gap = own.gap ?? gap
    look.tint = own.tint ?? tint
    look.rule = own.rule ?? rule
    look.title = own.title ?? title
    look.label = own.label ?? label
    look.value = own.value ?? value
    look.note = own.note ?? note
    return look
  }

  func inked(_ settle: (InkChoice) -> InkChoice) -> ChartLook {
    var look = self
    look.inks = inks?.map(settle)
    look.lineInks = lineInks?.map(settle)
    look.ink = ink.map(settle)
    look.tint = tint.map(settle)
    return look
  }
}

extension ChartLook: NamedLook {
  init(name: Located<String>, _ fields: Fields) {
    self.init(name: name.value, place: name.place)
    (inks, lineInks) = (fields.tints("inks"), fields.tints("line-inks"))
    (line, axis, ticks) = (fields.length("line"), fields.length("axis"), fields.length("ticks"))
    (outline, rule) = (fields.length("outline"), fields.length("rule"))
    ink = fields.ink("ink")
    gap = fields.thousandths("gap").map { max(0, $0) }
    tint = fields.tintOrNone("tint")
    (title, label) = (fields.text("title"), fields.text("label"))
    (value, note) = (fields.text("value"), fields.text("note"))
  }

  var styles: [String] { [title, label, value, note].compactMap(\.self) }
}

extension StyleSheet {
  /// The look that a mistyped name may have meant.
  package func nearestChart(to name: String) -> String? {
    NearestWord.to(name, among: charts.keys.sorted())
  }
}
