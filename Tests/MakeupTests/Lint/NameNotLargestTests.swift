import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A paper's name` {
  @Test func `is larger than all other text`() {
    #expect(
      LintTrial.paper(masthead: 4).found(.nameNotLargest).map(\.frames) == [["a", "masthead"]])
    #expect(LintTrial.paper(masthead: 10).found(.nameNotLargest).isEmpty)
  }
}
