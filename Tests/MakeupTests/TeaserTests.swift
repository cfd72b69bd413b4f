import Codes
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A teaser` {
  @Test func `has its picture beside its title`() throws {
    let frame = TestPage.frame("t", columns: 1...3, lines: 1...20, kind: .teasers)
    func made(_ hasPhoto: Bool) -> FurnitureTrial {
      FurnitureTrial([[frame]]) { edition in
        var teaser = Teaser(title: ["路让出来了"], page: "2", place: TestPage.place)
        if hasPhoto {
          teaser.photo = Picture(
            path: Located("p.jpg", at: TestPage.place),
            file: PictureFile(path: "p.jpg", kind: .jpeg, width: 300, height: 200))
        }
        edition.pages[0].teasers = [teaser]
      }
    }
    let (bare, pictured) = (made(false), made(true))
    let clips = pictured.marks().compactMap {
      if case .picture(let mark) = $0 { mark.clip } else { nil }
    }
    let clip = try #require(clips.first)
    #expect(frame.bounds(on: TestPage.grid).contains(clip))
    #expect(try #require(pictured.x("路让")) > clip.maxX)
    #expect(try #require(bare.x("路让")) < clip.maxX)
  }

  private static func teasers(_ mode: WritingMode, photo: Bool = false) -> FurnitureTrial {
    var frame = TestPage.frame("t", columns: 1...2, lines: 1...20, kind: .teasers)
    frame.mode = mode
    return FurnitureTrial([[frame]]) { edition in
      edition.pages[0].teasers = ["路让出来了", "桥修好了"].enumerated().map { number, title in
        var teaser = Teaser(title: [title], page: "\(number + 2)", place: TestPage.place)
        guard photo, number == 0 else { return teaser }
        teaser.photo = Picture(
          path: Located("p.jpg", at: TestPage.place),
          file: PictureFile(path: "p.jpg", kind: .jpeg, width: 300, height: 200))
        return teaser
      }
    }
  }

  @Test func `has upright lines in a vertical frame, beside each other from the right`() throws {
    let trial = Self.teasers(.vertical)
    let rect = trial.pages[0].frames[0].rect
    for (title, count) in [("路让", 5), ("桥修", 4)] {
      let glyphs = try #require(trial.texts().first { $0.text.hasPrefix(title) }?.mark.glyphs)
      #expect(glyphs.count == count && Set(glyphs.map(\.origin.x)).count == 1)
      #expect(glyphs.map(\.origin.y) == glyphs.map(\.origin.y).sorted())
    }
    let (first, second) = (try #require(trial.x("路让")), try #require(trial.x("桥修")))
    #expect(try #require(trial.x("导")) > first && first > second && second > rect.x)
    #expect(try #require(trial.y("02")) > (try #require(trial.y("出"))))
    #expect(trial.bars().allSatisfy(rect.contains))
    let links = trial.marks().filter { $0 == .begin(.link(to: "page-2")) }
    #expect(links.count == 1 && trial.diagnostics.isEmpty)
    // Level lines are of one height.
    let level = try #require(
      Self.teasers(.horizontal).texts().first { $0.text.hasPrefix("路让") }?.mark.glyphs)
    #expect(Set(level.map(\.origin.y)).count == 1)
  }

  @Test func `begins where the others do, after pictures of one length`() throws {
    let frame = TestPage.frame("t", columns: 1...4, lines: 1...30, kind: .teasers)
    let trial = FurnitureTrial([[frame]]) { edition in
      let sizes = [(600, 200), (300, 200), nil]
      edition.pages[0].teasers = ["路让出来了", "桥修好了", "船也开了"].enumerated().map { number, title in
        var teaser = Teaser(title: [title], page: "\(number + 2)", place: TestPage.place)
        teaser.photo = sizes[number].map { size in
          Picture(
            path: Located("p.jpg", at: TestPage.place),
            file: PictureFile(path: "p.jpg", kind: .jpeg, width: size.0, height: size.1))
        }
        return teaser
      }
    }
    let clips = trial.marks().compactMap {
      if case .picture(let mark) = $0 { mark.clip } else { nil }
    }
    #expect(clips.count == 2 && Set(clips.map(\.width)).count == 1)
    let starts = try ["路让", "桥修", "船也"].map { try #require(trial.x($0)) }
    #expect(Set(starts).count == 1 && starts[0] > clips[0].maxX)
  }

  @Test func `has its picture unturned over its title in a vertical frame`() throws {
    let trial = Self.teasers(.vertical, photo: true)
    let marks = trial.marks().compactMap { if case .picture(let mark) = $0 { mark } else { nil } }
    let mark = try #require(marks.first)
    #expect(trial.pages[0].frames[0].rect.contains(mark.clip))
    let aspect = mark.placement.width.points / mark.placement.height.points
    #expect(abs(aspect - 1.5) < 0.01)
    let title = try #require(trial.texts().first { $0.text.hasPrefix("路让") }?.mark.glyphs)
    #expect(title.allSatisfy { $0.origin.y > mark.clip.maxY })
  }
}

@Suite struct `A frame of words` {
  private func made(_ mode: WritingMode, _ text: String, change: (inout Frame) -> Void = { _ in })
    -> FurnitureTrial
  {
    var frame = TestPage.frame("w", columns: 1...1, lines: 1...12, kind: .text)
    (frame.mode, frame.text) = (mode, text)
    change(&frame)
    return FurnitureTrial([[frame]])
  }

  @Test func `has upright lines from the right in vertical mode, in its middle`() throws {
    let trial = made(.vertical, "两岸的桥昨天通车了，江上来了一条船。")
    let rect = trial.pages[0].frames[0].rect
    let origins = trial.texts().flatMap { $0.mark.glyphs.map(\.origin) }
    let columns = Set(origins.map(\.x)).sorted()
    #expect(origins.count == 18 && columns.count == 2)
    #expect(try #require(trial.x("两岸")) > (try #require(trial.x("船"))))
    #expect(origins.allSatisfy { $0.y > rect.y && $0.y < rect.maxY })
    // As much white at the left as at the right, but for half a character.
    let middle = (columns[0] + columns[1]) / 2
    #expect(abs(middle.points - (rect.x + rect.width / 2).points) < 6)
    let level = made(.horizontal, "两岸的桥").texts().flatMap { $0.mark.glyphs.map(\.origin.y) }
    #expect(Set(level).count == 1)
  }

  @Test func `closes its lines up, then gets smaller, and tells what has no room`() throws {
    func ink(_ trial: FurnitureTrial) -> (top: Length, foot: Length, size: Length) {
      let glyphs = trial.texts().map(\.mark)
      let ys = glyphs.flatMap { $0.glyphs.map(\.origin.y) }
      return (ys.min() ?? .zero, ys.max() ?? .zero, glyphs.map(\.size).min() ?? .zero)
    }
    func made(_ text: String, lines: Int) -> FurnitureTrial {
      self.made(.horizontal, text) {
        $0.style = "title-hei"
        $0.areas[0].columns = 1...6
        $0.areas[0].lines = 1...lines
      }
    }
    let banner = "两会特别报道　代表委员在现场　记者看两会"
    let (high, low) = (made(banner, lines: 14), made(banner, lines: 3))
    #expect(ink(low).size < ink(high).size && low.diagnostics.isEmpty)
    let rect = low.pages[0].frames[0].rect
    #expect(
      ink(low).top - ink(low).size * 17 / 20 > rect.y - .points(1) && ink(low).foot < rect.maxY)
    let crowded = made(String(repeating: banner, count: 12), lines: 3)
    #expect(crowded.diagnostics.map(\.code) == [.wordsNoRoom])
    #expect(ink(crowded).foot < crowded.pages[0].frames[0].rect.maxY)
  }

  @Test func `keeps to its box, and is parted between words`() throws {
    let text = "两岸的桥昨天通车了，江上来了一条船。"
    let boxed = made(.vertical, text) {
      $0.box = BoxDesign(rule: .points(1), padding: .characters(tenThousandths: 10_000))
    }
    let rect = boxed.pages[0].frames[0].rect
    let ys = boxed.texts().flatMap { $0.mark.glyphs.map(\.origin.y) }
    #expect(ys.allSatisfy { $0 >= rect.y + .points(10) && $0 <= rect.maxY - .points(10) })
    let lines = made(.horizontal, text).texts().map(\.text)
    #expect(!lines.contains { $0.hasSuffix("通") || $0.hasSuffix("昨") })
  }
}
