import Banxin
import Diagnostics
import Drawing
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
    let bytes = [UInt8](try trial.published("1.pdf"))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("/DCTDecode"), "lines stay lines")
    if profile == "print" { #expect(try preflight(bytes, as: .x4) == []) }
  }

  @Test func `are told of for thin lines, coarse pixels and movement, at their printed size`()
    throws
  {
    // It is printed at less than a third: lines of 0.75 pt come out thinner than 0.25.
    let wide =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300mm\" height=\"150mm\">"
      + "<path d=\"M0 20h900\" stroke=\"#000\"/><set attributeName=\"x\"/></svg>"
    let outcome = try build(trial(photo: wide, ad: Self.square), profile: "print")
    let thin = try #require(outcome.diagnostics.first { $0.code == .lineThin })
    #expect(thin.place.file == "articles/lead.md")
    #expect(codes(outcome) == [.drawingActive])
    let coarse = Self.svg(
      "<image width=\"100\" height=\"60\" href=\"data:image/png;base64,\(Self.dots)\"/>")
    let told = codes(try build(trial(photo: coarse, ad: Self.square), profile: "proof"))
    #expect(told == [.pictureResolution])
  }

  @Test(arguments: ["", ", reverse: true"])
  func `that are transparent are pictures in PDF/X-1a, and lie on white in every output`(
    ground: String
  ) throws {
    let clear = Self.svg("<rect width=\"80\" height=\"60\" fill=\"#c00\" opacity=\"0.5\"/>")
    let trial = try trial(photo: clear, ad: Self.square)
    let layout = PressTrial.layoutWithAd.replacing(
      "headline: {lines: 2}", with: "headline: {lines: 2}\(ground)")
    try trial.write("layouts/small.yaml", layout)
    var request = BuildRequest(edition: trial.folder)
    (request.profile, request.formats, request.pdfx) = ("print", [.pdf], .x1a)
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    #expect(codes(Banxin.build(request, house: house) { _ in }) == [.drawingInks])
    let prepared = PreparedEdition.make(at: trial.folder, house: house, forPrint: false)
    let list = try #require(prepared.ready?.made.lists.first)
    var found = 0
    for (under, mark) in zip(list.marks, list.marks.dropFirst()) {
      guard case .picture(let picture) = mark, picture.file == "photos/map.svg" else { continue }
      #expect(under == .fill(picture.clip, .white))
      found += 1
    }
    #expect(found == 1)
  }

  /// Twenty grey pixels a side.
  private static let dots =
    "iVBORw0KGgoAAAANSUhEUgAAABQAAAAUCAAAAACo4kLRAAAAEUlEQVR42mMIwAIYRgUHkyAAkZ59AQNpiLMAAAAASUVORK5CYII="

  @Test func `are told of when they are broken, need other files or hold text`() throws {
    let text = Self.svg("<text y=\"20\">江</text>")
    let outside = Self.svg("<image href=\"a.png\" width=\"9\" height=\"9\"/>")
    let told = codes(try build(trial(photo: text, ad: text), profile: "proof"))
    #expect(Set(told) == [.drawingText, .adInks])
    let refused = codes(try build(trial(photo: outside, ad: outside), profile: "proof"))
    #expect(Set(refused) == [.pictureBroken, .adExternal])
  }
}
