import Foundation
import Testing

@Suite struct `The report of adjustments` {
  private static let story = """
    ---
    id: lead
    title: 两岸通了
    page: "1"
    slot: lead
    ---
    江上的桥，昨天通车，两岸的人走着就能过江了，孩子们，老人们，都来看。𠮷字\u{10FFFD}在这里。

    """

  private func edition() throws -> PressTrial {
    let edition = try PressTrial()
    try edition.write("articles/lead.md", Self.story)
    return edition
  }

  private func rows(_ edition: PressTrial) throws -> [[String: Any]] {
    let run = try CommandLineRun(
      "query", edition.folder, "adjustments", "--format", "json")
    return try run.output.split(separator: "\n").map {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8))
      return try #require(object as? [String: Any])
    }
  }

  @Test func `query gives a row for each adjusted line, with its step and its place`() throws {
    let rows = try rows(try edition())
    #expect(!rows.isEmpty)
    for row in rows where row["part"] as? String == "body" {
      #expect(row["leg"] as? Int != nil && row["line"] as? Int != nil)
      if let step = row["step"] as? String {
        #expect(step.hasSuffix("squeezed") || step.hasSuffix("opened"))
        #expect((row["authority"] as? String)?.hasPrefix("CLREQ 3.5.") == true)
        let amount = try #require(row["amount_em"] as? Double)
        #expect(step.hasSuffix("opened") ? amount > 0 : amount < 0)
      }
    }
  }

  @Test func `query and the report agree in the lines that they count`() throws {
    let edition = try edition()
    _ = try CommandLineRun("build", edition.folder, "-f", "json")
    let report = try #require(try edition.report()["adjustments"] as? [String: Any])
    let steps = try #require(report["steps"] as? [[String: Any]])
    let counted = steps.compactMap { $0["lines"] as? Int }.reduce(0, +)
    let adjusted = try rows(edition).filter {
      $0["part"] as? String == "body" && $0["step"] is String
    }
    #expect(counted == adjusted.count)
    let tally = (report["squeezed"] as? Int ?? 0) + (report["stretched"] as? Int ?? 0)
    #expect(counted == tally)
  }

  @Test func `characters without a font of their own are named`() throws {
    let edition = try edition()
    _ = try CommandLineRun("build", edition.folder, "-f", "json")
    let report = try #require(try edition.report()["adjustments"] as? [String: Any])
    let glyphs = try #require(report["glyphs"] as? [[String: Any]])
    let missing = try #require(glyphs.first { $0["char"] as? String == "\u{10FFFD}" })
    #expect(missing["font"] is NSNull)
    #expect(missing["role"] as? String == "latin-serif")
    #expect(missing["frame"] as? String == "lead")
  }

  @Test func `a proof shows them with a legend, on request`() throws {
    let edition = try edition()
    #expect(try CommandLineRun("build", edition.folder, "-f", "png").code == 3)
    let plain = try edition.published("1.png")
    let run = try CommandLineRun("build", edition.folder, "-f", "png", "--show", "adjustments")
    #expect(run.code == 3)
    #expect(try edition.published("1.png") != plain)
  }

  @Test func `heads that are not to fill their line are not called loose`() throws {
    let rows = try rows(try edition())
    #expect(!rows.contains { ($0["notes"] as? String)?.contains("loose") == true })
  }
}
