import Banxin
import Diagnostics
import Drawing
import Foundation
import Makeup
import Testing

/// The rules of make-up through a whole edition: its messages, its own rules, its proofs and its report.
@Suite struct `An edition held to the rules of make-up` {
  private func prepare(rules: String) throws -> PreparedEdition {
    let trial = try PressTrial()
    try trial.write("edition.yaml", PressTrial.overview + "rules: rules/own.yaml\n")
    try trial.write("rules/own.yaml", rules)
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    return PreparedEdition.make(at: trial.folder, house: house)
  }

  @Test func `is told what breaks them, as gravely as its own rules take it`() throws {
    let strict = "make-up: {leg-lines: 20}\n"
    let found = try prepare(rules: strict).diagnostics
    #expect(found.contains { $0.code == .shortLeg && $0.severity == .warning && $0.page == "1" })
    let graver = try prepare(rules: strict + "checks: {W1207: error}\n").diagnostics
    #expect(graver.contains { $0.code == .shortLeg && $0.severity == .error })
    let off = try prepare(rules: strict + "checks: {W1207: off}\n").diagnostics
    #expect(!off.contains { $0.code == .shortLeg })
  }

  @Test func `has the places marked on its proofs with --show lint`() throws {
    let ready = try #require(try prepare(rules: "make-up: {leg-lines: 20}\n").ready)
    let plain = try #require(ready.pages(["1"]).first)
    let shown = try #require(ready.pages(["1"], overlays: [.lint]).first)
    let added = shown.list.marks.dropFirst(plain.list.marks.count)
    let labels = added.compactMap { mark -> String? in
      guard case .glyphs(let glyphs) = mark else { return nil }
      return String(String.UnicodeScalarView(glyphs.text))
    }
    #expect(labels.joined().contains("W1207"))
  }
}
