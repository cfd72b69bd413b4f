import Drawing
import Fonts
import Geometry
import Testing

struct ProofTests {
  private func glyphs(_ text: String, x: Double, y: Double) -> GlyphMark {
    let scalars = Array(text.unicodeScalars)
    return GlyphMark(
      font: FontID(index: 0), size: .points(9.4),
      glyphs: scalars.indices.map {
        SheetGlyph(id: 1, origin: Point(x: .millimetres(x + 4 * Double($0)), y: .millimetres(y)))
      },
      clusters: scalars.map { _ in GlyphCluster(scalars: 1, glyphs: 1) }, text: scalars)
  }

  @Test func `a page is written as a line for each mark`() {
    var turned = glyphs("No", x: 30, y: 40)
    (turned.orientation, turned.condense, turned.ink) = (.rotated, 850, Ink(m: 100, y: 100, k: 0))
    let box = Rect(x: .millimetres(1), y: .millimetres(2.005), width: .points(72), height: .zero)
    let page = DisplayList(
      code: "A03", size: Size(width: .millimetres(273), height: .millimetres(393)),
      marks: [
        .begin(.article(id: "lead")), .glyphs(glyphs("本报讯", x: 18.8, y: 40.123)),
        .glyphs(turned), .end(.article(id: "lead")), .fill(box, .grey(15)),
        .stroke(box, weight: .points(0.5), .black),
        .line(
          from: box.origin, to: Point(x: -.millimetres(1), y: .zero), weight: .points(1), .white,
          .dotted),
        .wave(
          WaveMark(
            from: box.origin, to: Point(x: .millimetres(5), y: .millimetres(2.005)),
            height: .points(1), waves: 4, weight: .points(0.4), ink: .black)),
        .picture(PictureMark(file: "photos/a.jpg", placement: box, clip: box)),
      ],
      bookmarks: [Bookmark(title: "第A03版", level: 0, point: box.origin)])
    #expect(
      Proof(page, fonts: ["song"]).text == """
        page A03 273×393
        begin article lead
          text 本报讯 @18.8,40.12 → 26.8,40.12 9.4pt song
          text No @30,40 → 34,40 9.4pt song × 0.85 turned m100 y100
        end article lead
        fill @1,2.01 25.4×0 k15
        stroke @1,2.01 25.4×0 0.5pt black
        line @1,2.01 → -1,0 1pt white dotted
        wave @1,2.01 → 5,2.01 × 4 0.4pt black
        picture photos/a.jpg @1,2.01 25.4×0
        bookmark 0 第A03版 @1,2.01

        """)
  }

  @Test func `a wave is drawn by whole hills and valleys without a seam`() {
    let wave = WaveMark(
      from: Point(x: .points(10), y: .points(20)), to: Point(x: .points(10), y: .points(50)),
      height: .points(3), waves: 3, weight: .points(0.4), ink: .black)
    let curves = wave.curves
    #expect(curves.count == 6)
    #expect(curves.map(\.end.y) == [25, 30, 35, 40, 45, 50].map { .points($0) })
    #expect(curves.allSatisfy { $0.end.x == .points(10) })
    // A cubic curve reaches three quarters of the way to controls of equal height.
    #expect(curves.map(\.control1.x) == [12, 8, 12, 8, 12, 8].map { .points($0) })
  }
}
