import Banxin
import Diagnostics
import Foundation
import Testing

/// Whole runs with advertisements that have no slot.
@Suite struct `An advertisement without a slot` {
  private func outcome(
    _ ads: String,
    layout: String = PressTrial.layout.replacing("lines: 1-20,", with: "lines: 1-10,"),
    on trial: PressTrial
  ) throws -> BuildOutcome {
    try trial.write("layouts/small.yaml", layout)
    try trial.write("ads/ads.yaml", "ads: [\(ads)]\n")
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    var request = BuildRequest(edition: trial.folder)
    request.formats = [.json]
    return Banxin.build(request, house: house) { _ in }
  }

  private func booking(_ size: String, _ more: String = "") -> String {
    "{id: tea, page: \"1\", size: \(size), label: 广告\(more)}"
  }

  private func ad(in trial: PressTrial) throws -> [String: Any] {
    let pages = try #require(try trial.report()["pages"] as? [[String: Any]])
    let ads = try #require(pages.first?["ads"] as? [[String: Any]])
    return try #require(ads.first)
  }

  @Test func `is in the report where it came to stand`() throws {
    let trial = try PressTrial()
    let made = try outcome(booking("{columns: 2, lines: 6}"), on: trial)
    #expect(made.diagnostics.filter { $0.code == .adUnplaced }.isEmpty)
    let ad = try ad(in: trial)
    #expect(ad["slot"] as? String == "tea")
    let box = try #require(ad["box"] as? [String: Double])
    // Two columns of eight 字 with one between: 17 × 9 pt; six lines: 5 × 12 + 9 pt.
    #expect(box["w"] == 53.975 && box["h"] == 24.342)
  }

  @Test func `is in the report without a place when it has none, and told with what is in its way`()
    throws
  {
    let trial = try PressTrial()
    let made = try outcome(booking("{columns: 2, lines: 6}"), layout: PressTrial.layout, on: trial)
    let fault = try #require(made.diagnostics.first { $0.code == .adUnplaced })
    #expect(fault.place.file == "ads/ads.yaml" && fault.sentence(.en).contains("lead"))
    #expect(fault.related.map(\.file) == ["layouts/small.yaml"])
    #expect(made.exitCode == 3)
    let ad = try ad(in: trial)
    #expect(ad["slot"] is NSNull && ad["box"] is NSNull && ad["id"] as? String == "tea")
  }

  @Test func `takes lines from a frame that yields them`() throws {
    let trial = try PressTrial()
    let layout = PressTrial.layout.replacing(
      "headline: {lines: 4}", with: "headline: {lines: 4}, yields: 8")
    let made = try outcome(booking("{columns: 2, lines: 6}"), layout: layout, on: trial)
    #expect(!made.diagnostics.contains { $0.code == .adUnplaced })
    let codes = made.diagnostics.map(\.code)
    #expect(codes.contains(.overset), "the story that gave way is longer than what it kept")
  }

  @Test(arguments: [
    ("{width: 40mm}", Code.missingKey), ("{width: 40mm, columns: 2, lines: 6}", .wrongType),
    ("{columns: 2, lines: 400}", .adUnplaced),
  ])
  func `has its size looked at`(size: String, code: Code) throws {
    let made = try outcome(booking(size), on: try PressTrial())
    #expect(made.diagnostics.map(\.code).contains(code))
  }

  @Test func `on a page that is not there is told of`() throws {
    let trial = try PressTrial()
    let elsewhere = booking("{columns: 2, lines: 6}").replacing("\"1\"", with: "\"9\"")
    #expect(try outcome(elsewhere, on: trial).diagnostics.map(\.code).contains(.slotMissing))
  }
}
