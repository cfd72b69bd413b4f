import CairoOutput
import Colour
import Drawing
import Fonts
import Geometry
import Testing

/// The planes are drawn from the display list; ghostscript separates the print PDF of the same marks.
@Suite struct PlaneTests {
  private let red = Ink(m: 100, y: 95, k: 5)
  private let tint = Ink(c: 20, y: 50, k: 0)

  private func planes(
    _ marks: [Mark], ppi: Int = 72, supplied: [String: [UInt8]] = [:], limit: Int = 220
  ) throws -> InkPlanes {
    let pictures = PictureStore(folder: "/nonexistent", supplied: supplied)
    let separations = try Separations(to: #require(newsprint), inkLimit: limit)
    return try CairoPen(fonts: plateFonts, pictures: pictures)
      .planes(of: PlateTrial(marks).page.list, ppi: ppi, separations)
  }

  private func inks(_ planes: InkPlanes, _ x: Int, _ y: Int) -> [Int] {
    PressInk.allCases.map { Int(planes.amount(of: $0, x, y)) }
  }

  /// Whether the pixels round one carry what it does.
  private func isInside(_ planes: InkPlanes, _ x: Int, _ y: Int) -> Bool {
    let middle = inks(planes, x, y)
    return (y - 1...y + 1).allSatisfy { row in
      (x - 1...x + 1).allSatisfy { inks(planes, $0, row) == middle }
    }
  }

  private func bar(_ ink: Ink, _ y: Double) -> Mark {
    .line(
      from: Point(x: .points(0), y: .points(y)), to: Point(x: .points(100), y: .points(y)),
      weight: .points(10), ink, .solid)
  }

  private func text(_ ink: Ink, y: Double) -> Mark {
    .glyphs(
      GlyphMark(
        font: FontID(index: 0), size: .points(40), ink: ink,
        glyphs: [SheetGlyph(id: 21_000, origin: Point(x: .points(30), y: .points(y)))],
        clusters: [GlyphCluster(scalars: 1, glyphs: 1)], text: ["报"]))
  }

  @Test func `planes have what is asked for: overprinting black, and everything else knocked out`()
    throws
  {
    let planes = try planes([
      .fill(rect(0, 0, 100, 100), tint), bar(.black, 10), bar(.grey(50), 30), bar(.white, 50),
      bar(red, 70), .fill(rect(0, 85, 100, 15), .black),
    ])
    #expect(inks(planes, 50, 2) == [51, 0, 128, 0])
    #expect(inks(planes, 50, 10) == [51, 0, 128, 255])
    #expect(inks(planes, 50, 30) == [0, 0, 0, 128])
    #expect(inks(planes, 50, 50) == [0, 0, 0, 0])
    #expect(inks(planes, 50, 70) == [0, 255, 242, 13])
    #expect(inks(planes, 50, 95) == [0, 0, 0, 255])
  }

  @Test func `inside their edges planes are the plates of the print PDF`() throws {
    let box = RoundBox(
      rect: rect(10, 76, 40, 20), radius: .points(0), fill: Ink(c: 60, k: 10), stroke: nil,
      weight: .zero)
    let marks = [
      .fill(rect(0, 0, 100, 40), tint), bar(.black, 10), bar(.white, 25), bar(red, 55),
      .stroke(rect(60, 70, 20, 20), weight: .points(2), red), .roundBox(box),
    ]
    let (planes, plates) = (try planes(marks), try PlateTrial(marks).plates())
    var worst = 0
    for y in 1..<99 {
      // Ghostscript fills every pixel that an edge touches: edges are left out.
      for x in 1..<99 where isInside(planes, x, y) {
        for (ours, theirs) in zip(inks(planes, x, y), plates.inks(x, y)) {
          worst = max(worst, abs(ours - theirs))
        }
      }
    }
    #expect(worst <= 1)
  }

  @Test
  func `text lies on the planes as on the plates: black over a tint, white and red out of it`()
    throws
  {
    for ink in [Ink.black, .white, red] {
      let marks = [.fill(rect(0, 0, 100, 100), tint), text(ink, y: 70)]
      let (planes, pdf) = (try planes(marks, ppi: 288), try PlateTrial(marks).pdf())
      let plates = try Plates(of: pdf, ppi: 288)
      for plate in PressInk.allCases {
        var (ours, theirs) = (0, 0)
        for y in 0..<400 {
          for x in 0..<400 {
            ours += Int(planes.amount(of: plate, x, y))
            theirs += plates.inks(x, y)[plate.rawValue]
          }
        }
        // Ghostscript cuts fractions of a 255th off and draws without grey edges, a little fat.
        #expect(abs(ours - theirs) < 2 * 400 * 400, "\(ink) on \(plate)")
      }
    }
  }

  @Test func `only the black plane of a page without colour is drawn`() throws {
    let planes = try planes([.fill(rect(0, 0, 50, 50), .grey(30)), text(.black, y: 90)])
    #expect(planes.used == [.black])
    #expect(inks(planes, 20, 20) == [0, 0, 0, 77])
  }

  @Test func `pictures in colours are separated, grey ones are black ink alone`() throws {
    let colour = pixmap([200, 40, 30])
    let grey = pixmap([90, 90, 90])
    let planes = try planes(
      [picture(0, rect(0, 0, 100, 50)), picture(1, rect(0, 50, 100, 50))],
      supplied: ["0": colour, "1": grey])
    var byHand: [UInt8] = [0, 0, 0, 0]
    try Separation(to: #require(newsprint), inkLimit: 220)
      .separate([200, 40, 30], .rgb, into: &byHand, count: 1)
    #expect(inks(planes, 50, 25) == byHand.map(Int.init))
    #expect(inks(planes, 50, 75) == [0, 0, 0, 165])
  }

  @Test func `a picture knocks out what lies under it`() throws {
    let planes = try planes(
      [.fill(rect(0, 0, 100, 100), red), picture(0, rect(20, 20, 60, 60))],
      supplied: ["0": pixmap([255, 255, 255])])
    #expect(inks(planes, 50, 50) == [0, 0, 0, 0])
    #expect(inks(planes, 10, 10) == [0, 255, 242, 13])
  }

  /// Four by four pixels of one colour.
  private func pixmap(_ colour: [UInt8]) -> [UInt8] {
    Array("P6\n4 4\n255\n".utf8) + Array(repeating: colour, count: 16).flatMap(\.self)
  }
}
