import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 报头: the name, larger than anything else on the page; the day beside or under it, codes at the right, the
  /// publisher's lines between two rules at the foot. A frame taller than wide has the name upright.
  func masthead(_ rect: Rect, frame: Frame) -> Furnished {
    let isUpright = frame.mode == .vertical || rect.height * 5 > rect.width * 6
    return isUpright
      ? uprightMasthead(rect, frame.masthead) : levelMasthead(rect, frame.masthead)
  }

  // MARK: The name across the page

  private func levelMasthead(_ rect: Rect, _ design: MastheadDesign) -> Furnished {
    let date = design.date ?? .right
    var foot = publisherLines(width: rect.width)
    if date == .under { foot = dateLine(width: rect.width).over(foot) }
    let height = rect.height - foot.extent - types.grid.pitch / 2
    let codes = mastheadCodes(width: rect.width * 2 / 5, height: height, isBeside: true)
    var room = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: height)
    let code = room.takeRight(codes.block.width, gap: size)
    let width = max(size * 9, rect.width.thousandths(200))
    var day: [Item] = []
    if date == .left {
      let edge = room.takeLeft(width, gap: size)
      day = dateBlock(from: edge, width: width, height: height, ruleAtLeft: false)
    } else if date == .right {
      let edge = room.takeRight(width, gap: size)
      day = dateBlock(from: edge, width: width, height: height, ruleAtLeft: true)
    }
    let items =
      nameplate(in: room, design.align) + day
      + codes.block.items(at: code, (height - codes.block.extent) / 2)
      + foot.items(at: .zero, rect.height - foot.extent)
    return Furnished(panels: [Panel(rect: rect, items: items)], diagnostics: codes.diagnostics)
  }

  private func nameplate(in room: LogicalRect, _ align: MastheadDesign.Side) -> [Item] {
    if let art = nameplateArt(in: room, align) { return art }
    let style = types.style("masthead-name")
    let tagline = edition.masthead["tagline"]
    let available = tagline == nil ? room.blockSize : room.blockSize - size * 3 / 2
    let count = max(1, paper.unicodeScalars.count)
    let letter = min(available.thousandths(960), room.inlineSize / count)
    // Letters of a name keep together: at most a third of one between them.
    let spread = min(room.inlineSize, letter * (count - 1) * 4 / 3 + letter)
    let start = room.inline + align.share(of: room.inlineSize - spread)
    var items = [
      line(paper, style.sized(letter), from: start, measure: spread, axis: available / 2)
    ]
    if let tagline {
      let style = types.style("masthead-line").aligned(.center)
      items.append(
        line(tagline, style, from: start, measure: spread, axis: room.blockSize - size / 2))
    }
    return items
  }

  /// The picture of the nameplate, as large as it fits; nil without one.
  private func nameplateArt(in room: LogicalRect, _ align: MastheadDesign.Side) -> [Item]? {
    guard let file = edition.masthead.artFile, file.width > 0, file.height > 0 else { return nil }
    let scale = min(
      room.inlineSize.points / Double(file.width), room.blockSize.points / Double(file.height))
    let (width, height) = (
      Length.points(Double(file.width) * scale), Length.points(Double(file.height) * scale)
    )
    let placement = LogicalRect(
      inline: room.inline + align.share(of: room.inlineSize - width),
      block: room.block + (room.blockSize - height) / 2, inlineSize: width, blockSize: height)
    return [
      .begin(.figure(alternative: paper)),
      .picture(file: file.path, placement: placement, clip: placement),
      .end(.figure(alternative: paper)),
    ]
  }

  // MARK: The name upright

  private func uprightMasthead(_ rect: Rect, _ design: MastheadDesign) -> Furnished {
    let codes = mastheadCodes(width: rect.width, height: rect.height / 4, isBeside: false)
    let blocks = [
      design.date == MastheadDesign.DatePlace.none ? .none : dateRows(width: rect.width),
      codes.block.centred(in: rect.width), publisherLines(width: rect.width),
    ].filter { $0.extent > .zero }
    let gap = types.grid.pitch / 2
    let top = rect.height - blocks.map { $0.extent + gap }.reduce(.zero, +)
    var block = top + gap
    var items: [Item] = []
    for part in blocks {
      items += part.items(at: .zero, block)
      block += part.extent + gap
    }
    let room = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: top)
    let name = uprightName(in: room, of: rect, design.align)
    return Furnished(
      panels: name.panels + [Panel(rect: rect, items: name.items + items)],
      diagnostics: codes.diagnostics)
  }

  private func uprightName(
    in room: LogicalRect, of rect: Rect, _ align: MastheadDesign.Side
  ) -> (items: [Item], panels: [Panel]) {
    if let art = nameplateArt(in: room, align) { return (art, []) }
    let tagline = edition.masthead["tagline"].map {
      fittedLine(
        $0, types.style("masthead-line").aligned(.center), from: .zero, measure: room.inlineSize,
        axis: room.blockSize - size / 2)
    }
    let height = tagline == nil ? room.blockSize : room.blockSize - size * 3 / 2
    let count = max(1, paper.unicodeScalars.count)
    let letter = min(room.inlineSize.thousandths(920), height / count)
    let spread = min(height, letter * (count - 1) * 4 / 3 + letter)
    let style = types.style("masthead-name").sized(letter).mode(.vertical)
    let strip = Rect(
      x: rect.x + align.share(of: room.inlineSize - letter), y: rect.y + (height - spread) / 2,
      width: letter, height: spread)
    let name = Panel(
      rect: strip, mode: .vertical,
      items: [line(paper, style, from: .zero, measure: spread, axis: letter / 2)])
    return (tagline.map { [$0] } ?? [], [name])
  }
}

extension MastheadDesign.Side {
  /// How far from the left what leaves so much white stands.
  fileprivate func share(of white: Length) -> Length {
    switch self {
    case .left: .zero
    case .center: white / 2
    case .right: white
    }
  }
}

extension LogicalRect {
  /// Gives a part at its end away, with white before it; answers where the part begins.
  fileprivate mutating func takeRight(_ width: Length, gap: Length) -> Length {
    if width > .zero { inlineSize = inlineSize - width - gap }
    return inlineEnd + gap
  }

  /// Gives a part at its start away, with white after it; answers where the part begins.
  fileprivate mutating func takeLeft(_ width: Length, gap: Length) -> Length {
    defer {
      inline += width + gap
      inlineSize = inlineSize - width - gap
    }
    return inline
  }
}

extension FurnitureBlock {
  /// This one with another right under it.
  fileprivate func over(_ other: FurnitureBlock) -> FurnitureBlock {
    FurnitureBlock(
      width: max(width, other.width), extent: extent + other.extent,
      items: items + other.items(at: .zero, extent))
  }

  fileprivate func centred(in width: Length) -> FurnitureBlock {
    FurnitureBlock(width: width, extent: extent, items: items(at: (width - self.width) / 2, .zero))
  }
}
