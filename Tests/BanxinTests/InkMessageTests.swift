import Banxin
import Diagnostics
import Foundation
import Testing

/// Pages and advertisements that carry more ink than newsprint takes.
@Suite struct `Too much ink` {
  private func build(_ trial: PressTrial) throws -> [Diagnostic] {
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    var request = BuildRequest(edition: trial.folder)
    (request.formats, request.profile) = ([.json], "print")
    return Banxin.build(request, house: house) { _ in }.diagnostics
  }

  @Test func `E1040 of a title in inks that sum to 300 percent`() throws {
    let trial = try PressTrial()
    try trial.write(
      "styles/own.yaml",
      "styles: {title: {size: 60pt, min-size: 60pt, ink: [100, 100, 100, 0]}}\n")
    try trial.write("edition.yaml", PressTrial.overview + "styles: styles/own.yaml\n")
    try trial.write(
      "articles/lead.md",
      "---\nid: lead\ntitle: 口口\npage: \"1\"\nslot: lead\n---\n江上的桥昨天通车了。\n")
    let all = try build(trial).filter { $0.code == .pageOverInked && $0.page == "1" }
    let found = try #require(all.first)
    #expect(all.count == 1, "one cause, however many characters are too heavy")
    #expect(found.values.contains { $0.name == "count" && $0.text == "2" })
    #expect(found.page == "1")
    #expect(found.frame == "lead")
    let report = try trial.report()
    let page = try #require((report["pages"] as? [[String: Any]])?.first)
    let inks = try #require(page["inks"] as? [String: Any])
    #expect(inks["max_total"] as? Int == 300)
  }

  @Test func `W1041 of an advertisement's file that is over the limit, at its booking`() throws {
    let trial = try PressTrial()
    try trial.write("layouts/small.yaml", PressTrial.layoutWithAd)
    try trial.write(
      "ads/ads.yaml",
      "ads:\n  - {id: one, page: \"1\", slot: ad, file: ads/one.jpg, fit: cover}\n")
    let bytes = try #require(Data(base64Encoded: Self.heavy, options: .ignoreUnknownCharacters))
    try bytes.write(to: URL(filePath: trial.folder + "/ads/one.jpg"))
    try trial.write("edition.yaml", PressTrial.overview + "ads: ads/ads.yaml\n")
    let found = try build(trial).filter { $0.code == .adOverInked || $0.code == .pageOverInked }
    #expect(found.map(\.code) == [.adOverInked])
    #expect(found.first?.place.file == "ads/ads.yaml")
  }

  /// A CMYK JPEG of 8 × 8 pixels, all of 100, 90, 90, 60 %.
  private static let heavy = """
    /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3
    OFBtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj
    Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EAB8AAAEFAQEBAQEBAAAAAAAA
    AAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHw
    JDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqS
    k5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/E
    AB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEH
    YXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdo
    aWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj
    5OXm5+jp6vLz9PX29/j5+v/aAA4EAQACEQMRBAAAPwDt6k2KVf/Z
    """
}
