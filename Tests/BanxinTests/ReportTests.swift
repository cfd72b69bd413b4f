import Banxin
import Diagnostics
import Foundation
import Manuscripts
import Testing

@Suite struct ReportTests {
  private func page(of edition: PressTrial) throws -> [String: Any] {
    let run = try CommandLineRun("build", edition.folder, "-f", "json")
    #expect(run.code == 0, "\(run.complaints)")
    let pages = try edition.report()["pages"] as? [[String: Any]]
    return try #require(pages?.first)
  }

  @Test func `a page is described in millimetres from its top left`() throws {
    let page = try page(of: try PressTrial())
    #expect(page["width"] as? Double == 100)
    let grid = try #require(page["grid"] as? [String: Any])
    // (3 × 8 + 2) × 9 pt stand in the middle of 100 mm.
    #expect(grid["x"] as? Double == 8.725)
    #expect(grid["gutter"] as? Double == 1)
    #expect(grid["pitch_pt"] as? Double == 12)
  }

  @Test func `what breaks a rule of make-up is told with its places`() throws {
    let edition = try PressTrial()
    try edition.write("articles/lead.md", PressTrial.story(id: "lead", page: "1", paragraphs: 2))
    let page = try page(of: edition)
    let found = try #require(try edition.report()["lint"] as? [[String: Any]])
    let white = try #require(found.first { $0["code"] as? String == "W1218" })
    #expect(white["severity"] as? String == "warning")
    #expect(white["page"] as? String == "1" && white["frames"] as? [String] == ["lead"])
    let rect = try #require((white["rects"] as? [[String: Double]])?.first)
    let box = try #require((page["frames"] as? [[String: Any]])?.first?["box"] as? [String: Double])
    let foot = box["y", default: 0] + box["h", default: 0]
    #expect(rect["x"] == box["x"] && rect["w"] == box["w"])
    #expect(abs(rect["y", default: 0] + rect["h", default: 0] - foot) < 0.002)
  }

  @Test func `a page says how many characters it counts as`() throws {
    let counts = try #require(try page(of: try PressTrial())["characters"] as? [String: Int])
    #expect(counts == ["type_area": 480, "photographs": 0, "decorations": 0, "counted": 480])
  }

  @Test func `a frame's legs stand inside its box, its hot area around it`() throws {
    let page = try page(of: try PressTrial())
    let frame = try #require((page["frames"] as? [[String: Any]])?.first)
    let box = try #require(frame["box"] as? [String: Double])
    let legs = try #require(frame["legs"] as? [[String: Any]])
    #expect(!legs.isEmpty)
    for leg in legs {
      let (x, w) = (leg["x"] as? Double ?? -1, leg["w"] as? Double ?? 999)
      #expect(x >= box["x", default: 0] - 0.001)
      #expect(x + w <= box["x", default: 0] + box["w", default: 0] + 0.001)
      #expect(leg["measure_chars"] as? Double == 8)
    }
    let corners = frame["hot_area"] as? [[Double]]
    #expect(corners?.first == [box["x"] ?? 0, box["y"] ?? 0])
    #expect(corners?.count == 4)
  }

  @Test func `a frame of two areas has a hot area with six corners`() throws {
    let edition = try PressTrial()
    let shape = "area: [{columns: 1-3, lines: 1-10}, {columns: 1-2, lines: 11-20}]"
    try edition.write(
      "layouts/small.yaml",
      PressTrial.layout.replacing("columns: 1-3, lines: 1-20", with: shape))
    let page = try page(of: edition)
    let frame = try #require((page["frames"] as? [[String: Any]])?.first)
    let corners = try #require(frame["hot_area"] as? [[Double]])
    let (left, second, right) = (corners[0][0], corners[3][0], corners[1][0])
    #expect(corners.map { $0[0] } == [left, right, right, second, second, left])
    #expect(left < second && second < right)
    #expect(corners[2][1] == corners[3][1] && corners[4][1] == corners[5][1])
  }

  @Test func `a headline's size and lines are told`() throws {
    let page = try page(of: try PressTrial())
    let frame = try #require((page["frames"] as? [[String: Any]])?.first)
    let heads = try #require(frame["headline"] as? [String: [String: Any]])
    #expect(heads["title"]?["lines"] as? [String] == ["两岸通了"])
    #expect((heads["title"]?["size_pt"] as? Double ?? 0) >= 13)
    #expect(heads["title"]?["condense"] as? Double == 1)
    #expect(heads["kicker"] == nil)
  }

  @Test func `no clock, host or absolute path is in the report`() throws {
    let edition = try PressTrial()
    _ = try page(of: edition)
    let text = String(decoding: try edition.published("report.json"), as: UTF8.self)
    #expect(!text.contains(edition.folder))
    #expect(!text.contains("/usr/share"))
    #expect(!text.contains(ProcessInfo.processInfo.hostName + "\""))
  }

  @Test func `what the machine has to say stands beside the edition`() throws {
    let edition = try PressTrial()
    _ = try page(of: edition)
    let data = try Data(contentsOf: URL(filePath: edition.folder + "/out/2026-03-18-1.run.json"))
    let facts = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect((facts?["seconds"] as? [String: Double])?["make-up"] != nil)
    #expect((facts?["cpu"] as? [String: Double])?["make-up"] != nil)
  }
}

@Suite struct PageSelectionTests {
  private func codes(_ text: String) throws -> [String] {
    let edition = try PressTrial()
    let names = ["1", "A01", "A02", "A-3", "A05"]
    let pages = names.map { "  - {code: \"\($0)\", layout: layouts/small.yaml}" }
    try edition.write(
      "edition.yaml",
      "banxin: 1\npaper: 小报\ndate: \"2026-03-18\"\narticles: articles/l*.md\npages:\n"
        + pages.joined(separator: "\n") + "\n")
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    let issue = try #require(readIssue(at: edition.folder, house: house).value)
    return try PageSelection(text).codes(of: issue.edition.pages)
  }

  @Test func `pages are asked for by code and by range, in the edition's order`() throws {
    #expect(try codes("A05,1") == ["1", "A05"])
    #expect(try codes("A01-A-3") == ["A01", "A02", "A-3"])
    #expect(try codes("A02–A05, 1") == ["1", "A02", "A-3", "A05"])
    #expect(try codes("A-3") == ["A-3"])
  }

  @Test func `a page that is not there is named`() throws {
    for text in ["B01", "A05-A01", "1-9"] {
      #expect(throws: PageSelection.UnknownPage.self) { try codes(text) }
    }
  }
}
