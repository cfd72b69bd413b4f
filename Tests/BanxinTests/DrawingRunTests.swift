import Banxin
import Diagnostics
import Foundation
import Press
import Testing

/// SVG drawings of stories and advertisements, from an edition's folder to its pages.
@Suite struct DrawingRunTests {
  private func trial(photo: String, ad: String) throws -> PressTrial {
    let trial = try PressTrial()
    try trial.write("layouts/small.yaml", PressTrial.layoutWithAd)
    try trial.write("edition.yaml", PressTrial.overview + "ads: ads/ads.yaml\n")
    try trial.write(
      "ads/ads.yaml",
      "ads:\n  - {id: one, page: \"1\", slot: ad, file: ads/one.svg, fit: contain, color: rgb}\n")
    try trial.write("ads/one.svg", ad)
    try trial.write("photos/map.svg", photo)
    try trial.write(
      "articles/lead.md",
      PressTrial.story(id: "lead", page: "1", paragraphs: 1)
        .replacing("id: lead\n", with: "id: lead\nphotos: [{file: photos/map.svg, caption: 地图}]\n"))
    return trial
  }

  private func build(_ trial: PressTrial, profile: String) throws -> BuildOutcome {
    var request = BuildRequest(edition: trial.folder)
    (request.profile, request.formats) = (profile, [.pdf])
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    return Banxin.build(request, house: house) { _ in }
  }

  /// What is said of pictures and advertisements: the small page has its own troubles.
  private func codes(_ outcome: BuildOutcome) -> [Code] {
    outcome.diagnostics.map(\.code).filter { ["07", "08"].contains($0.name.dropFirst().prefix(2)) }
  }

  private static func svg(_ content: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" height=\"30mm\">\(content)</svg>"
  }

  private static let square = svg(
    "<rect x=\"5\" y=\"5\" width=\"80\" height=\"60\" fill=\"#900\"/>")

  @Test(arguments: ["proof", "print"])
  func `stand on the page`(profile: String) throws {
    let trial = try trial(photo: Self.square, ad: Self.square)
    let outcome = try build(trial, profile: profile)
    #expect(codes(outcome) == [])
    let names = try (trial.report()["pages"] as? [[String: Any]])?.first?["images"]
    #expect("\(names ?? "")".contains("photos/map.svg"))
    guard profile == "print" else { return }
    let bytes = [UInt8](try trial.published("1.pdf"))
    #expect(try preflight(bytes, as: .x4) == [])
    #expect(!String(decoding: bytes, as: UTF8.self).contains("/DCTDecode"), "lines stay lines")
  }

  @Test func `are told of when they are broken, need other files or hold text`() throws {
    let text = Self.svg("<text y=\"20\">江</text>")
    let outside = Self.svg("<image href=\"a.png\" width=\"9\" height=\"9\"/>")
    let told = codes(try build(trial(photo: text, ad: text), profile: "proof"))
    #expect(Set(told) == [.drawingText, .adInks])
    let refused = codes(try build(trial(photo: outside, ad: outside), profile: "proof"))
    #expect(Set(refused) == [.pictureBroken, .adExternal])
  }
}
