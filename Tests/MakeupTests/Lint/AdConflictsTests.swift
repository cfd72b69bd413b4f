import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Advertisements that must not meet` {
  private func page(
    beside: Bool = true, apart: String? = nil, names: Bool = false
  ) -> LintTrial {
    let second = beside ? 4...6 : 5...6
    let slots = [
      LintTrial.frame("a", 1...6, 1...40), LintTrial.frame("x", 1...3, 60...80, kind: .ad),
      LintTrial.frame("y", second, beside ? 60...80 : 42...50, kind: .ad),
    ]
    return LintTrial([LintTrial.story("a")], on: [slots]) { edition in
      edition.ads = ["x", "y"].map { id in
        var ad = Advertisement(id: id, page: "1", slot: id, place: TestPage.place)
        (ad.client, ad.label, ad.apart) = ("\(id)行", "广告", apart)
        ad.category = names ? nil : "银行"
        if names, id == "x" { ad.rivals = [Located("y行", at: TestPage.place)] }
        return ad
      }
    }
  }

  @Test func `are told of with both places`() throws {
    let found = page().found(.rivalsTogether)
    #expect(found.map(\.frames) == [["y", "x"]] && found.map(\.rects.count) == [2])
    #expect(found[0].message.sentence(.zh).contains("挨在一起"))
    #expect(found[0].message.related.count == 1)
    #expect(page(names: true).found(.rivalsTogether).count == 1)
  }

  @Test func `are those on one page, or only those side by side where that is asked`() {
    #expect(page(beside: false).found(.rivalsTogether).count == 1)
    #expect(page(beside: false, apart: "beside").found(.rivalsTogether).isEmpty)
    #expect(page(apart: "beside").found(.rivalsTogether).count == 1)
  }

  @Test func `are stories too`() {
    var trial = LintTrial.advertised()
    trial.edition.ads[0].avoided = [Located("a", at: TestPage.place)]
    #expect(trial.found(.adByStory).map(\.frames) == [["ad", "a"]])
    trial.edition.ads[0].avoided = [Located("空难", at: TestPage.place)]
    #expect(trial.found(.adByStory).isEmpty)
  }
}
