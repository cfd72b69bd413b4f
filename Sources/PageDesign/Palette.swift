import Diagnostics
import Schema

/// The inks that a publication's designs may name, each name once.
package struct Palette: Sendable {
  package var inks: [PaletteInk]

  /// The choice with its name looked up; a name that there is not is told, and printed black.
  fileprivate func settled(_ choice: InkChoice, _ findings: inout [Diagnostic]) -> InkChoice {
    guard let name = choice.name else { return choice }
    var settled = choice
    guard let ink = inks.first(where: { $0.name == name.value }) else {
      let known = inks.map(\.name)
      findings.append(
        Diagnostic(
          .inkMissing, at: name.place,
          [
            "ink": name.value, "nearest": NearestWord.to(name.value, among: known) ?? "",
            "known": known.joined(separator: "、"),
          ]))
      return settled
    }
    settled.percents = ink.percents.map { ($0 * choice.tint + 50) / 100 }
    return settled
  }
}

extension StyleSheet {
  package var palette: Palette { Palette(inks: inks) }

  /// This sheet with its named inks looked up. A name that there is not stops the edition.
  package func inked() -> Diagnosed<StyleSheet> {
    var sheet = self
    var found: [Diagnostic] = []
    for name in rules.keys.sorted() {
      guard let ink = rules[name]?.ink else { continue }
      sheet.rules[name]?.ink = palette.settled(ink, &found)
    }
    for name in tables.keys.sorted() {
      guard var look = tables[name] else { continue }
      look.ink = look.ink.map { palette.settled($0, &found) }
      look.headTint = look.headTint.map { palette.settled($0, &found) }
      look.zebra = look.zebra.map { palette.settled($0, &found) }
      look.groupTint = look.groupTint.map { palette.settled($0, &found) }
      sheet.tables[name] = look
    }
    for name in columns.keys.sorted() {
      guard let ink = columns[name]?.ink else { continue }
      sheet.columns[name]?.ink = palette.settled(ink, &found)
    }
    sheet.heads.summary.ink = heads.summary.ink.map { palette.settled($0, &found) }
    sheet.heads.summary.tint = heads.summary.tint.map { palette.settled($0, &found) }
    for name in charts.keys.sorted() {
      sheet.charts[name] = charts[name]?.inked { palette.settled($0, &found) }
    }
    sheet.pictures.ground = pictures.ground.map { palette.settled($0, &found) }
    return Diagnosed(sheet, found.map(\.stopping))
  }
}

extension Layout {
  /// This layout with its named inks looked up.
  package func inked(from palette: Palette) -> Diagnosed<Layout> {
    var layout = self
    var found: [Diagnostic] = []
    for index in frames.indices {
      var frame = frames[index]
      frame.tint = frame.tint.map { palette.settled($0, &found) }
      frame.reverse = frame.reverse.map { palette.settled($0, &found) }
      if let panel = frame.ground?.panel {
        frame.ground?.panel = palette.settled(panel, &found)
      }
      frame.bodyRuleInk = palette.settled(frame.bodyRuleInk, &found)
      frame.headline.onPicture.strip = frame.headline.onPicture.strip.map {
        palette.settled($0, &found)
      }
      if var box = frame.box {
        box.tint = box.tint.map { palette.settled($0, &found) }
        box.ink = palette.settled(box.ink, &found)
        frame.box = box
      }
      layout.frames[index] = frame
    }
    for index in rules.indices {
      layout.rules[index].ink = palette.settled(rules[index].ink, &found)
    }
    return Diagnosed(layout, found)
  }
}
