import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A story that is a picture with its caption: 栏目 label and sponsor on top, the picture cropped to
/// its room, the caption below it or, where that would crop too much, beside it.
struct PictureStorySetter {
  let story: Story
  let maker: StoryPartMaker

  private var types: TypeCase { maker.types }

  func stand(in part: inout StoryPart) {
    guard let picture = story.photos.first, !part.rooms.isEmpty else { return }
    let room = part.rooms[0]
    let top =
      part.panels.isEmpty
      ? labelExtent : (room.exclusions.map(\.blockEnd).max() ?? .zero) + types.grid.pitch / 2
    if part.panels.isEmpty, let column = story.column {
      part.panels.append(
        Panel(rect: room.rect, mode: room.mode, items: label(column).items(width: room.size.inline))
      )
    }
    let area = LogicalRect(
      inline: .zero, block: top, inlineSize: room.size.inline, blockSize: room.size.block - top)
    let way = bestWay(picture, in: area)
    // The picture has the room to itself.
    part.rooms[0].exclusions.append(
      LogicalRect(
        inline: .zero, block: .zero, inlineSize: room.size.inline, blockSize: room.size.block))
    part.panels.append(
      Panel(
        rect: room.rect, mode: room.mode,
        items: PictureSetter(types: types).place(picture, in: way.picture)
          + way.caption.items.map { $0.moved(inline: way.captionInline, block: way.captionBlock) }))
  }

  private func label(_ column: String) -> ColumnLabel {
    ColumnLabel(column, sponsor: story.sponsor, types: types, mode: maker.frame.mode)
  }

  private var labelExtent: Length {
    story.column.map { label($0).extent + types.grid.pitch / 2 } ?? .zero
  }

  private struct Way {
    var picture: LogicalRect
    var caption: CaptionFit
    var captionInline: Length
    var captionBlock: Length
    /// Share that is cut away of the picture, or of the part of it that the editor chose, thousandths.
    var loss: Int
  }

  private func bestWay(_ picture: Picture, in area: LogicalRect) -> Way {
    let below = captionBelow(picture, in: area)
    guard below.loss > 220, let beside = captionBeside(picture, in: area),
      beside.loss + 120 < below.loss
    else { return below }
    return beside
  }

  private func captionBelow(_ picture: Picture, in area: LogicalRect) -> Way {
    let setter = PictureSetter(types: types)
    let caption = setter.caption(picture, width: area.inlineSize)
    let gap = caption.extent == .zero ? Length.zero : types.grid.pitch / 2
    let image = LogicalRect(
      inline: area.inline, block: area.block, inlineSize: area.inlineSize,
      blockSize: max(types.grid.pitch, area.blockSize - caption.extent - gap))
    return Way(
      picture: image, caption: caption, captionInline: area.inline,
      captionBlock: image.blockEnd + gap,
      loss: loss(picture, image))
  }

  /// The caption in a column of whole 字 at the right of the picture, its foot level with it: the
  /// column that crops least and leaves least white.
  private func captionBeside(_ picture: Picture, in area: LogicalRect) -> Way? {
    let size = types.style("caption").text.size
    let ways = (7...16).compactMap { way(picture, in: area, captionMeasure: size * $0) }
    return ways.min { cost($0, in: area) < cost($1, in: area) }
  }

  private func way(_ picture: Picture, in area: LogicalRect, captionMeasure: Length) -> Way? {
    let gap = types.grid.size
    let width = area.inlineSize - captionMeasure - gap
    let caption = PictureSetter(types: types).caption(picture, width: captionMeasure)
    guard width > area.inlineSize / 2, caption.extent <= area.blockSize else { return nil }
    let image = LogicalRect(
      inline: area.inline, block: area.block, inlineSize: width, blockSize: area.blockSize)
    return Way(
      picture: image, caption: caption, captionInline: image.inlineEnd + gap,
      captionBlock: area.blockEnd - caption.extent, loss: loss(picture, image))
  }

  private func cost(_ way: Way, in area: LogicalRect) -> Int {
    let white = area.blockSize - way.caption.extent
    return way.loss + 300 * white.units / max(1, area.blockSize.units)
  }

  private func loss(_ picture: Picture, _ area: LogicalRect) -> Int {
    guard let file = picture.file, file.width > 0, file.height > 0 else { return 0 }
    let whole = PictureSetter(types: types).naturalExtent(picture, width: area.inlineSize)
    let have = area.inlineSize.points / max(1, whole.points)
    let want = area.inlineSize.points / max(1, area.blockSize.points)
    return Int((1 - min(have, want) / max(have, want)) * 1000)
  }
}
