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
    messages.sayTooWide(
      by: attempt.parts.map(\.tableExcess).max() ?? .zero,
      isStrained: attempt.parts.contains { $0.tableIsStrained }, at: story.place(of: "table"))
    let rest = tableOverset(of: last)
    if !rest.isEmpty {
      messages.say(.tableTooLong, at: story.place(of: "table"), ["rows": "\(rest.count)"])
    }
  }

  /// A table between paragraphs that is wider than its column, or in it only with its words parted.
  func tellTablesInText(of attempt: Attempt, in messages: inout StoryMessages) {
    let fits = attempt.filling.insets.map(\.fit)
    messages.sayTooWide(
      by: fits.map(\.excess).max() ?? .zero, isStrained: fits.contains { $0.isStrained },
      at: firstTableInText)
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
  fileprivate mutating func sayTooWide(by excess: Length, isStrained: Bool, at place: SourcePlace) {
    guard excess > .zero else {
      if isStrained { say(.tableStrained, at: place) }
      return
    }
    let tenths = Int((excess.millimetres * 10).rounded(.up))
    say(.tableTooWide, at: place, ["excess": "\(tenths / 10).\(tenths % 10)"])
  }
}
