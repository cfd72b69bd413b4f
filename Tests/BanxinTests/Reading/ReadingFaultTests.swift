import Banxin
import Diagnostics
import Manuscripts
import PageDesign
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

  @Test func `gives a frame to the story of higher priority`() throws {
    var edition = SoundEdition()
    edition.change("articles/weather.md", "slot: weather", "slot: lead\npriority: 90")
    let read = try edition.read()
    let fault = try #require(read.diagnostics.first)
    #expect(fault.code == .slotTaken)
    #expect(fault.place == SourcePlace(file: "articles/lead.md", line: 6, column: 7, length: 4))
    #expect(fault.related.map(\.file) == ["articles/weather.md"])
    let placed = try #require(read.value.issue).edition.stories.filter { !$0.isDraft }
    #expect(placed.map(\.id) == ["weather"])
  }

  @Test func `publishes nothing, or holds a story, when the policy says so`() throws {
    var edition = SoundEdition()
    edition.write("articles/weather.md", "---\nid: weather\npage: A01\nslot: weather\n")
    edition.change("edition.yaml", "articles:", "policy: {broken-article: hold}\narticles:")
    let held = try edition.read()
    #expect(held.value.issue?.edition.stories.map(\.id) == ["lead"])
    #expect(held.diagnostics.map(\.code) == [.frontMatterOpen])
    edition.change("edition.yaml", "hold", "fail")
    let failed = try edition.read()
    #expect(failed.value.issue == nil)
    #expect(failed.diagnostics.map(\.code) == [.frontMatterOpen, .policyFails])
    #expect(ReadFailure(failed.diagnostics) == .inputWrong)
  }

  @Test func `keeps the rest of a page when one of its frames cannot stand`() throws {
    var edition = SoundEdition()
    edition.change("layouts/front.yaml", "lines: 42-60", "lines: 37-60")
    let issue = try #require(try edition.read().value.issue)
    #expect(issue.layouts["layouts/front.yaml"]?.frames.map(\.id) == ["masthead", "lead", "strip"])
  }

  @Test func `replaces a page that its layout cannot make`() throws {
    var edition = SoundEdition()
    edition.change("layouts/front.yaml", "chars: 11", "chars: 30")
    let issue = try #require(try edition.read().value.issue)
    #expect(issue.edition.pages.map(\.code) == ["A01", "A02"])
    #expect(issue.layouts.keys.sorted() == ["layouts/inside.yaml"])
  }

  @Test func `takes an edition's own layout before the house's of that name`() throws {
    var edition = SoundEdition()
    edition.change("edition.yaml", "layouts/inside.yaml", "inside")
    let issue = try #require(try edition.read().value.issue)
    #expect(issue.layouts["inside"]?.file == "layouts/inside.yaml")
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
