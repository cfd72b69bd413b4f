import CJKRules
import Drawing
import Fonts
import Geometry
import Typesetting

/// What a printer needs round a page to cut it and to lay its plates on each other (印刷标记): corner marks, register
/// crosses, a bar of solids and half tones, and the slug that names the page (版注). Places are from the trimmed page's
/// top left; all of it stands outside the trim and the bleed.
package struct PrintersMarks {
  let typesetter: Typesetter
  let language: Language

  package init(typesetter: Typesetter, language: Language) {
    (self.typesetter, self.language) = (typesetter, language)
  }

  /// Paper that the marks want round the bleed.
  package static let room = Length.millimetres(12)
  /// From the bleed to the nearest mark.
  private static let gap = Length.millimetres(2)
  private static let length = Length.millimetres(6)
  private static let weight = Length.points(0.25)
  private static let patch = Length.millimetres(4)
  /// On every plate, so that they can be laid on each other.
  private static let registration = Ink(c: 100, m: 100, y: 100, k: 100)

  /// The marks of a page of this size; `slug` names it.
  package func marks(of page: Size, bleed: Length, slug: String) -> [Mark] {
    corners(page, bleed) + crosses(page, bleed) + bar(page, bleed) + slugLine(slug, page, bleed)
  }

  private func corners(_ page: Size, _ bleed: Length) -> [Mark] {
    let near = bleed + Self.gap
    let far = near + Self.length
    let edges = [(Length.zero, true), (page.width, false)]
    let sides = [(Length.zero, true), (page.height, false)]
    return edges.flatMap { x, isLeft in
      sides.flatMap { y, isTop in
        [
          line(
            Point(x: isLeft ? x - near : x + near, y: y), Point(x: isLeft ? x - far : x + far, y: y)
          ),
          line(
            Point(x: x, y: isTop ? y - near : y + near), Point(x: x, y: isTop ? y - far : y + far)),
        ]
      }
    }
  }

  /// A cross with a ring at the middle of each side.
  private func crosses(_ page: Size, _ bleed: Length) -> [Mark] {
    let off = bleed + Self.gap + Self.length / 2
    let (middle, centre) = (page.width / 2, page.height / 2)
    let places = [
      Point(x: middle, y: .zero - off), Point(x: middle, y: page.height + off),
      Point(x: .zero - off, y: centre), Point(x: page.width + off, y: centre),
    ]
    let (arm, radius) = (Self.length / 2, Self.length / 4)
    return places.flatMap { place in
      [
        line(Point(x: place.x - arm, y: place.y), Point(x: place.x + arm, y: place.y)),
        line(Point(x: place.x, y: place.y - arm), Point(x: place.x, y: place.y + arm)),
        .roundBox(
          RoundBox(
            rect: Rect(
              x: place.x - radius, y: place.y - radius, width: radius * 2, height: radius * 2),
            radius: radius, fill: nil, stroke: Self.registration, weight: Self.weight)),
      ]
    }
  }

  /// Solids and half tones of the four inks, over the page's left half.
  private func bar(_ page: Size, _ bleed: Length) -> [Mark] {
    let inks = [
      Ink(c: 100, k: 0), Ink(m: 100, k: 0), Ink(y: 100, k: 0), .black, Ink(c: 50, k: 0),
      Ink(m: 50, k: 0), Ink(y: 50, k: 0), .grey(50),
    ]
    let top = Length.zero - bleed - Self.gap - Self.patch
    return inks.enumerated().map { index, ink in
      .fill(
        Rect(
          x: Self.length + Self.patch * index, y: top, width: Self.patch, height: Self.patch), ink)
    }
  }

  /// The slug, under the page's left half.
  private func slugLine(_ text: String, _ page: Size, _ bleed: Length) -> [Mark] {
    let scalars = Array(text.unicodeScalars)
    let size = Length.points(6)
    let style = TextStyle(font: .hei, latin: .latinSans, size: size)
    let shaped = typesetter.shape(
      StyledParagraph(
        text: scalars, spans: [TextSpan(range: 0..<scalars.count, style: style)],
        style: ParagraphStyle(language: language, alignment: .start)))
    let line = typesetter.setSingleLine(shaped, measure: shaped.naturalWidth)
    let panel = Panel(
      rect: Rect(
        x: Self.length, y: page.height + bleed + Self.gap, width: page.width / 2 - Self.length * 2,
        height: size),
      items: [.line(line, start: LogicalPoint(inline: .zero, block: size / 2), .black)])
    var marks: [Mark] = []
    draw(panel, into: &marks)
    return marks
  }

  private func line(_ from: Point, _ to: Point) -> Mark {
    .line(from: from, to: to, weight: Self.weight, Self.registration, .solid)
  }
}
