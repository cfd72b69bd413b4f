import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A picture's caption and credit, set to a width.
package struct CaptionFit: Hashable, Sendable {
  package var extent: Length
  package var items: [Item]
}

/// Sets pictures with their captions for one page's styles (图片·图说).
package struct PictureSetter {
  let types: TypeCase

  package init(types: TypeCase) { self.types = types }

  /// Caption and credit: the credit runs at the right of the last line, or under it.
  package func caption(_ picture: Picture, width: Length) -> CaptionFit {
    let style = types.style("caption")
    let credit = picture.credit.map { types.shape($0, as: types.style("credit")) }
    var lines: [Line] = []
    if let text = picture.caption, !text.isEmpty {
      lines = types.lines(text, as: style, measure: width)
    }
    var items: [Item] = []
    let ink = Ink(percents: style.ink)
    var axis = style.text.size / 2
    for line in lines {
      items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), ink))
      axis += style.pitch
    }
    if let credit {
      let sharesLine =
        (lines.last?.width).map { $0 + credit.naturalWidth + style.text.size <= width } ?? false
      if sharesLine { axis -= style.pitch }
      for line in creditLines(credit, width: width) {
        items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), ink))
        axis += style.pitch
      }
    }
    let extent = items.isEmpty ? .zero : axis - style.pitch + style.text.size / 2
    return CaptionFit(extent: extent, items: items)
  }

  /// The credit on one line, or on as many as a narrow caption needs.
  private func creditLines(_ credit: ShapedParagraph, width: Length) -> [Line] {
    guard credit.naturalWidth > width else { return [types.single(credit, measure: width)] }
    return types.typesetter.breakLines(credit, measures: { _ in width })
  }

  /// The picture cropped to `area` around the point it wants in sight, or a grey box in its place.
  package func place(_ picture: Picture, in area: LogicalRect) -> [Item] {
    let alternative = picture.caption ?? picture.path.value
    guard let file = picture.file, file.width > 0, file.height > 0 else {
      return [.begin(.figure(alternative: alternative))] + greyBox(area) + [
        .end(.figure(alternative: alternative))
      ]
    }
    // A drawing lies on white paper as a photograph does, whatever is under it: black lines would vanish on black.
    let paper: [Item] = file.isDrawn ? [.paper(area)] : []
    return [.begin(.figure(alternative: alternative))] + paper + [
      .picture(
        file: file.path, placement: covering(area, file: file, crop: picture.crop), clip: area),
      .end(.figure(alternative: alternative)),
    ]
  }

  /// What its caption leaves a picture of a room.
  func imageSize(_ picture: Picture, in room: Size) -> Size {
    let caption = caption(picture, width: room.width).extent
    let text = caption == .zero ? Length.zero : caption + types.grid.pitch / 4
    return Size(width: room.width, height: room.height - text)
  }

  /// The height at which the picture shows whole in a width.
  package func naturalExtent(_ picture: Picture, width: Length) -> Length {
    guard let file = picture.file, file.width > 0 else { return width * 2 / 3 }
    if case .rect(_, _, let w, let h) = picture.crop, w > 0 {
      return Length(units: width.units * file.height / file.width * h / w)
    }
    return Length(units: width.units * file.height / file.width)
  }

  /// The width at which it shows whole in a height.
  package func naturalWidth(_ picture: Picture, height: Length) -> Length {
    let whole = naturalExtent(picture, width: height)
    return whole > .zero ? Length(units: height.units * height.units / whole.units) : height
  }

  /// Where the whole picture must lie so that it covers `area`, its focus as near to the middle as it can.
  private func covering(_ area: LogicalRect, file: PictureFile, crop: Picture.Crop) -> LogicalRect {
    let (x, y, w, h): (Double, Double, Double, Double) =
      switch crop {
      case .focus(let x, let y): (Double(x) / 1000, Double(y) / 1000, 1, 1)
      case .rect(let x, let y, let w, let h):
        (
          (Double(x) + Double(w) / 2) / 1000, (Double(y) + Double(h) / 2) / 1000,
          Double(max(1, w)) / 1000, Double(max(1, h)) / 1000
        )
      }
    let (aw, ah) = (area.inlineSize.points, area.blockSize.points)
    let (fw, fh) = (Double(file.width), Double(file.height))
    // Cover the room with the wanted part, but never show less than the room needs.
    let scale = max(aw / (fw * w), ah / (fh * h))
    let (pw, ph) = (fw * scale, fh * scale)
    let left = min(0, max(aw - pw, aw / 2 - x * pw))
    let top = min(0, max(ah - ph, ah / 2 - y * ph))
    return LogicalRect(
      inline: area.inline + .points(left), block: area.block + .points(top),
      inlineSize: .points(pw),
      blockSize: .points(ph))
  }
}

/// In the place of a picture or chart whose file cannot be shown.
func greyBox(_ area: LogicalRect) -> [Item] {
  [.fill(area, .grey(15)), .stroke(area, weight: .points(0.25), .grey(50))]
}
