import Banxin
import Diagnostics
import Foundation
import Makeup
import PageDesign
import Testing

/// Pages of shapes that nobody drew, looked at glyph by glyph.
@Suite struct `Pages of random shapes` {
  @Test(arguments: 1...40) func `keep every character once, in its frame, alone`(seed: Int) throws {
    let generated = try GeneratedPage(seed: seed)
    defer { try? FileManager.default.removeItem(at: generated.folder) }
    let house = try #require(HouseFiles(root: PrintedEdition.root))
    let prepared = PreparedEdition.make(at: generated.folder.path, house: house)
    let ready = try #require(prepared.ready, "\(prepared.diagnostics.map(\.code.name))")
    let page = ready.made.pages[0]
    let characters = SetCharacter.all(on: ready.made.lists[0])
    #expect(!characters.isEmpty)
    for frame in page.frames {
      let gathered = frame.gathered.map { (id: $0.id, overset: $0.oversetCharacters) }
      let single = frame.article.map { [(id: $0, overset: frame.oversetCharacters)] } ?? []
      for story in gathered.isEmpty ? single : gathered {
        guard let body = generated.bodies[story.id] else { continue }
        let own = characters.filter { $0.article == story.id }
        let areas = try #require(page.layout.frames.first { $0.id == frame.id }).areas
        let outside = own.filter { !$0.isInside(areas, of: page.layout.grid) }
        #expect(
          outside.isEmpty,
          "\(story.id): \(outside.count) outside, \(outside.first.map { "\($0)" } ?? "")")
        let missing = missingCharacters(of: body, in: own)
        #expect(missing <= story.overset, "\(story.id): \(missing) characters are nowhere")
      }
    }
    #expect(overlaps(of: characters).isEmpty)
    #expect(overlappingLegs(of: page).isEmpty)
  }
}
