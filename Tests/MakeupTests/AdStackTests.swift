import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// Advertisements that are booked for a page but for no slot. The test page has six columns and eighty lines.
@Suite struct `A stack of advertisements` {
  private static var rules: MakeUpRules { `A page for print`.rules.makeUp }

  private func ad(
    _ id: String, _ columns: Int, _ lines: Int, page: String = "1",
    _ change: (inout Advertisement) -> Void = { _ in }
  ) -> Advertisement {
    var ad = Advertisement(
      id: id, page: page, place: SourcePlace(file: "ads.yaml", line: 1, column: 1))
    ad.size = BookedSize(width: .cells(columns), height: .cells(lines))
    change(&ad)
    return ad
  }

  private func stacked(
    _ ads: [Advertisement], on frames: [[Frame]], stories: [Story] = [],
    rule: (inout MakeUpRules) -> Void = { _ in }
  ) -> Stacked {
    var rules = Self.rules
    rule(&rules)
    var edition = Edition(
      paper: "试刊", date: CivilDate(year: 2026, month: 3, day: 18), weekday: "星期三", lunar: "")
    (edition.ads, edition.stories) = (ads, stories)
    let pages = frames.enumerated().map { number, frames in
      PageDraft(
        request: PageRequest(
          code: "\(number + 1)", layout: Located("test", at: TestPage.place), place: TestPage.place),
        layout: Layout(
          name: "test", file: "layout.yaml",
          size: Size(width: .millimetres(273), height: .millimetres(393)), grid: TestPage.grid,
          frames: frames))
    }
    edition.pages = pages.map(\.request)
    return stack(edition, on: pages, by: rules)
  }

  private let top = TestPage.frame("top", columns: 1...6, lines: 1...40)

  private func area(_ id: String, in stacked: Stacked, page: Int = 0) -> [Int]? {
    guard let area = stacked.pages[page].layout.frames.first(where: { $0.id == id })?.areas.first
    else { return nil }
    return [
      area.columns.lowerBound, area.columns.upperBound, area.lines.lowerBound,
      area.lines.upperBound,
    ]
  }

  @Test func `has the largest at the bottom right of odd pages and the bottom left of even ones`() {
    let ads = ["1", "2"].flatMap {
      [ad("small\($0)", 2, 8, page: $0), ad("large\($0)", 3, 14, page: $0)]
    }
    let made = stacked(ads, on: [[top], [top]])
    #expect(area("large1", in: made) == [4, 6, 67, 80])
    #expect(area("small1", in: made) == [2, 3, 73, 80])
    #expect(area("large2", in: made, page: 1) == [1, 3, 67, 80])
    #expect(area("small2", in: made, page: 1) == [4, 5, 73, 80])
    #expect(made.edition.ads.map(\.slot) == made.edition.ads.map(\.id))
    #expect(made.diagnostics.isEmpty)
  }

  @Test func `has what is as wide as the page on its foot`() {
    let made = stacked([ad("a", 3, 14), ad("wide", 6, 8)], on: [[top]])
    #expect(area("wide", in: made) == [1, 6, 73, 80])
    #expect(area("a", in: made) == [4, 6, 58, 71])
    #expect(made.pages[0].layout.rules.map(\.position) == [.above("a")])
  }

  @Test func `takes as little of the page from news as it can`() {
    let ads = [ad("bank", 3, 16), ad("rival", 2, 12), ad("tea", 1, 12), ad("wide", 6, 8)]
    let made = stacked(ads, on: [[top]]) { $0.stacking.height = 100 }
    #expect(area("wide", in: made) == [1, 6, 73, 80])
    #expect(area("bank", in: made) == [4, 6, 56, 71])
    #expect(area("rival", in: made) == [2, 3, 60, 71] && area("tea", in: made) == [1, 1, 60, 71])
  }

  @Test func `hangs no advertisement over white, and leaves news no well between two`() {
    let ads = [
      ad("wine", 3, 12), ad("clinic", 1, 12), ad("glasses", 1, 12), ad("homes", 1, 7),
      ad("stone", 1, 4), ad("bank", 2, 5),
    ]
    let made = stacked(ads, on: [[top]])
    #expect(area("wine", in: made) == [4, 6, 69, 80])
    #expect(area("homes", in: made) == [1, 1, 74, 80])
    #expect(area("stone", in: made) == [1, 1, 69, 72])
    #expect(area("bank", in: made) == [5, 6, 63, 67])
  }

  @Test func `climbs the side of the page as a pyramid, the widest lowest`() {
    let made = stacked([ad("b", 2, 10), ad("a", 3, 10), ad("c", 1, 6)], on: [[top]]) {
      ($0.stacking.shape, $0.stacking.gap) = (.pyramid, 1)
    }
    #expect(area("a", in: made) == [4, 6, 71, 80])
    #expect(area("b", in: made) == [5, 6, 60, 69])
    #expect(area("c", in: made) == [6, 6, 53, 58])
  }

  @Test(arguments: [
    (StackingRules.Side.left, [1, 3, 67, 80]), (.right, [4, 6, 67, 80]), (.inner, [1, 3, 67, 80]),
  ])
  func `begins at the side that the house says`(side: StackingRules.Side, place: [Int]) {
    let made = stacked([ad("a", 3, 14)], on: [[top]]) { $0.stacking.side = side }
    #expect(area("a", in: made) == place)
  }

  @Test func `rounds millimetres out to cells, and stands at its own size in them`() throws {
    let booked = ad("a", 1, 1) {
      $0.size = BookedSize(width: .length(.millimetres(115)), height: .length(.millimetres(80)))
    }
    let made = stacked([booked], on: [[top]])
    // Columns of 99 pt with gutters of 9 pt: 115 mm is 326 pt, a little more than three of them.
    #expect(area("a", in: made) == [3, 6, 61, 80])
    let frame = try #require(made.pages[0].layout.frames.last)
    let room = try #require(frame.stackedRoom)
    #expect(room.size == Size(width: .millimetres(115), height: .millimetres(80)))
    let cells = frame.bounds(on: TestPage.grid)
    #expect((room.maxX, room.maxY) == (cells.maxX, cells.maxY))
  }

  @Test func `keeps a line free under news, and draws a rule there`() throws {
    let long = TestPage.frame("long", columns: 1...6, lines: 1...66)
    #expect(area("a", in: stacked([ad("a", 6, 14)], on: [[long]])) == nil)
    let made = stacked([ad("a", 6, 13)], on: [[long]])
    #expect(area("a", in: made) == [1, 6, 68, 80])
    #expect(made.pages[0].layout.rules.map(\.position) == [.above("a")])
  }

  @Test func `takes a slot of its size that nobody booked`() {
    let slots = [
      top, TestPage.frame("wide", columns: 1...6, lines: 68...80, kind: .ad),
      TestPage.frame("half", columns: 1...3, lines: 50...60, kind: .ad),
    ]
    let made = stacked([ad("a", 3, 11)], on: [slots])
    #expect(made.edition.ads.map(\.slot) == ["half"])
    #expect(made.diagnostics.map(\.code) == [.emptyFrame])
    #expect(made.diagnostics.map(\.frame) == ["wide"])
  }

  @Test func `shares out a larger slot that nobody booked, whose rules stay`() {
    let slot = TestPage.frame("strip", columns: 1...6, lines: 68...80, kind: .ad)
    let made = stacked([ad("a", 3, 13), ad("b", 3, 12)], on: [[top, slot]])
    #expect(area("a", in: made) == [4, 6, 68, 80])
    #expect(area("b", in: made) == [1, 3, 69, 80])
    let layout = made.pages[0].layout
    #expect(layout.frames.map(\.id) == ["top", "a", "b"])
    #expect(layout.sharedSlots.map(\.id) == ["strip"] && layout.rules.isEmpty)
  }

  @Test func `never covers a story that does not give way, and names it`() throws {
    let foot = TestPage.frame("foot", columns: 1...6, lines: 42...80)
    let made = stacked([ad("a", 2, 10)], on: [[top, foot]])
    let fault = try #require(made.diagnostics.first)
    #expect(fault.code == .adUnplaced && fault.sentence(.en).contains("foot"))
    #expect(made.edition.ads.map(\.slot) == [nil] && made.pages[0].layout.frames.count == 2)
  }

  @Test func `shortens a frame that gives way, column by column`() throws {
    var foot = TestPage.frame("foot", columns: 1...6, lines: 42...80)
    foot.yields = 12
    let made = stacked([ad("a", 2, 10)], on: [[top, foot]])
    #expect(area("a", in: made) == [5, 6, 71, 80])
    let story = try #require(made.pages[0].layout.frames.first { $0.id == "foot" })
    #expect(story.areas.map(\.columns) == [1...4, 5...6])
    #expect(story.areas.map(\.lines) == [42...80, 42...69])
    // No further than it says: eleven lines with the white over them are twelve.
    #expect(stacked([ad("a", 2, 11)], on: [[top, foot]]).diagnostics.isEmpty)
    #expect(stacked([ad("a", 2, 12)], on: [[top, foot]]).diagnostics.map(\.code) == [.adUnplaced])
  }

  @Test func `ends a frame of a measure of its own level`() throws {
    var foot = TestPage.frame("foot", columns: 1...6, lines: 42...80)
    (foot.yields, foot.bodyColumns) = (12, 4)
    let made = stacked([ad("a", 2, 10)], on: [[top, foot]])
    let story = try #require(made.pages[0].layout.frames.first { $0.id == "foot" })
    #expect(story.areas.map(\.lines) == [42...69])
  }

  @Test func `takes tiers from a vertical frame rather than characters from their lines`() throws {
    var foot = TestPage.frame("foot", columns: 1...6, lines: 42...80)
    (foot.yields, foot.bodyColumns, foot.mode) = (30, 3, .vertical)
    func tiers(_ ads: [Advertisement]) throws -> Int? {
      let frames = stacked(ads, on: [[top, foot]]).pages[0].layout.frames
      return try #require(frames.first { $0.id == "foot" }).bodyColumns
    }
    #expect(try tiers([]) == 3)
    #expect(try tiers([ad("a", 2, 8)]) == 2)
    #expect(try tiers([ad("a", 6, 29)]) == 1)
  }

  /// News over a boxed story that gives way: its foot is no place to rest on, however near the side it is.
  @Test func `rests on the page's foot or on another advertisement, never on news`() throws {
    var over = TestPage.frame("over", columns: 3...6, lines: 1...56)
    over.areas.append(LintTrial.area(3...4, 57...80))
    over.yields = 20
    var (boxed, side) = (
      TestPage.frame("boxed", columns: 5...6, lines: 58...80),
      TestPage.frame("side", columns: 1...2, lines: 1...80)
    )
    (boxed.yields, side.yields, boxed.box) = (16, 24, BoxDesign())
    let ads = [ad("x0", 3, 14), ad("x1", 2, 18), ad("x2", 1, 8)]
    for isBoxed in [true, false] {
      if !isBoxed { boxed.box = nil }
      let made = stacked(ads, on: [[side, over, boxed]]) {
        ($0.stacking.shape, $0.stacking.side, $0.stacking.height) = (.pyramid, .left, 70)
      }
      let areas = Dictionary(
        uniqueKeysWithValues: ads.compactMap { ad in area(ad.id, in: made).map { (ad.id, $0) } })
      #expect(areas.count + made.diagnostics.count { $0.code == .adUnplaced } == 3)
      for (id, own) in areas where own[3] < 80 {
        let under = areas.filter { $0.key != id && $0.value[2] - 2 == own[3] }
        #expect(under.contains { $0.value[0] <= own[0] && own[1] <= $0.value[1] }, "\(id)")
      }
      #expect(areas["x2"].map { $0[3] } == 80)
    }
  }

  @Test func `that no place carries is told`() {
    let foot = TestPage.frame("foot", columns: 1...6, lines: 60...80)
    var over = TestPage.frame("over", columns: 1...6, lines: 1...58)
    over.yields = 20
    let made = stacked([ad("a", 2, 8)], on: [[over, foot]])
    #expect(made.diagnostics.map(\.code) == [.adUnplaced])
    #expect(made.diagnostics.first?.sentence(.en).contains("foot") == true)
  }

  @Test func `rests on the imprint at the page's foot, and in a slot wherever that is`() {
    let imprint = TestPage.frame("imprint", columns: 1...6, lines: 80...80, kind: .imprint)
    #expect(area("a", in: stacked([ad("a", 2, 8)], on: [[top, imprint]])) == [5, 6, 71, 78])
    let slot = TestPage.frame("slot", columns: 1...3, lines: 42...56, kind: .ad)
    let under = TestPage.frame("under", columns: 1...6, lines: 58...80)
    #expect(area("a", in: stacked([ad("a", 2, 8)], on: [[top, slot, under]])) == [2, 3, 49, 56])
  }

  @Test func `tells of the white that a level foot leaves beside it`() throws {
    var foot = TestPage.frame("foot", columns: 1...6, lines: 20...80)
    (foot.yields, foot.bodyColumns) = (40, 4)
    let ads = [ad("a", 1, 26), ad("b", 3, 12)]
    let told = stacked(ads, on: [[foot]]).diagnostics
    #expect(told.map(\.code) == [.levelWhite] && told.first?.frame == "foot")
    #expect(told.first?.sentence(.en).contains("columns 1–") == true)
    // Column by column there is none, nor where the advertisements are as wide as the frame.
    foot.bodyColumns = nil
    #expect(stacked(ads, on: [[foot]]).diagnostics.isEmpty)
    foot.bodyColumns = 4
    #expect(stacked([ad("wide", 6, 12)], on: [[foot]]).diagnostics.isEmpty)
  }

  @Test func `leaves no cell to two frames, whatever is booked`() {
    var numbers = Seeded(state: 7)
    for _ in 0..<60 {
      let ads = (0..<Int.random(in: 1...7, using: &numbers)).map {
        ad("ad\($0)", .random(in: 1...6, using: &numbers), .random(in: 3...30, using: &numbers))
      }
      var foot = TestPage.frame("foot", columns: 1...3, lines: 42...80)
      foot.yields = 20
      let shape: StackingRules.Shape = Bool.random(using: &numbers) ? .strip : .pyramid
      let made = stacked(ads, on: [[top, foot]]) { $0.stacking.shape = shape }
      let areas = made.pages[0].layout.frames.flatMap(\.areas)
      for (index, one) in areas.enumerated() {
        for two in areas[(index + 1)...] {
          #expect(!(one.columns.overlaps(two.columns) && one.lines.overlaps(two.lines)))
        }
      }
      #expect(made.edition.ads.count { $0.slot == nil } == made.diagnostics.count)
    }
  }

  @Test func `says that it cannot place what has no size`() {
    let made = stacked([ad("a", 1, 1) { $0.size = nil }], on: [[top]])
    #expect(made.diagnostics.map(\.code) == [.adSizeUnknown])
  }

  @Test func `takes the size that a file states`() {
    let pdf = PictureFile(path: "a.pdf", kind: .pdf, width: 315_000, height: 165_000)
    let made = stacked([ad("a", 1, 1) { ($0.size, $0.file) = (nil, pdf) }], on: [[top]])
    #expect(area("a", in: made) == [4, 6, 67, 80])
  }

  // MARK: Competitors

  @Test func `tries another place before it puts competitors side by side`() {
    let banks = ["a", "c"].map { id in ad(id, 2, 10) { $0.category = "银行" } }
    let made = stacked(banks + [ad("b", 2, 10)], on: [[top]])
    #expect(area("a", in: made) == [5, 6, 71, 80])
    #expect(area("c", in: made) == [1, 2, 71, 80])
    #expect(area("b", in: made) == [3, 4, 71, 80])
  }

  @Test func `keeps away from a story that it must not meet`() {
    var crash = TestPage.story("crash", paragraphs: ["坠机。"])
    crash.tags = ["空难"]
    let frames = [
      TestPage.frame("crash", columns: 4...6, lines: 1...68),
      TestPage.frame("other", columns: 1...3, lines: 1...68),
    ]
    let airline = ad("a", 2, 10) { $0.avoided = [Located("空难", at: TestPage.place)] }
    #expect(area("a", in: stacked([airline], on: [frames], stories: [crash])) == [2, 3, 71, 80])
    #expect(
      area("a", in: stacked([ad("a", 2, 10)], on: [frames], stories: [crash])) == [5, 6, 71, 80])
  }
}

@Suite struct `An advertisement of an odd shape` {
  private var frame: Frame {
    var frame = TestPage.frame("ell", columns: 1...6, lines: 1...10, kind: .ad)
    frame.areas = [LintTrial.area(1...2, 1...10), LintTrial.area(1...6, 11...20)]
    return frame
  }

  @Test func `covers the gutters and line gaps inside it, and nothing else`() {
    let shape = frame.shape(on: TestPage.grid)
    func covers(_ x: Double, _ y: Double) -> Bool {
      shape.contains {
        $0.x.points <= x && x <= $0.maxX.points && $0.y.points <= y && y <= $0.maxY.points
      }
    }
    // Columns begin at 40, 148, 256 pt, lines at 50, 62 … pt.
    #expect(covers(143, 55) && covers(100, 168.5) && covers(251, 200))
    #expect(!covers(260, 55) && !covers(251, 55) && !covers(300, 168.5))
  }

  @Test func `is held against the whole of it, and clipped to it`() throws {
    let size = frame.bounds(on: TestPage.grid).size
    var ad = Advertisement(id: "ell", page: "1", slot: "ell", place: TestPage.place)
    ad.path = Located("ell.pdf", at: TestPage.place)
    func thousandths(_ length: Length) -> Int { Int((length.points * 1000).rounded()) }
    ad.file = PictureFile(
      path: "ell.pdf", kind: .pdf, width: thousandths(size.width), height: thousandths(size.height))
    let made = TestPage.makeUp([], on: [[frame]], ads: [ad])
    #expect(made.diagnostics.isEmpty)
    let marks = draw(made.pages[0]).marks
    let pictures = marks.compactMap { if case .picture(let mark) = $0 { mark } else { nil } }
    #expect(pictures.map(\.placement) == [frame.bounds(on: TestPage.grid)])
    guard case .parts(let parts)? = pictures.first?.shape else {
      Issue.record("it is not clipped to the slot's rectangles")
      return
    }
    #expect(parts.bounds == frame.bounds(on: TestPage.grid))
    ad.file?.height -= 20_000
    #expect(TestPage.makeUp([], on: [[frame]], ads: [ad]).diagnostics.map(\.code) == [.adSize])
  }
}

/// Numbers from a seed: the same in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 33)
  }
}
