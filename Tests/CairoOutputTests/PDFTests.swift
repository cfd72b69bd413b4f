import Drawing
import Fonts
import Foundation
import Geometry
import Synchronization
import Testing

@testable import CairoOutput

struct PDFTests {
  let typesetter: Typesetter
  let folder: ScratchFolder

  init() throws {
    typesetter = try Typesetter()
    folder = try ScratchFolder()
  }

  private func write(_ pages: [DisplayList], pictures: PictureStore = noPictures) throws -> String {
    try folder.write(
      try pdf(of: pages, fonts: testFonts, pictures: pictures, metadata: testMetadata), "page.pdf")
  }

  @Test func `the text of a page comes out of its PDF as it went in`() throws {
    let lines = ["报纸的正文，一字不差地取得回来。", "第二行有“引号”与《书名》，", "还有English和2026年。"]
    let marks = lines.enumerated().map { index, text in
      Mark.glyphs(typesetter.line(text, x: 20, y: 40 + 14 * Double(index)))
    }
    let path = try write([typesetter.page(marks)])
    let text = try output(of: "pdftotext", "-raw", path, "-")
    #expect(text.filter { !$0.isWhitespace } == lines.joined())
  }

  @Test func `text in a TrueType font comes out too, Latin and quotes included`() throws {
    let text = "楷体“引语”ABC，12％。"
    let path = try write([typesetter.page([.glyphs(typesetter.line(text, x: 20, y: 40, font: 2))])])
    for back in [
      try output(of: "pdftotext", "-raw", path, "-"),
      try output(of: "mutool", "draw", "-F", "txt", path),
    ] {
      #expect(back.filter { !$0.isWhitespace } == text)
    }
  }

  @Test func `the proof shows what the PDF does`() throws {
    let box = Rect(x: .points(20), y: .points(200), width: .points(200), height: .points(50))
    let page = typesetter.page([
      .glyphs(typesetter.line("版心之内，字正行齐。", x: 20.3, y: 60.7, size: 24)),
      .glyphs(typesetter.line("压窄的标题", x: 20, y: 120, size: 36, font: 1, condense: 750)),
      .glyphs(typesetter.line("Turned", x: 250, y: 150, size: 20, orientation: .rotated)),
      .fill(box, .black),
      .glyphs(typesetter.line("反白", x: 40, y: 240, size: 36, font: 1, ink: .white)),
    ])
    let path = try write([page])
    _ = try output(
      of: "pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", path, folder.path + "/p")
    let ours = try cover(try png(of: page, ppi: 150, fonts: testFonts, pictures: noPictures))
    let theirs = try cover(
      Array(try Data(contentsOf: folder.url.appendingPathComponent("p.png"))))
    try #require(ours.width == theirs.width && abs(ours.height - theirs.height) <= 1)
    var (difference, ink) = (0, 0)
    for row in 0..<min(ours.height, theirs.height) {
      for column in 0..<ours.width {
        let a = Int(ours.pixels[row * ours.stride + column])
        let b = Int(theirs.pixels[row * theirs.stride + column])
        difference += abs(a - b)
        ink += b
      }
    }
    // The two rasterisers differ at edges alone.
    #expect(Double(difference) < 0.08 * Double(ink), "\(difference) of \(ink)")
  }

  private func cover(_ file: [UInt8]) throws -> Bitmap {
    let bytes = RawBytes(file)
    let header = try PictureHeader.reading(bytes, limits: PictureLimits())
    return try PNGDecoder.decode(bytes, header, as: .blackCover)
  }

  @Test func `half-wide marks whose origins coincide keep their order`() throws {
    let text = "他说，「好」。「再见」"
    var mark = typesetter.line(text, x: 20, y: 40)
    // 「 half wide stands 500 to the left of its place: on the comma before it.
    for index in [3, 6] {
      for later in index..<mark.glyphs.count { mark.glyphs[later].origin.x -= .points(9) }
    }
    let path = try write([typesetter.page([.glyphs(mark)])])
    for back in [
      try output(of: "pdftotext", "-raw", path, "-"),
      try output(of: "mutool", "draw", "-F", "txt", path),
    ] {
      #expect(back.filter { !$0.isWhitespace } == text)
    }
  }

  @Test func `a vertical column comes out in its order`() throws {
    let text = "竖排的文字，「一字」一行。"
    var mark = typesetter.line(text, x: 200, y: 40)
    for index in mark.glyphs.indices {
      mark.glyphs[index].origin = Point(x: .points(200), y: .points(40 + 9 * index))
    }
    // 「 half high stands on the comma above it.
    for later in 6..<mark.glyphs.count { mark.glyphs[later].origin.y -= .points(9) }
    let path = try write([typesetter.page([.glyphs(mark)])])
    for back in [
      try output(of: "pdftotext", "-raw", path, "-"),
      try output(of: "mutool", "draw", "-F", "txt", path),
    ] {
      #expect(back.filter { !$0.isWhitespace } == text)
    }
  }

  @Test func `threads draw the same bytes`() throws {
    let pages = (0..<4).map { index in
      typesetter.page([.glyphs(typesetter.line("第\(index)版的正文", x: 20, y: 40))])
    }
    let alone = try pages.map {
      try pdf(of: [$0], fonts: testFonts, pictures: noPictures, metadata: testMetadata)
    }
    let together = Mutex<[Int: [UInt8]]>([:])
    DispatchQueue.concurrentPerform(iterations: pages.count) { index in
      let pen = CairoPen(fonts: testFonts, pictures: noPictures)
      let bytes = try? pen.pdf(of: [pages[index]], metadata: testMetadata)
      together.withLock { $0[index] = bytes }
    }
    together.withLock { drawn in
      for index in pages.indices { #expect(drawn[index] == alone[index]) }
    }
  }

  @Test func `every font of a PDF is embedded and cut down`() throws {
    let path = try write([
      typesetter.page([
        .glyphs(typesetter.line("宋体正文ABC", x: 20, y: 40)),
        .glyphs(typesetter.line("黑体标题", x: 20, y: 80, size: 24, font: 1)),
      ])
    ])
    let fonts = try output(of: "pdffonts", path).split(separator: "\n").dropFirst(2)
    #expect(fonts.count == 2)
    for font in fonts { #expect(font.contains("yes yes yes"), "\(font)") }
  }

  @Test func `the same pages give the same bytes`() throws {
    let page = typesetter.page([.glyphs(typesetter.line("同样的输入", x: 20, y: 40))])
    let (first, second) = try (
      pdf(of: [page], fonts: testFonts, pictures: noPictures, metadata: testMetadata),
      pdf(of: [page], fonts: testFonts, pictures: noPictures, metadata: testMetadata)
    )
    #expect(first == second)
  }

  @Test func `the date is the edition's, written as PDF wants it`() throws {
    let path = try write([typesetter.page([])])
    let facts = try output(of: "pdfinfo", "-rawdates", path)
    #expect(facts.contains("CreationDate:    D:20261124\n"))
    #expect(facts.contains("Title:           砚江日报 2026年11月24日"))
    #expect(facts.contains("Author:          砚江日报"))
    #expect(try output(of: "mutool", "show", path, "trailer").contains("Root"))
  }

  @Test func `black text is black in the PDF, not a mixture`() throws {
    let path = try write([typesetter.page([.glyphs(typesetter.line("黑", x: 20, y: 40))])])
    let operators = try output(of: "mutool", "show", "-b", path, "pages/1/Contents")
    #expect(operators.contains("0 0 0 rg") || operators.contains("0 g"))
  }

  @Test func `links lead to places on other pages, and bookmarks name them`() throws {
    let front = typesetter.page(
      [
        .begin(.article(id: "lead")), .begin(.headline(level: 1)),
        .glyphs(typesetter.line("头条", x: 20, y: 40, size: 20, font: 1)), .end(.headline(level: 1)),
        .begin(.paragraph), .begin(.link(to: "lead/2")),
        .glyphs(typesetter.line("（下转2版）", x: 20, y: 80)), .end(.link(to: "lead/2")),
        .end(.paragraph), .end(.article(id: "lead")),
      ],
      bookmarks: [
        Bookmark(title: "第1版 要闻", level: 0, point: Point(x: .zero, y: .zero)),
        Bookmark(title: "头条", level: 1, point: Point(x: .points(20), y: .points(20))),
      ])
    let second = typesetter.page(
      [
        .begin(.destination(name: "lead/2")), .glyphs(typesetter.line("（上接1版）", x: 20, y: 40)),
        .end(.destination(name: "lead/2")),
      ],
      code: "2",
      bookmarks: [Bookmark(title: "第2版 综合", level: 0, point: Point(x: .zero, y: .zero))])
    let path = try write([front, second])
    #expect(try output(of: "mutool", "show", path, "outline").contains("第2版 综合"))
    #expect(try output(of: "mutool", "show", path, "outline").contains("头条"))
    let annotations = try output(of: "mutool", "show", path, "pages/1/Annots/*")
    #expect(annotations.contains("/Subtype /Link"))
    #expect(try output(of: "pdfinfo", "-struct", path).contains("Art"))
  }

  @Test func `a link whose place is on no page is left out`() throws {
    let path = try write([
      typesetter.page([
        .begin(.link(to: "lead/2")), .glyphs(typesetter.line("（下转2版）", x: 20, y: 80)),
        .end(.link(to: "lead/2")),
      ])
    ])
    let text = try output(of: "pdftotext", "-raw", path, "-")
    #expect(text.filter { !$0.isWhitespace } == "（下转2版）")
    #expect(!(try output(of: "mutool", "show", path, "pages/1")).contains("Annots"))
  }

  @Test func `condensed and turned text stands where it was put`() throws {
    let path = try write([
      typesetter.page([
        .glyphs(typesetter.line("窄", x: 30, y: 60, size: 20, condense: 700)),
        .glyphs(typesetter.line("转", x: 100, y: 200, size: 20, orientation: .rotated)),
      ])
    ])
    let boxes = try output(of: "mutool", "draw", "-F", "stext", path)
    let condensed = try #require(quad(of: "窄", in: boxes))
    // The box of a glyph is its advance wide: one em at 70 %.
    #expect(abs(condensed[0] - 30) < 0.1 && abs(condensed[2] - 44) < 0.1)
    let turned = try #require(quad(of: "转", in: boxes))
    // A turned glyph advances down the page from its origin.
    #expect(abs(turned[1] - 200) < 0.1 && abs(turned[3] - 220) < 0.1)
  }

  /// Smallest x, smallest y, largest x, largest y of a character in mutool's structured text.
  private func quad(of character: String, in text: String) -> [Double]? {
    let code = character.unicodeScalars.reduce("") { $0 + "&#x\(String($1.value, radix: 16));" }
    guard let line = text.split(separator: "\n").first(where: { $0.contains(code) }),
      let start = line.range(of: "quad=\"")?.upperBound
    else { return nil }
    let values = line[start...].prefix { $0 != "\"" }.split(separator: " ").compactMap {
      Double($0)
    }
    let x = stride(from: 0, to: 8, by: 2).map { values[$0] }
    let y = stride(from: 1, to: 8, by: 2).map { values[$0] }
    guard let left = x.min(), let top = y.min(), let right = x.max(), let bottom = y.max() else {
      return nil
    }
    return [left, top, right, bottom]
  }

  @Test func `tags that do not close in order are an error with the page's code`() {
    let page = DisplayList(
      code: "A03", size: Size(width: .points(100), height: .points(100)),
      marks: [.begin(.paragraph), .end(.table)])
    #expect(throws: CairoError.tags(code: "A03")) {
      try pdf(of: [page], fonts: [], pictures: noPictures, metadata: testMetadata)
    }
  }

  @Test func `a font that is missing is an error that names it`() {
    let missing = FontFile(path: "/nonexistent/font.otf", face: 0)
    let page = typesetter.page([.glyphs(typesetter.line("字", x: 20, y: 40))])
    #expect(throws: CairoError.font(missing)) {
      try pdf(of: [page], fonts: [missing], pictures: noPictures, metadata: testMetadata)
    }
  }

  @Test func `a page without extent is refused`() {
    let page = DisplayList(code: "1", size: Size(width: .zero, height: .points(100)))
    #expect(throws: CairoError.pageSize(code: "1")) {
      try pdf(of: [page], fonts: [], pictures: noPictures, metadata: testMetadata)
    }
  }
}
