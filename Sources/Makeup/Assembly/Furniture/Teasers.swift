import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 导读: the stories to look for inside, each with its page; every one leads to its page in the PDF. In a vertical
  /// frame they stand beside each other from the right: `width` is along their lines, `height` across them.
  func teasers(_ rect: Rect) -> [Panel] {
    let room = mode.logical(rect.size)
    let (width, height) = (room.inline, room.block)
    let band = band(words.said(.teasers), width: width)
    var (items, pictures) = (band.items, [Panel]())
    let teasers = request.teasers
    guard !teasers.isEmpty else { return [Panel(rect: rect, mode: mode, items: items)] }
    let each = (height - band.extent) / teasers.count
    // Pictures are of one length, and all titles begin at one place after them.
    let length = pictureLength(of: teasers, width: width, height: each)
    for (index, teaser) in teasers.enumerated() {
      let top = band.extent + each * index
      let photo = teaser.photo.map { self.photo($0, length: length, height: each) }
      let edge = length > .zero ? end(ofPicture: length) : size
      items += self.teaser(teaser, from: edge, width: width, height: each).map {
        $0.moved(inline: .zero, block: top)
      }
      if let photo { pictures.append(panel(photo, of: teaser, at: top, in: rect)) }
      if index > 0 {
        items.append(
          .rule(
            from: LogicalPoint(inline: .zero, block: top),
            to: LogicalPoint(inline: width, block: top),
            weight: .points(0.5), .black, .dotted))
      }
    }
    items.append(rule(at: height - .points(0.25), to: width, weight: 0.5))
    return [Panel(rect: rect, mode: mode, items: items)] + pictures
  }

  /// One teaser: its title's lines as large as they fit, after its picture where it has one, its page at their far end.
  private func teaser(_ teaser: Teaser, from edge: Length, width: Length, height: Length) -> [Item]
  {
    let title = style("teaser-title")
    let page = style("teaser-page")
    let box = types.width(number(teaser.page), as: page) + size * 3 / 4
    let section = teaser.section.map { types.width($0, as: page) + size / 2 } ?? .zero
    let tag = box + section
    let letter = letter(for: teaser.title, title, width: width - edge - tag - size, height: height)
    let pitch = letter * 27 / 20
    var axis = (height - pitch * (teaser.title.count - 1)) / 2
    let link = MarkTag.link(to: "page-\(teaser.page)")
    var items: [Item] = [.begin(link)]
    for text in teaser.title {
      items.append(line(text, title.sized(letter), from: edge, measure: width - edge, axis: axis))
      axis += pitch
    }
    let boxHeight = page.text.size * 4 / 3
    let level = height - boxHeight / 2 - size / 2
    let start = width - tag
    items += pageBox(teaser.page, at: start, width: box, axis: level)
    if let section = teaser.section {
      items.append(
        line(
          section, page, from: start + box + size / 2, measure: tag - box, axis: level))
    }
    return items + [.end(link)]
  }

  /// What the pictures take along the lines: as the shortest of them would, but no less than they are across, and a third
  /// of the width at the most; nothing where there are none.
  private func pictureLength(of teasers: [Teaser], width: Length, height: Length) -> Length {
    let across = height - white * 2
    let lengths = teasers.compactMap(\.photo).map { photo in
      let group = PhotoGroup(photo, PictureManner(photo, in: nil, types: types))
      return mode == .horizontal
        ? group.naturalWidth(extent: across) : group.naturalExtent(width: across)
    }
    return lengths.min().map { min(width / 3, max($0, across)) } ?? .zero
  }

  /// A picture as deep as the teaser across its lines.
  private func photo(_ picture: Picture, length: Length, height: Length) -> TeaserPhoto {
    TeaserPhoto(
      group: PhotoGroup(picture, PictureManner(picture, in: nil, types: types)),
      area: LogicalRect(
        inline: mode == .horizontal ? .zero : white, block: white, inlineSize: length,
        blockSize: height - white * 2))
  }

  private func end(ofPicture length: Length) -> Length {
    length + size + (mode == .horizontal ? .zero : white)
  }

  /// Over and under a picture.
  private var white: Length { size * 2 / 3 }

  /// The picture of a teaser that begins at `top`: itself always upright, and it leads to the page too.
  private func panel(_ photo: TeaserPhoto, of teaser: Teaser, at top: Length, in rect: Rect)
    -> Panel
  {
    var area = photo.area
    area.block += top
    let place = mode.place(area, in: rect)
    let whole = LogicalRect(
      inline: .zero, block: .zero, inlineSize: place.width, blockSize: place.height)
    let link = MarkTag.link(to: "page-\(teaser.page)")
    return Panel(rect: place, items: [.begin(link)] + photo.group.items(in: whole) + [.end(link)])
  }

  /// The largest size at which a teaser's lines fit beside its page and under each other.
  private func letter(
    for lines: [String], _ style: ResolvedStyle, width: Length, height: Length
  ) -> Length {
    let widest = lines.map { types.width($0, as: style) }.max() ?? .zero
    let byWidth =
      widest > width
      ? Length(units: style.text.size.units * width.units / widest.units) : style.text.size
    let byHeight = (height - size) * 20 / (27 * max(1, lines.count))
    return max(style.minSize, min(byWidth, byHeight))
  }
}

/// The picture of a teaser, and where it stands in it.
private struct TeaserPhoto {
  var group: PhotoGroup
  var area: LogicalRect
}
