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
      messages.sayTooWide(by: excess, at: story.place(of: "table"))
    }
    let rest = tableOverset(of: last)
    if !rest.isEmpty {
      messages.say(.tableTooLong, at: story.place(of: "table"), ["rows": "\(rest.count)"])
    }
  }

  /// A table between paragraphs that is wider than its column.
  func tellTablesInText(of attempt: Attempt, in messages: inout StoryMessages) {
    let wide = attempt.filling.insets.filter { $0.fit.excess > .zero }
    if let excess = wide.map(\.fit.excess).max() {
      messages.sayTooWide(by: excess, at: firstTableInText)
    }
  }

  private var firstTableInText: SourcePlace {
    let tables = story.blocks.filter { if case .table = $0.kind { true } else { false } }
    return tables.first?.place ?? SourcePlace(file: story.file, line: 1, column: 1)
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

extension StoryMessages {
  fileprivate mutating func sayTooWide(by excess: Length, at place: SourcePlace) {
    let tenths = Int((excess.millimetres * 10).rounded(.up))
    say(.tableTooWide, at: place, ["excess": "\(tenths / 10).\(tenths % 10)"])
  }
}
