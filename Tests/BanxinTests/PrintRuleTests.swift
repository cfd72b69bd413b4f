import Banxin
import Diagnostics
import Foundation
import Testing

/// The rules and inks of an edition from its files to its messages.
@Suite struct `An edition for print` {
  private func check(print: Bool = true, _ keys: String = "", rule: String) throws -> [Diagnostic] {
    let trial = try PressTrial()
    let profile = "output: {png: {ppi: 60}, pdf: {profile: \(print ? "print" : "proof")}}\n"
    let overview = PressTrial.overview.replacing("output: {png: {ppi: 60}}\n", with: profile)
    try trial.write("edition.yaml", overview + keys)
    try trial.write("layouts/small.yaml", PressTrial.layout + "rules: [\(rule)]\n")
    try trial.write(
      "rules/own.yaml", "print: {line: 0.05pt, margin: 1mm}\nchecks: {W1016: error}\n")
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    var prepared = PreparedEdition.make(at: trial.folder, house: house)
    prepared.checkForPrint(house: house)
    return prepared.diagnostics
  }

  @Test func `is held to the house's rules, and a proof is not`() throws {
    let thin = "{above: lead, weight: 0.1pt}"
    #expect(try check(rule: thin).map(\.code).contains(.lineThin))
    #expect(try !check(print: false, rule: thin).map(\.code).contains(.lineThin))
  }

  @Test func `is held to its own rules as gravely as they say`() throws {
    let own = "rules: rules/own.yaml\n"
    let thin = "{above: lead, weight: 0.1pt}"
    #expect(try !check(own, rule: thin).map(\.code).contains(.lineThin))
    let thinner = try check(own, rule: "{above: lead, weight: 0.01pt}")
    #expect(thinner.first { $0.code == .lineThin }?.severity == .error)
  }

  @Test func `takes inks of the house's palette, and tells one that is not there`() throws {
    #expect(try check(rule: "{above: lead, weight: 1pt, ink: 套红 50%}").isEmpty)
    let found = try check(rule: "{above: lead, weight: 1pt, ink: 套黑}")
    #expect(found.map(\.code) == [.inkMissing])
    #expect(found.first?.place.file == "layouts/small.yaml")
  }
}
