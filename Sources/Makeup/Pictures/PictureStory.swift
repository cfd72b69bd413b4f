import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A story that is a picture with its caption: 栏目 label and sponsor on top, the picture cropped to
/// its room, the caption below it or, where that would crop too much, beside it.
struct PictureStorySetter {
  let maker: StoryPartMaker

  private var story: Story { maker.story }
  private var types: TypeCase { maker.types }

  func stand(in part: inout StoryPart) {
    guard let picture = story.photos.joined, let room = part.rooms.first else { return }
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
    // The picture has the room to itself.
    part.rooms[0].exclusions.append(
      LogicalRect(
        inline: .zero, block: .zero, inlineSize: room.size.inline, blockSize: room.size.block))
    let rect = room.mode.place(area, in: room.rect)
    let block = block(of: picture, in: rect.size)
    guard block.least <= rect.height else {
      let pitch = types.grid.pitch
      part.pictureNeeds.append(
        (block.least / pitch + 1, max(.zero, rect.height) / pitch, picture.path.place))
      return
    }
    part.note(
      loss: block.loss(inHeight: rect.height), of: picture,
      as: PictureManner(picture, in: maker.frame, types: types).shape,
      isLower: rect.height - block.below < block.natural)
    let panels = block.panels(in: rect)
    if block.isOnOwnGround { part.fixedPanels += panels } else { part.panels += panels }
  }

  private func label(_ column: String) -> ColumnLabel {
    ColumnLabel(column, sponsor: story.sponsor, types: types, mode: maker.frame.mode)
  }

  private var labelExtent: Length {
    story.column.map { label($0).extent + types.grid.pitch / 2 } ?? .zero
  }

  /// The caption where the house has it; unless told, beside the picture where it would crop too much below, and takes a
  /// quarter of the width at the most.
  private func block(of picture: Picture, in size: Size) -> PictureBlock {
    let manner = PictureManner(picture, in: maker.frame, types: types)
    let usual = PictureBlock(picture, width: size.width, manner, types, isAlone: true)
    guard manner.caption == nil, usual.loss(inHeight: size.height) > 220 else { return usual }
    let character = types.style("caption").text.size
    let beside = (7...16).map { count in
      PictureBlock(
        picture, width: size.width, manner, types, captionBeside: character * count, isAlone: true)
    }
    let fitting = beside.filter { $0.image * 4 >= size.width * 3 && $0.least <= size.height }
    guard let best = fitting.min(by: { cost($0, size) < cost($1, size) }),
      best.loss(inHeight: size.height) + 120 < usual.loss(inHeight: size.height)
    else { return usual }
    return best
  }

  /// What crops least and leaves least white.
  private func cost(_ block: PictureBlock, _ size: Size) -> Int {
    let white = size.height - block.captionExtent
    return block.loss(inHeight: size.height) + 300 * white.units / max(1, size.height.units)
  }
}

extension [Picture] {
  /// Several pictures without text are a group; what is said of each is its caption.
  fileprivate var joined: Picture? {
    guard var whole = first else { return nil }
    whole.others = flatMap(\.parts).dropFirst().map { $0 }
    whole.caption = joined(\.caption)
    whole.credit = joined(\.credit)
    return whole
  }

  private func joined(_ words: (Picture) -> String?) -> String? {
    let all = compactMap(words)
    return all.isEmpty ? nil : all.joined(separator: "　")
  }
}
