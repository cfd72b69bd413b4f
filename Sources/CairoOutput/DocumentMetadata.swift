/// What a PDF says about itself; nothing in it comes from the clock or the machine.
package struct DocumentMetadata: Hashable, Sendable {
  package var title: String
  /// The paper's name.
  package var author: String
  package var subject: String
  /// The edition's day.
  package var year: Int
  package var month: Int
  package var day: Int

  package init(
    title: String, author: String, subject: String = "", year: Int, month: Int, day: Int
  ) {
    (self.title, self.author, self.subject) = (title, author, subject)
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day in the form of ISO 8601.
  package var isoDay: String { "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))" }
  /// The day as Cairo wants it, at the start of the day in universal time.
  var isoDate: String { "\(isoDay)T00:00:00Z" }
  /// The day as PDF wants it (ISO 32000-1, 7.9.4).
  var pdfDay: String { "D:\(digits(year, 4))\(digits(month, 2))\(digits(day, 2))" }

  private func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
