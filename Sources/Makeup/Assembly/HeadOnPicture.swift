import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// How a headline that is to stand on a picture came out (压题).
enum PictureHead: Hashable {
  /// On the story's first picture.
  case stood
  /// There, without a ground, on a picture of which nobody knows how dark it is.
  case bare
  case noPicture
  /// The frame is not deep enough: rows that it takes, and has.
  case noRoom(need: Int, have: Int)

  var stands: Bool { self == .stood || self == .bare }
}

extension StoryPartMaker {
  /// The story's first picture across the room, its caption under it, and the heads on it.
  func standOnPicture(_ matter: HeadMatter, in part: inout StoryPart) -> PictureHead {
    // Across the frame: where it has several rectangles level, across their strip.
    let places = part.stands
    let index = places.count > part.rooms.count ? part.rooms.count : 0
    guard var picture = story.photos.first, places.indices.contains(index) else {
      return .noPicture
    }
    let room = places[index]
    // On it stand the heads, and beside it nothing.
    (picture.captionPlace, picture.width) = (.under, nil)
    guard
      let place = PicturePlacing(
        picture, at: .top, room.legs[...], in: room, frame: frame, types: types)
    else { return .noPicture }
    // What follows keeps two fifths of the room at least, unless the layout says how deep the picture is.
    let isFollowed = hasText || story.photos.count > 1
    let most = isFollowed ? room.rows * 3 / 5 : room.rows
    let wanted = frame.headline.lines ?? (isFollowed ? min(place.natural, most) : room.rows)
    let rows = max(place.least, wanted)
    guard rows <= room.rows else { return .noRoom(need: rows, have: room.rows) }
    var panels = place.panels(from: 0, rows: rows).panels
    func heads(_ rows: Int) -> (head: StandingHead, items: [Item])? {
      HeadOnPicture(
        maker: self, matter: matter, image: place.imageSize(from: 0, rows: rows),
        columns: room.legs.count
      ).set()
    }
    guard let (head, items) = heads(rows) else {
      let deeper = (rows..<max(rows, room.rows)).first { heads($0 + 1) != nil } ?? room.rows
      return .noRoom(need: deeper + 1, have: rows)
    }
    panels[0].items += items
    (part.heads, part.titleExcess) = (head.records, head.fit.excess)
    part.panels += panels
    let shape = PictureManner(picture, in: frame, types: types).shape
    part.note(loss: place.loss(ofRows: rows), of: picture, as: shape, isLower: rows < place.natural)
    part.exclude(place.room(from: 0, rows: rows), in: index)
    if head.summary == nil { standSummary(matter.summary, from: rows, in: &part, at: index) }
    let isKnown = frame.headline.onPicture.strip != nil || picture.file?.tones != nil
    return isKnown ? .stood : .bare
  }

  /// Under the picture, across the room.
  private func standSummary(
    _ texts: [String], from row: Int, in part: inout StoryPart, at index: Int
  ) {
    guard !texts.isEmpty else { return }
    let room = part.stands[index]
    let summary = SummarySetter(types: types, mode: room.mode).fit(texts, width: room.size.inline)
    guard row + summary.rows <= room.rows else {
      part.oversetLines += texts.count
      part.oversetCharacters += summary.characters
      return
    }
    let area = LogicalRect(
      inline: .zero, block: room.start(ofRow: row), inlineSize: room.size.inline,
      blockSize: room.extent(rows: summary.rows))
    part.heads.append(summary.record)
    part.panels.append(
      Panel(rect: room.mode.place(area, in: room.rect), mode: room.mode, items: summary.items))
    part.exclude(area, in: index)
  }
}

/// Heads set on a picture: horizontal whichever way the text runs, as the picture is upright.
private struct HeadOnPicture {
  let maker: StoryPartMaker
  let matter: HeadMatter
  let image: Size
  /// Of the body, under the picture.
  let columns: Int

  private var types: TypeCase { maker.types }
  private var design: PictureHeadDesign { maker.frame.headline.onPicture }
  private var anchor: PictureAnchor { design.anchor.flatMap(PictureAnchor.init) ?? .bottomLeft }
  private var margin: Length { types.grid.size }

  /// Nil where the picture is not large enough.
  func set() -> (head: StandingHead, items: [Item])? {
    let width = min(image.width - margin * 2, share)
    // Half of the picture stays a picture.
    let most = image.height / 2 / types.grid.pitch
    guard most >= 2, width >= types.grid.size * 6 else { return nil }
    let room = width - margin
    let tab = tabDepth
    let rows = (image.height / 2 - tab) / types.grid.pitch
    guard let head = withSummary(width: room, most: rows) ?? heads(width: room, most: rows) else {
      return nil
    }
    // A summary's last line needs as much white under it as a title has by itself; the smaller heads over and under
    // a title keep off the edges.
    let white = types.grid.pitch / 2
    let top = tab + types.grid.pitch / 5 + (head.summary == nil ? white / 2 : .zero)
    let area = place(Size(width: width, height: types.grid.pitch * head.rows + white + tab))
    var items: [Item] = design.strip.map { [.fill(area, Ink($0))] } ?? []
    let letters: Ink = isWhite ? .white : .black
    items += head.items.map {
      $0.moved(inline: area.inline + margin / 2, block: area.block + top).inked(letters)
    }
    return (head, items + label(with: area))
  }

  /// Nil where the title would be smaller than its style allows.
  private func heads(width: Length, most: Int) -> StandingHead? {
    guard most > 0 else { return nil }
    var styles = matter.styles
    styles.isWeighed = true
    // White on a ground, the body's size fills in.
    styles.byline = types.style("byline-on")
    if styles.title.paragraph.alignment == .start { styles.byline = styles.byline.aligned(.start) }
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    var fit = setter.fit(matter.text, width: width, rows: nil)
    if fit.rows > most { fit = setter.fit(matter.text, width: width, rows: most) }
    let isLegible = matter.text.title.isEmpty || fit.titleSize >= styles.title.minSize
    return fit.rows <= most && isLegible ? StandingHead(fit, fit.items, isTooDeep: false) : nil
  }

  /// With the summary among them, where the layout asks for it and it has room.
  private func withSummary(width: Length, most: Int) -> StandingHead? {
    guard let position = maker.frame.headline.summary, !matter.summary.isEmpty else { return nil }
    let (em, pitch) = (types.grid.size, types.grid.pitch)
    let setter = SummarySetter(types: types, mode: .horizontal, isOnPicture: true)
    let narrow = em * (width / 3 / em)
    if position == .beside, narrow >= em * 8 {
      let summary = setter.fit(matter.summary, width: narrow)
      guard summary.rows <= most, var head = heads(width: width - narrow - em * 2, most: most)
      else { return nil }
      head.add(summary, .beside, start: width - narrow, pitch: pitch)
      return head
    }
    let summary = setter.fit(matter.summary, width: width)
    guard var head = heads(width: width, most: most - summary.rows) else { return nil }
    head.add(summary, position == .over ? .over : .under, start: .zero, pitch: pitch)
    return head
  }

  /// As many of the body's columns as the layout says, half of them unless it does.
  private var share: Length {
    let asked = maker.frame.headline.columns ?? max(1, (columns + 1) / 2)
    return image.width * min(asked, columns) / max(1, columns)
  }

  /// On the light box in the place of a picture that cannot be shown, black.
  private var isWhite: Bool {
    design.strip.map(\.isDark) ?? (design.isWhite && maker.story.photos.first?.file != nil)
  }

  private func place(_ size: Size) -> LogicalRect {
    let free = (across: image.width - size.width, down: image.height - size.height)
    let left =
      switch anchor {
      case .topLeft, .left, .bottomLeft: margin
      case .top, .center, .bottom: free.across / 2
      case .topRight, .right, .bottomRight: free.across - margin
      }
    let top =
      anchor.isAtBottom ? free.down - margin : anchor.isInMiddle ? free.down / 2 : margin
    return LogicalRect(
      inline: max(.zero, left), block: max(.zero, top), inlineSize: size.width,
      blockSize: size.height)
  }

  private var columnLabel: ColumnLabel? {
    matter.column.map { ColumnLabel($0, sponsor: nil, types: types, mode: .horizontal) }
  }

  /// What the label takes over heads that stand at the picture's top.
  private var tabDepth: Length {
    guard let columnLabel, !anchor.isAtBottom, !anchor.isInMiddle else { return .zero }
    return columnLabel.extent + types.grid.pitch / 4
  }

  /// The column's label in the picture's upper left corner, or in that of heads that stand there.
  private func label(with area: LogicalRect) -> [Item] {
    let corner = tabDepth > .zero ? (area.inline, area.block) : (.zero, .zero)
    return (columnLabel?.items(width: nil) ?? []).map {
      $0.moved(inline: corner.0, block: corner.1)
    }
  }
}

extension InkChoice {
  /// White letters can be read on it.
  var isDark: Bool {
    guard percents.count == 4 else { return true }
    // What each ink takes of the light, about.
    return percents[0] * 6 + percents[1] * 6 + percents[2] + percents[3] * 10 >= 500
  }
}

extension Item {
  /// Its letters in another ink.
  fileprivate func inked(_ ink: Ink) -> Item {
    if case .line(let line, let start, _) = self { return .line(line, start: start, ink) }
    return self
  }
}
