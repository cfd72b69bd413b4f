import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension StorySetter {
  /// What is wrong with the story's table: a style that there is not, too wide, too long.
  func tellTable(of attempt: Attempt, in messages: inout StoryMessages) {
    guard let table = story.table, let last = attempt.parts.last else { return }
    let sheet = last.types.sheet
    if let style = table.style, sheet.tables[style] == nil, sheet.rules[style] == nil {
      messages.say(
        .tableStyleMissing, at: story.place(of: "table"),
        [
          "style": style, "nearest": sheet.nearestTable(to: style) ?? "",
          "known": sheet.tables.keys.sorted().joined(separator: "、"),
        ])
    }
    if let excess = attempt.parts.map(\.tableExcess).max(), excess > .zero {
      let tenths = Int((excess.millimetres * 10).rounded(.up))
      messages.say(
        .tableTooWide, at: story.place(of: "table"), ["excess": "\(tenths / 10).\(tenths % 10)"])
    }
    let rest = tableOverset(of: last)
    if !rest.isEmpty {
      messages.say(.tableTooLong, at: story.place(of: "table"), ["rows": "\(rest.count)"])
    }
  }

  /// The rows of the story's table that its last part has no room for.
  func tableOverset(of part: StoryPart) -> ArraySlice<[String]> {
    guard let table = story.table, let row = part.tableRest else { return [] }
    return table.rows[row...]
  }

  func characters(in rows: ArraySlice<[String]>) -> Int {
    rows.joined().joined().unicodeScalars.count { !$0.properties.isWhitespace }
  }
}
