import Banxin
import Diagnostics
import Manuscripts
import Testing

@Suite struct `Reading an issue` {
  @Test func `finds nothing to say about a sound edition`() throws {
    let read = try SoundEdition().read()
    #expect(read.diagnostics.isEmpty, "\(listing(read))")
    let issue = try #require(read.value.issue)
    #expect(issue.edition.stories.map(\.id) == ["lead", "weather"])
    #expect(issue.edition.weekday == "星期二")
    #expect(issue.layouts.count == 2)
  }

  @Test(arguments: ReadingFault.all)
  func `says what is wrong, where, and whether it is contained`(_ fault: ReadingFault) throws {
    var edition = SoundEdition()
    fault.harm(&edition)
    let read = try edition.read()
    let said = read.diagnostics.map { "\($0.code.name) \(place($0.place))" }
    #expect(said == (fault.code.map { ["\($0) \(fault.place)"] } ?? []), "\(listing(read))")
    #expect(exitCode(read) == fault.exit)
    let placeholders = read.value.issue?.edition.stories.filter(\.isPlaceholder).map(\.id) ?? []
    #expect(placeholders == fault.placeholders)
  }

  private func place(_ place: SourcePlace) -> String {
    place.line > 0 ? "\(place.file):\(place.line):\(place.column)" : place.file
  }

  /// What `build` would leave with.
  private func exitCode(_ read: Diagnosed<IssueReading>) -> Int32 {
    if let failure = ReadFailure(read.diagnostics) { return failure.rawValue }
    return read.diagnostics.contains { $0.severity == .error } ? 3 : 0
  }

  private func listing(_ read: Diagnosed<IssueReading>) -> String {
    let messages = HumanMessages(language: .zh, sources: read.value.sources)
    return read.diagnostics.prefix(5).map(messages.draw).joined(separator: "\n")
  }
}
