import Diagnostics
import Manuscripts
import PageDesign

/// An edition whose advertisements without a slot have one, on pages that have frames for them.
package struct Stacked: Sendable {
  package var edition: Edition
  package var pages: [PageDraft]
  package var diagnostics: [Diagnostic] = []
}

/// Stacks the advertisements that are booked for a page but for no slot (码广告): into slots of their size that nobody
/// booked, else from the page's foot by the house's rule. Those that find no room stay without a slot.
package func stack(_ edition: Edition, on pages: [PageDraft], by rules: MakeUpRules) -> Stacked {
  var stacked = Stacked(edition: edition, pages: pages)
  for (number, page) in pages.enumerated() {
    let loose = edition.ads.indices.filter {
      edition.ads[$0].slot == nil && edition.ads[$0].page == page.request.code
    }
    guard !loose.isEmpty, !page.layout.frames.isEmpty else { continue }
    let floor = PageFloor(page, of: edition, rules: rules)
    var stack = AdStack(floor: floor, ads: loose.map { edition.ads[$0] })
    stack.settle()
    for (index, ad) in zip(loose, stack.ads) { stacked.edition.ads[index] = ad }
    stacked.pages[number].layout = stack.layout
    stacked.diagnostics += stack.diagnostics
  }
  return stacked
}
