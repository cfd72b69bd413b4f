import Banxin
import Diagnostics
import Foundation
import Geometry
import Makeup
import Manuscripts
import PageDesign
import Testing

/// The project's editions, and those of others: `BANXIN_EDITIONS=/folder:/folder swift test --filter EditionTests`
/// holds any edition against the same rules.
@Suite struct EditionTests {
  private static let folders: [String] = {
    let own = PrintedEdition.root + "/editions/"
    let names = [
      "yanjiang", "gallery", "gallery-more", "gallery-vertical", "gallery-ja", "gallery-ko",
    ]
    let others = ProcessInfo.processInfo.environment["BANXIN_EDITIONS"] ?? ""
    return names.map { own + $0 } + others.split(separator: ":").map(String.init)
  }()

  @Test(arguments: folders) func `keep every character once, in its frame, alone`(folder: String)
    throws
  {
    let house = try #require(HouseFiles(root: PrintedEdition.root))
    let prepared = PreparedEdition.make(at: folder, house: house)
    let ready = try #require(prepared.ready, "\(prepared.diagnostics.map(\.code.name))")
    let characters = ready.made.lists.map { SetCharacter.all(on: $0) }
    for story in ready.made.issue.edition.stories where !story.isPlaceholder {
      let own = characters.flatMap { $0.filter { $0.article == story.id } }
      guard !own.isEmpty else {
        #expect(prepared.diagnostics.contains { $0.article == story.id }, "\(story.id) is nowhere")
        continue
      }
      let (missing, overset) = (
        missingCharacters(of: text(of: story), in: own), overset(of: story, ready)
      )
      #expect(missing <= overset, "\(story.id): \(missing) characters nowhere, \(overset) overset")
    }
    for (page, own) in zip(ready.made.pages, characters) { check(page, own) }
  }

  @Test(arguments: folders) func `stand on whole characters and on the lines of their page`(
    folder: String
  ) throws {
    let house = try #require(HouseFiles(root: PrintedEdition.root))
    let made = try #require(PreparedEdition.make(at: folder, house: house).ready).made
    for page in made.pages {
      for frame in page.frames {
        let design = page.layout.frames.first { $0.id == frame.id }
        guard design?.remainder != .fraction else { continue }
        for leg in frame.legs { checkRows(of: leg, in: frame, on: page) }
        for leg in frame.legs where leg.mode == .horizontal {
          checkLines(of: leg, on: page, frame.id)
        }
      }
    }
  }

  /// Beside a picture too a line has whole characters, nine of them at least (JLREQ 4.3.3); the one beside
  /// a jump's label has fewer.
  private func checkRows(of leg: LegRecord, in frame: SetFrame, on page: Page) {
    let length = { (rect: Rect) in
      (leg.mode == .horizontal ? rect.width : rect.height).points
    }
    let em = length(leg.rect) * 1000 / Double(leg.measure)
    let last = frame.continuesOn == nil ? nil : frame.legs.last?.rows.last
    for row in leg.rows where row.kind == .text {
      let characters = length(row.rect) / em
      let place: Comment = "page \(page.code), \(frame.id): \(characters) 字"
      #expect(abs(characters - characters.rounded()) < 0.01, place)
      let isFull = length(row.rect) >= length(leg.rect)
      #expect(characters > 8.99 || isFull || row == last, place)
    }
  }

  private func checkLines(of leg: LegRecord, on page: Page, _ frame: String) {
    let (origin, pitch) = (page.layout.grid.origin.y.points, page.layout.grid.pitch.points)
    for row in leg.rows where row.kind == .text && abs(row.rect.height.points - pitch) < 0.001 {
      let line = (row.rect.y.points - origin) / pitch
      #expect(
        abs(line - line.rounded()) * pitch < 0.01, "page \(page.code), \(frame): line \(line)")
    }
  }

  private func check(_ page: Page, _ characters: [SetCharacter]) {
    let covered = overlaps(of: characters)
    #expect(
      covered.isEmpty, "page \(page.code): \(covered.count), \(covered.first.map { "\($0)" } ?? "")"
    )
    #expect(overlappingLegs(of: page).isEmpty, "page \(page.code)")
    for (article, own) in Dictionary(grouping: characters, by: \.article) where !article.isEmpty {
      let outside = own.filter { character in
        !rooms(of: article, on: page).contains { character.isInside($0) }
      }
      #expect(
        outside.isEmpty,
        "page \(page.code), \(article): \(outside.count) outside, \(outside.first.map { "\($0)" } ?? "")"
      )
    }
    for frame in page.frames {
      let isFree = page.layout.frames.first { $0.id == frame.id }?.remainder == .fraction
      for leg in frame.legs where !isFree {
        #expect(leg.measure % 1000 == 0, "page \(page.code), \(frame.id)")
      }
      guard frame.kind == .ad else { continue }
      let rooms = parts(of: frame, on: page)
      let within = characters.filter { text in
        !text.article.isEmpty && rooms.contains { isWithin(text, $0) }
      }
      #expect(within.isEmpty, "page \(page.code), \(frame.id)")
    }
  }

  /// Where a story may stand on a page: the parts of its frames.
  private func rooms(of article: String, on page: Page) -> [Rect] {
    let frames = page.frames.filter { frame in
      frame.article == article || frame.gathered.contains { $0.id == article }
    }
    return frames.flatMap { parts(of: $0, on: page) }
  }

  private func parts(of frame: SetFrame, on page: Page) -> [Rect] {
    let design = page.layout.frames.first { $0.id == frame.id }
    let parts = design?.areas.map {
      page.layout.grid.rect(columns: $0.columns, lines: $0.lines)
    }
    return parts ?? [frame.rect]
  }

  private func isWithin(_ character: SetCharacter, _ rect: Rect) -> Bool {
    character.x > rect.x.points && character.x < rect.maxX.points
      && character.y > rect.y.points && character.y < rect.maxY.points
  }

  private func overset(of story: Story, _ ready: ReadyEdition) -> Int {
    ready.made.pages.flatMap(\.frames).map { frame in
      let gathered = frame.gathered.filter { $0.id == story.id }.map(\.oversetCharacters)
      return gathered.reduce(0, +)
        + (frame.article == story.id && gathered.isEmpty ? frame.oversetCharacters : 0)
    }.reduce(0, +)
  }

  /// All its text but what the editor lets go (`trim`).
  private func text(of story: Story) -> String {
    var paragraph = 0
    var texts: [String] = []
    for block in story.blocks {
      if block.kind == .paragraph {
        paragraph += 1
        if story.trim.contains(paragraph) { continue }
      }
      if case .table(let table) = block.kind { texts += table.rows.flatMap(\.self) }
      texts.append(block.text)
    }
    return texts.joined() + (story.table?.rows.flatMap(\.self).joined() ?? "")
  }
}
