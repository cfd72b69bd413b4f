import Banxin
import Diagnostics
import Testing

@Suite struct `A table that goes on` {
  private func codes(text: String) throws -> [Code] {
    let trial = try PressTrial()
    let rest = "\n  - {id: rest, kind: table, columns: 1-3, lines: 12-20}"
    try trial.write(
      "layouts/small.yaml",
      PressTrial.layout.replacing(
        "lines: 1-20, headline: {lines: 4}}", with: "lines: 1-10, headline: {lines: 2}}" + rest))
    let rows = (1...14).map { "品种\($0),\($0).50\n" }.joined()
    try trial.write("tables/t.csv", "品种,价\n" + rows)
    try trial.write(
      "articles/lead.md",
      """
      ---
      id: lead
      title: 价格
      page: "1"
      slot: lead
      table: {file: tables/t.csv, fold: 1}
      jump: {to: A02, slot: rest}
      ---
      \(text)

      """)
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    var request = BuildRequest(edition: trial.folder)
    request.formats = [.json]
    return Banxin.build(request, house: house) { _ in }.diagnostics.map(\.code)
  }

  @Test func `may do so in a frame for tables, a story with text may not`() throws {
    #expect(try !codes(text: "").contains(.jumpTargetMissing))
    #expect(try codes(text: "短。").contains(.jumpTargetMissing))
  }
}
