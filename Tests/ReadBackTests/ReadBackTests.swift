import Foundation
import Geometry
import Makeup
import Manuscripts
import PageDesign
import Testing

/// Pages as outside programs find them in the finished PDF; numbers are those of the trade's rules.
@Suite(.serialized) struct `A page read back from its PDF` {
  @Test(arguments: PrintedEdition.folders) func `has all body lines of all columns on one grid`(
    folder: String
  ) throws {
    let printed = try #require(try PrintedEdition(folder: folder))
    var lines = 0
    for (page, _, leg) in printed.horizontalLegs {
      let grid = printed.pages[page].layout.grid
      for line in printed.lines(in: leg, page: page) {
        for character in line
        where character.font.contains("Serif") && character.scalar.value >= 0x4E00 {
          let rows =
            (character.y - grid.origin.y.points - 0.88 * grid.size.points) / grid.pitch.points
          #expect(abs(rows - rows.rounded()) * grid.pitch.points <= 0.01)
        }
        lines += 1
      }
    }
    #expect(lines > 50)
  }

  @Test(arguments: PrintedEdition.folders) func `has measures of whole characters`(folder: String)
    throws
  {
    let printed = try #require(try PrintedEdition(folder: folder))
    for (_, frame, leg) in printed.horizontalLegs {
      #expect(leg.measure % 1000 == 0, "\(frame.id)")
    }
  }

  @Test(arguments: PrintedEdition.folders) func `begins and ends no line with a forbidden mark`(
    folder: String
  ) throws {
    let printed = try #require(try PrintedEdition(folder: folder))
    let starts = Set("、，；：。！？”’」』）》〉】〗〕］｝·～／".unicodeScalars)
    let ends = Set("“‘「『（《〈【〖〔［｛".unicodeScalars)
    for (page, frame, leg) in printed.horizontalLegs {
      for line in printed.lines(in: leg, page: page) {
        if let first = line.first { #expect(!starts.contains(first.scalar), "\(frame.id)") }
        if let last = line.last { #expect(!ends.contains(last.scalar), "\(frame.id)") }
      }
    }
  }

  @Test(arguments: PrintedEdition.folders) func `holds every paragraph once and in order`(
    folder: String
  ) throws {
    let printed = try #require(try PrintedEdition(folder: folder))
    let whole = printed.text.joined()
    for story in printed.edition.stories where !story.isDraft {
      let paragraphs = story.blocks.filter { $0.kind == .paragraph }.map {
        SheetReader.withoutBlanks($0.text)
      }
      let jumps = printed.pages.flatMap(\.frames).contains {
        $0.article == story.id && $0.continuesOn != nil
      }
      // Ruby is read beside its base, wherever an outside program puts it.
      var rest = readings(of: story).reduce(whole) { $0.replacing($1, with: "") }[...]
      for paragraph in paragraphs {
        let found = rest.range(of: paragraph) ?? (jumps ? acrossJump(paragraph, in: rest) : nil)
        let range = try #require(found, "\(story.id): \(paragraph.prefix(20))")
        rest = rest[range.upperBound...]
      }
    }
  }

  private func readings(of story: Story) -> [String] {
    story.blocks.flatMap(\.inlines).compactMap { inline in
      if case .ruby(let reading) = inline.kind { return reading.text }
      return nil
    }
  }

  /// A paragraph whose first part stands before a jump and whose rest on another page.
  private func acrossJump(_ paragraph: String, in text: Substring) -> Range<Substring.Index>? {
    for cut in stride(from: paragraph.count - 1, to: 0, by: -1) {
      let (head, tail) = (paragraph.prefix(cut), paragraph.dropFirst(cut))
      guard let first = text.range(of: head + "（下转") else { continue }
      return text[first.upperBound...].range(of: tail)
    }
    return nil
  }

  @Test(arguments: PrintedEdition.folders) func `keeps everything on the sheet and in its frame`(
    folder: String
  ) throws {
    let printed = try #require(try PrintedEdition(folder: folder))
    for (index, page) in printed.pages.enumerated() {
      for character in printed.characters[index] {
        #expect(character.x >= 0 && character.x <= page.layout.size.width.points)
        #expect(character.y >= 0 && character.y <= page.layout.size.height.points)
      }
      let legs = page.frames.flatMap { frame in frame.legs.map { (frame, $0.rect) } }
      for (number, (frame, rect)) in legs.enumerated() {
        #expect(frame.rect.contains(rect), "\(frame.id)")
        for (other, second) in legs.dropFirst(number + 1) {
          #expect(!rect.intersects(second), "\(frame.id) \(other.id)")
        }
      }
    }
  }

  @Test(arguments: PrintedEdition.folders) func `pairs every jump with its other half`(
    folder: String
  ) throws {
    let printed = try #require(try PrintedEdition(folder: folder))
    for (index, page) in printed.pages.enumerated() {
      for frame in page.frames {
        guard let code = frame.continuesOn else { continue }
        #expect(printed.text[index].contains("（下转\(code)版）"))
        let target = try #require(printed.pages.firstIndex { $0.code == code })
        #expect(printed.text[target].contains("（上接\(page.code)版）"))
        #expect(printed.pages[target].frames.contains { $0.article == frame.article })
      }
    }
  }

  @Test(arguments: PrintedEdition.folders) func `levels the columns of a story to the line`(
    folder: String
  ) throws {
    let printed = try #require(try PrintedEdition(folder: folder))
    for page in printed.pages {
      for frame in page.frames
      where frame.legs.count > 1 && frame.legs.allSatisfy({ $0.mode == .horizontal }) {
        let feet = frame.legs.dropLast().map(\.rect.maxY)
        let spread = (feet.max() ?? .zero) - (feet.min() ?? .zero)
        // A rule kept at a column's foot may cost it two rows (小标题) and no more.
        #expect(spread <= page.layout.grid.pitch * 3, "\(frame.id)")
      }
    }
  }
}
