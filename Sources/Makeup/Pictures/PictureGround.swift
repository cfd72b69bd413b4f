import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// The picture that a story stands on (图底).
struct PictureGround: Hashable {
  let picture: Picture
  /// What of the page it covers.
  let rect: Rect
  /// The same with what is cut off with the paper's edge (出血).
  private let whole: Rect

  init(_ picture: Picture, in frame: Frame, of layout: Layout) {
    self.picture = picture
    let bounds = frame.bounds(on: layout.grid)
    let page = Rect(x: .zero, y: .zero, width: layout.size.width, height: layout.size.height)
    rect =
      frame.ground?.bleeds == true ? bounds.reaching(page, from: layout.grid.typeArea) : bounds
    let bleed = Length.zero - layout.bleed
    whole = rect.reaching(page.inset(by: bleed), from: page)
  }

  /// Thousandths of it that are cut away.
  func loss(_ manner: PictureManner) -> Int {
    guard picture.file != nil else { return 0 }
    return PhotoGroup(picture, manner).loss(width: whole.width, extent: whole.height)
  }

  /// The picture cropped round its focus, or a grey box in its place.
  var panel: Panel {
    let area = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height)
    let tag = MarkTag.figure(alternative: picture.caption ?? picture.path.value)
    return Panel(rect: rect, items: [.begin(tag)] + items(in: area) + [.end(tag)])
  }

  private func items(in area: LogicalRect) -> [Item] {
    guard let file = picture.file, file.width > 0, file.height > 0 else { return greyBox(area) }
    let covered = LogicalRect(
      inline: whole.x - rect.x, block: whole.y - rect.y, inlineSize: whole.width,
      blockSize: whole.height)
    let paper: [Item] = file.isDrawn ? [.paper(area)] : []
    return paper + [
      .picture(file: file.path, placement: covered.covered(by: file, picture.crop), clip: area)
    ]
  }
}

/// What is to be said of a picture under a story.
enum GroundFault: Hashable {
  /// The story has no picture.
  case noPicture
  /// There is no panel, and nobody knows how dark the picture is.
  case noPanel
}

extension StoryPartMaker {
  /// Lays the story's first part on its first picture, where the layout has it so, in type that can be read on the
  /// panel. A story without a picture, or its part on another page, stands on the panel's colour.
  mutating func takeGround(of layout: Layout, isFirst: Bool) {
    guard let design = frame.ground else { return }
    // The box in the place of a picture that cannot be shown is light.
    let isBoxed = isFirst && story.photos.first.map { $0.file == nil } == true
    if design.panel?.isDark ?? (design.isWhite && !isBoxed) {
      frame.reverse = design.panel ?? .black
    } else {
      frame.tint = design.panel
    }
    guard isFirst, !story.photos.isEmpty else {
      frame.ground = nil
      groundFault = isFirst ? .noPicture : nil
      return
    }
    var picture = story.photos.removeFirst()
    // The others of its group stand in the text.
    if let next = picture.others.first {
      var rest = picture
      (rest.path, rest.file, rest.crop) = (next.path, next.file, next.crop)
      (rest.others, rest.caption, rest.credit) = (Array(picture.others.dropFirst()), nil, nil)
      picture.others = []
      story.photos.insert(rest, at: 0)
    }
    ground = PictureGround(picture, in: frame, of: layout)
    groundFault = design.panel == nil && picture.file?.tones == nil ? .noPanel : nil
  }

  /// What is said of the picture, at the foot of the words.
  func standGroundWords(in part: inout StoryPart) {
    guard let ground, let index = part.rooms.indices.last else { return }
    let manner = PictureManner(ground.picture, in: frame, types: types)
    // It is cropped, whatever shape it was given.
    part.note(loss: ground.loss(manner), of: ground.picture, as: .rectangle, isLower: false)
    let room = part.rooms[index]
    let isWhite = frame.reverse != nil
    let setter = CaptionSetter(
      types: types, style: isWhite ? "caption-white" : "caption",
      creditStyle: isWhite ? "credit-white" : "credit")
    let words = setter.caption(
      ground.picture, width: room.rect.width,
      credit: manner.credit == .edge ? .end : manner.credit)
    guard words.extent > .zero else { return }
    let taken = words.extent + types.grid.pitch / 2
    guard taken * 2 <= room.rect.height else {
      part.pictureNeeds.append(
        (taken * 2 / room.pitch + 1, room.rect.height / room.pitch, ground.picture.path.place))
      return
    }
    func foot(_ height: Length) -> Rect {
      Rect(
        x: room.rect.x, y: room.rect.maxY - height, width: room.rect.width, height: height)
    }
    part.panels.append(Panel(rect: foot(words.extent), items: words.items))
    part.rooms[index].exclusions.append(room.mode.logical(foot(taken), in: room.rect))
  }
}

extension Frame {
  /// The rectangles that its words have: on a picture, the columns and lines that its ground gives them.
  var textAreas: [GridArea] {
    guard let ground, var area = areas.first else { return areas }
    let anchor = ground.anchor.flatMap(PictureAnchor.init) ?? .bottomLeft
    let isCentred = [.top, .center, .bottom].contains(anchor)
    area.columns = area.columns.part(
      ground.columns, isLast: anchor.isAtRight, isMiddle: isCentred)
    area.lines = area.lines.part(
      ground.lines, isLast: anchor.isAtBottom, isMiddle: anchor.isInMiddle)
    return [area]
  }
}

extension ClosedRange<Int> {
  /// So many of its numbers: the first, the last, or those in the middle.
  fileprivate func part(_ count: Int?, isLast: Bool, isMiddle: Bool) -> ClosedRange<Int> {
    guard let count, count < self.count else { return self }
    let rest = self.count - count
    let first = lowerBound + (isLast ? rest : isMiddle ? rest / 2 : 0)
    return first...first + count - 1
  }
}

extension BodyGrid {
  /// The whole of the type area (版心).
  var typeArea: Rect { rect(columns: 1...columns, lines: 1...lines) }
}

extension Rect {
  /// This, moved out to an outer rectangle on the sides that lie on an inner one's or beyond.
  fileprivate func reaching(_ outer: Rect, from inner: Rect) -> Rect {
    let left = x <= inner.x ? min(x, outer.x) : x
    let top = y <= inner.y ? min(y, outer.y) : y
    let right = maxX >= inner.maxX ? max(maxX, outer.maxX) : maxX
    let bottom = maxY >= inner.maxY ? max(maxY, outer.maxY) : maxY
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
