import Banxin
import Diagnostics
import Drawing
import Foundation
import Testing

/// Three pages with a little of everything, held against how they were set before. A difference is no
/// fault by itself: look at it, then `make accept`.
@Suite struct GoldenTests {
  private static let folder = CommandLineRun.root + "/Tests/Golden"
  private static let isAccepting = ProcessInfo.processInfo.environment["BANXIN_ACCEPT"] == "1"

  @Test func `the trial pages are set as they were`() throws {
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    let prepared = PreparedEdition.make(at: Self.folder + "/edition", house: house)
    #expect(prepared.diagnostics.isEmpty, "\(prepared.diagnostics.map(\.code.name))")
    let ready = try #require(prepared.ready)
    for page in ready.allPages {
      let file = URL(filePath: "\(Self.folder)/\(page.fileName).txt")
      let proof = Proof(page.list).text
      if Self.isAccepting { try Data(proof.utf8).write(to: file) }
      let golden = try String(contentsOf: file, encoding: .utf8)
      let difference = proof.split(separator: "\n").difference(from: golden.split(separator: "\n"))
      #expect(difference.isEmpty, "\(page.fileName): \(difference.count) lines differ")
    }
  }
}
