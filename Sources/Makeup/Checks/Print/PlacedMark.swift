import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// A mark of a made-up page as the press meets it: with what it lies on, and who asked for it.
struct PlacedMark {
  var mark: Mark
  /// The ink under it; white where there is paper, or a picture.
  var ground: Ink
  /// The picture that lies under it, nothing between.
  var picture: PictureMark?
  var page: Page
  /// Nil for what stands between the frames.
  var frame: SetFrame?

  var isOnPicture: Bool { picture != nil }

  /// The frame in the layout; the layout itself for what has none.
  var place: SourcePlace {
    design?.place ?? SourcePlace(file: page.layout.file)
  }

  private var design: Frame? {
    frame.flatMap { frame in page.layout.frames.first { $0.id == frame.id } }
  }
}

/// All marks of a page in the order of printing.
func placedMarks(on page: Page) -> [PlacedMark] {
  var pile = Pile(page: page)
  for frame in page.frames {
    for panel in frame.panels { pile.lay(panel, of: frame) }
  }
  return pile.marks
}

/// Those of one frame alone.
func placedMarks(of frame: SetFrame, on page: Page) -> [PlacedMark] {
  var pile = Pile(page: page)
  for panel in frame.panels { pile.lay(panel, of: frame) }
  return pile.marks
}

/// Marks laid over each other.
private struct Pile {
  let page: Page
  private(set) var marks: [PlacedMark] = []
  private var grounds: [(area: Rect, ink: Ink, picture: PictureMark?)] = []

  init(page: Page) { self.page = page }

  mutating func lay(_ panel: Panel, of frame: SetFrame) {
    var drawn: [Mark] = []
    draw(panel, into: &drawn)
    for mark in drawn {
      guard let box = mark.box else { continue }
      let middle = Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
      let under = grounds.last { $0.area.contains(middle) }
      marks.append(
        PlacedMark(
          mark: mark, ground: under?.ink ?? .white, picture: under?.picture, page: page,
          frame: frame))
      if let ground = mark.ground { grounds.append((box, ground, mark.picture)) }
    }
  }
}

extension Mark {
  /// What it covers; of type the bodies of its characters, near enough.
  var box: Rect? {
    switch self {
    case .glyphs(let mark): mark.box
    case .fill(let rect, _), .stroke(let rect, _, _): rect
    case .roundBox(let box): box.rect
    case .line(let from, let to, let weight, _, _): span(from, to, weight)
    case .wave(let wave): span(wave.from, wave.to, wave.height)
    case .path(let path): path.bounds
    case .picture(let picture): picture.clip
    case .begin, .end: nil
    }
  }

  /// What of the page it takes: of type the bodies of its characters, not their middles alone.
  var extent: Rect? {
    if case .glyphs(let type) = self { return type.bodies }
    return box
  }

  fileprivate var picture: PictureMark? {
    if case .picture(let picture) = self { return picture }
    return nil
  }

  /// What it is for marks that lie on it.
  fileprivate var ground: Ink? {
    switch self {
    case .fill(_, let ink): ink
    case .roundBox(let box): box.fill
    case .path(let path): path.fill
    case .picture: .white
    default: nil
    }
  }

  private func span(_ from: Point, _ to: Point, _ weight: Length) -> Rect {
    let (x, y) = (min(from.x, to.x), min(from.y, to.y))
    return Rect(
      x: x, y: y, width: max(max(from.x, to.x) - x, weight),
      height: max(max(from.y, to.y) - y, weight))
  }
}

extension GlyphMark {
  /// From the first origin to the last and half an em beyond: narrow letters would be made too wide by a whole.
  fileprivate var box: Rect? {
    guard let first = glyphs.first else { return nil }
    let (xs, ys) = (glyphs.map(\.origin.x), glyphs.map(\.origin.y))
    let x = xs.reduce(first.origin.x, min)
    let y = ys.reduce(first.origin.y, min) - size / 2
    return Rect(
      x: x, y: y, width: xs.reduce(first.origin.x, max) - x + size / 2,
      height: ys.reduce(first.origin.y, max) - y)
  }
}

extension GlyphMark {
  /// They stand on a baseline an eighth of an em over their feet.
  fileprivate var bodies: Rect? {
    guard let first = glyphs.first else { return nil }
    let (xs, ys) = (glyphs.map(\.origin.x), glyphs.map(\.origin.y))
    let (x, top) = (xs.reduce(first.origin.x, min), ys.reduce(first.origin.y, min))
    return Rect(
      x: x, y: top - size.thousandths(875), width: xs.reduce(first.origin.x, max) - x + size,
      height: ys.reduce(first.origin.y, max) - top + size)
  }
}

extension Rect {
  fileprivate func contains(_ point: Point) -> Bool {
    (x...maxX).contains(point.x) && (y...maxY).contains(point.y)
  }
}
