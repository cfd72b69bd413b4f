import Diagnostics
import Fonts
import Foundation
import Testing

@testable import Banxin

/// Fonts as an edition asks for them.
@Suite struct `An edition's fonts` {
  private func prepared(
    fonts: String, styles: String = "styles: {body: {font: mixed}}"
  ) throws -> PreparedEdition {
    let trial = try PressTrial()
    try trial.write(
      "edition.yaml", PressTrial.overview + "styles: styles/own.yaml\nfonts:\n\(fonts)\n")
    try trial.write("styles/own.yaml", styles)
    let root = CommandLineRun.root
    return PreparedEdition.make(at: trial.folder, house: try #require(HouseFiles(root: root)))
  }

  @Test func `may be put together by kind of character, and named by its styles`() throws {
    let made = try prepared(
      fonts: "  composites: {mixed: {han: {role: song}, digits: {role: hei, size: 105%}}}")
    #expect(made.diagnostics.isEmpty)
    let faces = try #require(made.ready?.book.composite(FontRole("mixed")))
    #expect(faces.digits?.sizeFactor == 1050 && faces.latin == nil)
  }

  @Test func `stop it with E0602 at a role that is not there`() throws {
    let made = try prepared(fonts: "  composites: {mixed: {han: {role: sogn}}}")
    #expect(made.ready == nil)
    let fault = try #require(made.diagnostics.first)
    #expect(fault.code == .fontMissing && fault.place.line > 0)
    #expect(fault.place.file == "edition.yaml")
  }

  @Test func `stop it with E0602 at a style whose font is not there`() throws {
    let made = try prepared(fonts: "  system: false")
    #expect(made.ready == nil)
    #expect(made.diagnostics.map(\.code) == [.fontMissing])
    #expect(made.diagnostics.first?.place.file == "styles/own.yaml")
  }
}
