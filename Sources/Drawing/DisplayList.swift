import Fonts
import Geometry

/// A colour as it will be printed (油墨): percent of cyan, magenta, yellow and black ink.
package struct Ink: Hashable, Sendable {
  package var c: Int
  package var m: Int
  package var y: Int
  package var k: Int

  package init(c: Int = 0, m: Int = 0, y: Int = 0, k: Int) {
    (self.c, self.m, self.y, self.k) = (c, m, y, k)
  }

  package static let black = Ink(k: 100)
  package static let white = Ink(k: 0)
  package static func grey(_ percent: Int) -> Ink { Ink(k: percent) }
}

/// A glyph with the place of its origin on the sheet.
package struct SheetGlyph: Hashable, Sendable {
  package var id: UInt32
  package var origin: Point
  package init(id: UInt32, origin: Point) { (self.id, self.origin) = (id, origin) }
}

/// Glyphs of one font, size and ink.
package struct GlyphMark: Hashable, Sendable {
  package var font: FontID
  package var size: Length
  /// Scale along the glyph's own x axis, in thousandths.
  package var condense: Int
  package var orientation: GlyphOrientation
  package var ink: Ink
  package var glyphs: [SheetGlyph]
  package var clusters: [GlyphCluster]
  package var text: [Unicode.Scalar]

  package init(
    font: FontID, size: Length, condense: Int = 1000, orientation: GlyphOrientation = .upright,
    ink: Ink = .black, glyphs: [SheetGlyph], clusters: [GlyphCluster], text: [Unicode.Scalar]
  ) {
    (self.font, self.size, self.condense) = (font, size, condense)
    (self.orientation, self.ink, self.glyphs) = (orientation, ink, glyphs)
    (self.clusters, self.text) = (clusters, text)
  }
}

/// What of its room a picture fills.
package enum ClipShape: Hashable, Sendable {
  case rectangle, ellipse
  /// With round corners.
  case round(radius: Length)
  /// Rectangles of the room (异形).
  case parts([Rect])
  /// A closed line on the whole picture, whatever of it the room shows.
  case outline([PicturePoint])
}

/// A picture or an advertisement's page, fitted into a rectangle and clipped to another.
package struct PictureMark: Hashable, Sendable {
  /// Path relative to the edition folder.
  package var file: String
  /// Where the whole picture would stand, so that its scale is right.
  package var placement: Rect
  /// What of it is seen.
  package var clip: Rect
  package var shape: ClipShape

  package init(file: String, placement: Rect, clip: Rect, shape: ClipShape = .rectangle) {
    (self.file, self.placement, self.clip) = (file, placement, clip)
    self.shape = shape
  }
}

/// Round or square ends and dashes of a line.
package enum LinePattern: Hashable, Sendable {
  case solid
  case dotted
  case dashed
}

/// What a part of the page is, for readers that follow the structure (links, bookmarks, tags).
package enum MarkTag: Hashable, Sendable {
  case article(id: String)
  case headline(level: Int)
  case paragraph
  case figure(alternative: String)
  case table
  /// A named place that links point at.
  case destination(name: String)
  case link(to: String)
}

/// A rectangle with rounded corners.
package struct RoundBox: Hashable, Sendable {
  package var rect: Rect
  package var radius: Length
  package var fill: Ink?
  package var stroke: Ink?
  package var weight: Length

  package init(rect: Rect, radius: Length, fill: Ink?, stroke: Ink?, weight: Length) {
    (self.rect, self.radius, self.fill) = (rect, radius, fill)
    (self.stroke, self.weight) = (stroke, weight)
  }
}

/// One thing to draw.
package enum Mark: Hashable, Sendable {
  case glyphs(GlyphMark)
  case fill(Rect, Ink)
  case stroke(Rect, weight: Length, Ink)
  /// A box with rounded corners (圆角框), filled, stroked or both.
  case roundBox(RoundBox)
  case line(from: Point, to: Point, weight: Length, Ink, LinePattern)
  case wave(WaveMark)
  case path(PathMark<Point>)
  case picture(PictureMark)
  case begin(MarkTag)
  case end(MarkTag)
}

/// An entry of the PDF's outline, pointing at a place on the page.
package struct Bookmark: Hashable, Sendable {
  package var title: String
  package var level: Int
  package var point: Point
  package init(title: String, level: Int, point: Point) {
    (self.title, self.level, self.point) = (title, level, point)
  }
}

/// Everything on one page, in drawing order (绘制清单); from here on coordinates are x and y.
package struct DisplayList: Hashable, Sendable {
  /// The page's code as printed, such as `1` or `A03`; its label in the PDF.
  package var code: String
  package var size: Size
  package var marks: [Mark]
  package var bookmarks: [Bookmark]

  package init(code: String, size: Size, marks: [Mark] = [], bookmarks: [Bookmark] = []) {
    (self.code, self.size, self.marks, self.bookmarks) = (code, size, marks, bookmarks)
  }
}
