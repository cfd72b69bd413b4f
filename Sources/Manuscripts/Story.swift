import Diagnostics
import Geometry

/// A run of characters with one inline meaning, and where it was typed.
package struct Inline: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case plain
    /// `**bold**`: set in the bold face, used for lead-ins.
    case bold
    /// `*emphasis*`: 着重号.
    case emphasis
    /// `[base]{reading}`.
    case ruby(RubyReading)
  }
  package var kind: Kind
  /// What a ruby's base stands in: `**[漢]{かん}**` is bold.
  package var around: Kind
  package var text: String
  package var place: SourcePlace
  /// What `[…]{.name}` and its like say of it, from the outermost inwards.
  package var marks: [InlineMark]
  package init(
    _ text: String, kind: Kind = .plain, around: Kind = .plain, place: SourcePlace,
    marks: [InlineMark] = []
  ) {
    (self.kind, self.around, self.text) = (kind, around, text)
    (self.place, self.marks) = (place, marks)
  }
}

/// One block of a story's text.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case paragraph
    /// `### 小标题`
    case subhead
    /// `> pull quote`
    case quote
    /// `- ` (no number) and `1. ` items.
    case item(number: Int?)
    /// `---`
    case sectionBreak
    /// `{.signature}`, or far indented: who signs, and when (落款); a line for each.
    case signature
    /// `{.salutation}`: whom a letter or notice speaks to (称呼), from the line's start.
    case salutation
    case table(Table)
  }
  package var kind: Kind
  package var inlines: [Inline]
  package var place: SourcePlace
  package init(_ kind: Kind, inlines: [Inline] = [], place: SourcePlace) {
    (self.kind, self.inlines, self.place) = (kind, inlines, place)
  }
  package var text: String { inlines.map(\.text).joined() }
}

/// What is known of a picture's file from its header.
package struct PictureFile: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case jpeg, png, pdf, svg }
  package var path: String
  package var kind: Kind
  /// Pixels; of a PDF or SVG the size of its page in thousandths of a point.
  package var width: Int
  package var height: Int
  /// Pixels to the inch as the file says, 0 when it does not; of a PDF or SVG those of the coarsest picture in it, at the
  /// size that it states.
  package var ppi: Double
  /// One bit a pixel, ink or paper (线条稿): its edges show every step.
  package var isLineArt: Bool
  /// The thinnest line of a PDF or SVG at the size that it states, in thousandths of a point.
  package var thinnestLine: Int?
  /// Where it is light and where dark; nil where nothing asked, or it could not be decoded.
  package var tones: ToneMap?
  /// A page or drawing, which is no pixels: a program draws it.
  package var isDrawn: Bool { kind == .pdf || kind == .svg }

  package init(
    path: String, kind: Kind, width: Int, height: Int, ppi: Double = 0, isLineArt: Bool = false
  ) {
    (self.path, self.kind, self.width, self.height) = (path, kind, width, height)
    (self.ppi, self.isLineArt) = (ppi, isLineArt)
  }
}

/// Where the one who is seen in a picture looks (视线).
package enum PictureGaze: String, Hashable, Sendable, CaseIterable {
  case left, right
}

/// A photograph or drawing of a story (图片).
package struct Picture: Hashable, Sendable {
  /// The part of the picture to keep, or the point to keep in sight; fractions of its sides in thousandths.
  package enum Crop: Hashable, Sendable {
    case focus(x: Int, y: Int)
    case rect(x: Int, y: Int, width: Int, height: Int)
  }
  package var path: Located<String>
  /// Nil when the file is missing or broken: a grey box stands in for it.
  package var file: PictureFile?
  package var caption: String?
  package var credit: String?
  /// Width in columns of the frame's body; nil: the layout decides.
  package var columns: Int?
  package var crop: Crop
  package var anchor: PictureAnchor?
  /// How text goes past it; nil: the layout decides.
  package var wrap: PictureWrap?
  /// The other pictures of a group (组图) under one caption.
  package var others: [PicturePart] = []
  package var captionPlace: CaptionPlace?
  package var creditPlace: CreditPlace?
  package var shape: PictureShape?
  /// Instead of whole columns.
  package var width: Quantity?
  /// What text goes round instead of its rectangle (去底图).
  package var outline: PictureOutline?
  /// White between its outline and text; nil: one 字.
  package var distance: Quantity?
  /// Where the one who is seen in it looks, as the editor says.
  package var gaze: PictureGaze?

  package init(
    path: Located<String>, file: PictureFile? = nil, caption: String? = nil, credit: String? = nil,
    columns: Int? = nil, crop: Crop = .focus(x: 500, y: 500), anchor: PictureAnchor? = nil,
    wrap: PictureWrap? = nil
  ) {
    (self.path, self.file, self.caption, self.credit) = (path, file, caption, credit)
    (self.columns, self.crop, self.anchor, self.wrap) = (columns, crop, anchor, wrap)
  }
}

extension Picture {
  /// Whether a line goes round what is to be seen of it (去底图): nothing more of that may be cut away.
  package var isCutOut: Bool {
    if case .points = outline, others.isEmpty { return true }
    return false
  }

  /// All its pictures: one, or those of its group.
  package var parts: [PicturePart] {
    get { [PicturePart(path: path, file: file, crop: crop)] + others }
    set {
      guard let first = newValue.first else { return }
      (path, file, crop) = (first.path, first.file, first.crop)
      others = Array(newValue.dropFirst())
    }
  }

  /// Those that can be shown.
  package var files: [PictureFile] { parts.compactMap(\.file) }
}

/// One picture of a group.
package struct PicturePart: Hashable, Sendable {
  package var path: Located<String>
  package var file: PictureFile?
  package var crop: Picture.Crop
  package init(path: Located<String>, file: PictureFile?, crop: Picture.Crop) {
    (self.path, self.file, self.crop) = (path, file, crop)
  }
}

/// A line round what is to be seen of a picture.
package enum PictureOutline: Hashable, Sendable {
  /// Where the file is transparent; traced once it is decoded.
  case transparency(SourcePlace)
  /// The circle or ellipse that it is cropped to.
  case shape
  /// A closed line, three points at least.
  case points([PicturePoint])
}

/// Where in a story's room a picture stands.
package enum PictureAnchor: String, Hashable, Sendable, CaseIterable {
  case topLeft = "top-left"
  case top
  case topRight = "top-right"
  case left, center, right
  case bottomLeft = "bottom-left"
  case bottom
  case bottomRight = "bottom-right"
}

/// How a story's first pull quote stands across its columns; what is nil the layout decides.
package struct QuoteStand: Hashable, Sendable {
  package var anchor: PictureAnchor?
  package var columns: Int?
  package var wrap: PictureWrap?
  package init(anchor: PictureAnchor? = nil, columns: Int? = nil, wrap: PictureWrap? = nil) {
    (self.anchor, self.columns, self.wrap) = (anchor, columns, wrap)
  }
}

/// A box beside the text of a story (链接·新闻背景).
package struct Sidebar: Hashable, Sendable {
  package var title: String
  package var blocks: [Block]
  package init(title: String, blocks: [Block]) { (self.title, self.blocks) = (title, blocks) }
}

/// A QR code beside a story (二维码), and what it says under or beside it.
package struct CodeBlock: Hashable, Sendable {
  /// What a telephone reads.
  package var text: Located<String>
  package var caption: String?
  package init(text: Located<String>, caption: String? = nil) {
    (self.text, self.caption) = (text, caption)
  }
}

/// Where a story goes on (转版).
package struct JumpRequest: Hashable, Sendable {
  package var page: String
  package var slot: String?
  /// Over the part that goes on there, instead of the story's own title.
  package var title: [String] = []
  /// Printed instead of `下转2版`.
  package var label: String?
  /// Printed instead of `上接1版`.
  package var labelBack: String?
  package var place: SourcePlace
  package init(
    page: String, slot: String? = nil, label: String? = nil, labelBack: String? = nil,
    place: SourcePlace
  ) {
    (self.page, self.slot, self.label) = (page, slot, label)
    (self.labelBack, self.place) = (labelBack, place)
  }
}

/// One story (稿件): its heads, its text and what belongs to it.
package struct Story: Hashable, Sendable {
  /// The style of verse: each typed line stays a line.
  package static let verseStyle = "poem"

  package var id: String
  package var title: [String] = []
  package var kicker: [String] = []
  package var subtitle: [String] = []
  /// What the story says in a few lines, beside its head (提要).
  package var summary: [String] = []
  package var byline: String?
  package var dateline: String?
  package var column: String?
  package var sponsor: String?
  package var source: String?
  package var page: String?
  package var slot: String?
  /// 0 to 100; the higher keeps a frame that two stories ask for.
  package var priority: Int = 50
  package var style: String?
  /// How weighty its heads are, by a name of the style sheet's `ranks` (标题级别).
  package var rank: String?
  package var language: String?
  /// What it is about, for advertisements that must not stand by such a story.
  package var tags: [String] = []
  /// Not to be placed: two stories ask for one frame, or its frame is not there (reported both).
  /// Manuscripts that say `draft: true` are not in the edition at all.
  package var isDraft: Bool = false
  package var photos: [Picture] = []
  package var table: Table?
  package var chart: Chart?
  package var sidebars: [Sidebar] = []
  /// Nil: its pull quotes stand in its text, or as the layout says.
  package var quote: QuoteStand?
  package var code: CodeBlock?
  package var jump: JumpRequest?
  /// Paragraphs that may be cut, by number (from 1, other blocks not counted); the last is cut first.
  package var trim: [Int] = []
  package var blocks: [Block] = []
  /// The file, and where in it each front-matter key's value stands.
  package var file: String
  package var places: [String: SourcePlace] = [:]
  /// Set when the story is broken: a placeholder stands in its frame.
  package var isPlaceholder: Bool = false

  package init(id: String, file: String) { (self.id, self.file) = (id, file) }

  package func place(of key: String) -> SourcePlace {
    places[key] ?? SourcePlace(file: file, line: 1, column: 1)
  }
}
