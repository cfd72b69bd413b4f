import Banxin
import Diagnostics
import Fonts
import Foundation
import Manuscripts
import Testing

/// What is said of advertisers' PDFs, by `check` and `build` alike.
@Suite struct `Of an advertiser's PDF` {
  private struct Said {
    var codes: [Code]
    var texts: [String]
    /// Whether the slot holds the file; otherwise a white box.
    var isPlaced: Bool
  }

  /// The messages about one advertisement; its size is that of its slot.
  private func said(
    _ content: String = "0 g", page: String = "", catalog: String = "", stream: String = "",
    booking: String = "", forPrint: Bool = false, change: (String) -> String = { $0 }
  ) throws -> Said {
    let trial = try PressTrial()
    let layout = PressTrial.layout.replacing(
      "lines: 1-20, headline: {lines: 4}}",
      with: "lines: 1-10, headline: {lines: 2}}\n  - {id: ad, kind: ad, columns: 1-3, lines: 12-20}"
    )
    try trial.write("layouts/small.yaml", layout)
    try trial.write("edition.yaml", PressTrial.overview + "ads: ads/ads.yaml\n")
    try trial.write(
      "ads/ads.yaml",
      "ads:\n  - {id: one, page: \"1\", slot: ad, file: ads/one.pdf, label: 广告, fit: contain\(booking)}\n"
    )
    try trial.write(
      "ads/one.pdf", change(Self.pdf(content, page: page, catalog: catalog, stream: stream)))
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    let prepared = PreparedEdition.make(at: trial.folder, house: house, forPrint: forPrint)
    let found = prepared.diagnostics.filter { $0.place.file == "ads/ads.yaml" }
    let ad = prepared.ready?.made.issue.edition.ads.first
    return Said(
      codes: found.map(\.code), texts: found.map { $0.sentence(.en) }, isPlaced: ad?.file != nil)
  }

  private static func pdf(
    _ content: String, page: String, catalog: String, stream: String
  ) -> String {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R \(catalog) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R \(page) >>",
      "<< /Length \(content.utf8.count) \(stream) >>\nstream\n\(content)\nendstream",
    ]
    var (text, places) = ("%PDF-1.6\n", [Int]())
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = places.map { String(10_000_000_000 + $0).dropFirst() + " 00000 n \n" }.joined()
    return text + "xref\n0 5\n0000000000 65535 f \n\(table)trailer\n<< /Root 1 0 R /Size 5 >>\n"
      + "startxref\n\(text.utf8.count)\n%%EOF\n"
  }

  @Test func `nothing, when there is nothing to say`() throws {
    let said = try said("0 0 0 1 k 0 0 9 9 re f", booking: ", color: cmyk", forPrint: true)
    #expect(said.codes == [])
    #expect(said.isPlaced)
  }

  @Test func `E0804 of scripts, which are left out`() throws {
    let said = try said(catalog: "/OpenAction << /S /JavaScript /JS (x) >>")
    #expect(said.codes == [.adActive])
    #expect(said.texts.first?.contains("scripts") == true)
    #expect(said.isPlaced)
  }

  @Test func `E0805 of what lies outside it`() throws {
    let said = try said(stream: "/F (x.bin)")
    #expect(said.codes == [.adExternal])
    #expect(!said.isPlaced)
  }

  @Test func `E0806 of a broken table`() throws {
    let said = try said { $0.replacing("startxref\n", with: "startxref\n7") }
    #expect(said.codes == [.adBroken])
    #expect(!said.isPlaced)
  }

  @Test func `E0807 of more than can be unpacked`() throws {
    // Runs of runs of runs: each of the three makes 64 bytes of one.
    let runs = String(repeating: "8181", count: 1024)
    let said = try said(runs, stream: "/Filter [/AHx /RL /RL /RL]")
    #expect(said.codes == [.adUnpacks])
    #expect(!said.isPlaced)
  }

  @Test func `W0808 of a page that is turned`() throws {
    let said = try said(page: "/Rotate 90")
    #expect(said.codes == [.adPage])
    #expect(said.isPlaced)
  }

  @Test func `W0809 of RGB that nobody booked`() throws {
    #expect(try said("1 0 0 rg").codes == [.adInks])
    #expect(try said("1 0 0 rg", booking: ", color: rgb", forPrint: true).codes == [])
  }

  @Test(arguments: ["cmyk", "4c", "彩色"])
  func `E0813 of RGB where inks were booked, in print alone`(word: String) throws {
    let proof = try said("1 0 0 rg", booking: ", color: \(word)")
    #expect(proof.codes == [.adInks])
    #expect(proof.isPlaced)
    let print = try said("1 0 0 rg", booking: ", color: \(word)", forPrint: true)
    #expect(print.codes == [.adColour])
    #expect(!print.isPlaced)
  }

  @Test(arguments: ["k", "bw", "黑白"])
  func `E0813 of colours where black was booked, greys of RGB being black`(word: String) throws {
    let booking = ", color: \(word)"
    #expect(try said(".5 .5 .5 rg", booking: booking, forPrint: true).codes == [])
    #expect(try said("0 1 0 0 k", booking: booking).codes == [.adInks])
    let print = try said("0 1 0 0 k", booking: booking, forPrint: true)
    #expect(print.codes == [.adColour])
    #expect(!print.isPlaced)
  }

  @Test func `an unknown word for the colours is an error that names the known ones`() throws {
    let said = try said(booking: ", color: blue")
    #expect(said.texts.first?.contains("cmyk") == true)
  }

  @Test func `E0806 of a house's own that reaches outside itself`() throws {
    let trial = try PressTrial()
    let layout = PressTrial.layout.replacing(
      "lines: 1-20, headline: {lines: 4}}",
      with: "lines: 1-10, headline: {lines: 2}}\n"
        + "  - {id: ad, kind: ad, columns: 1-3, lines: 12-20, house-ad: ads/own.pdf}")
    try trial.write("layouts/small.yaml", layout)
    let file = Self.pdf("0 g", page: "", catalog: "", stream: "/F (x.bin)")
    try trial.write("ads/own.pdf", file)
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    let found = PreparedEdition.make(at: trial.folder, house: house).diagnostics
    #expect(found.map(\.code).contains(.adBroken))
    #expect(found.first { $0.code == .adBroken }?.sentence(.en).contains("/F") == true)
  }
}
