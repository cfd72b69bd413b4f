import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `An inside page` {
  @Test func `has a folio`() {
    #expect(LintTrial.paper(folio: false).found(.folioMissing).map(\.page) == ["2"])
    #expect(LintTrial.paper(folio: true).found(.folioMissing).isEmpty)
  }
}
