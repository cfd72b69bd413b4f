import CCairo
import Drawing
import Fonts
import Geometry

/// A page for the press: its list, and how much paper the file shows round the trim.
package struct PressPage: Hashable, Sendable {
  package var list: DisplayList
  /// Drawn outside the trim: marks of the printer.
  package var marks: [Mark]
  /// From the trim to the edge of the file's page.
  package var margin: Length
  /// How far the page's own marks may run beyond the trim.
  package var bleed: Length

  package init(
    list: DisplayList, marks: [Mark] = [], margin: Length = .zero, bleed: Length = .zero
  ) {
    (self.list, self.marks, self.margin, self.bleed) = (list, marks, margin, bleed)
  }

  /// The size of the file's page.
  package var sheet: Size {
    Size(width: list.size.width + margin * 2, height: list.size.height + margin * 2)
  }

  /// The page as far as it is printed, from the sheet's top left.
  package var bleedBox: Rect {
    Rect(
      x: margin - bleed, y: margin - bleed, width: list.size.width + bleed * 2,
      height: list.size.height + bleed * 2)
  }
}

/// Where a picture's place on the plates is kept while Cairo draws (图位).
package struct PicturePlace: Hashable, Sendable {
  /// The finisher finds the place by it, from 0.
  package var number: Int
  package var turn: PictureTurn

  package init(number: Int, turn: PictureTurn = .none) { (self.number, self.turn) = (number, turn) }
}

extension CairoPen {
  /// Pages as a PDF on its way to the press: inks stand there as keys of colour, pictures as numbered places,
  /// by the files that the marks name. A picture without a place is drawn as a crossed box.
  package func pressPages(
    of pages: [PressPage], keys: InkKeys, places: [String: PicturePlace],
    metadata: DocumentMetadata
  ) throws(CairoError) -> [UInt8] {
    for page in pages { try page.list.checkSize() }
    let writer = try PDFWriter(metadata)
    let lists = pages.map { page in
      var list = page.list
      list.marks += page.marks
      return list
    }
    let faces = FontFaces(fonts, cut: FontCutting(lists, fonts: fonts.count))
    let canvas = Canvas(
      context: writer.context, medium: .inkKeys(keys), text: CairoText(faces),
      pictures: PictureShelf(pictures, for: .places(places)))
    for page in pages {
      writer.begin(size: page.sheet, label: page.list.code)
      try canvas.draw(page)
      try writer.end()
    }
    return try writer.finish()
  }
}

extension Canvas {
  /// The page within its bleed, then the printer's marks round it.
  fileprivate func draw(_ page: PressPage) throws(CairoError) {
    cairo_save(context)
    if page.margin > .zero {
      trace(page.bleedBox)
      cairo_clip(context)
      cairo_translate(context, page.margin.points, page.margin.points)
    }
    for mark in page.list.marks { try draw(mark) }
    cairo_restore(context)
    cairo_save(context)
    cairo_translate(context, page.margin.points, page.margin.points)
    for mark in page.marks { try draw(mark) }
    cairo_restore(context)
  }
}

extension InkKeys {
  /// The keys of pages for the press, and of what is drawn where a picture cannot be read.
  package init(_ pages: [PressPage]) {
    let lists = pages.map { page in
      var list = page.list
      list.marks += page.marks
      return list
    }
    self.init(
      lists,
      others: [
        InkPaint(Canvas.crossedBox.ground, for: .area),
        InkPaint(Canvas.crossedBox.lines, for: .type),
      ])
  }
}
