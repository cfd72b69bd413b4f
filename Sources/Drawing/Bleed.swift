import Geometry

extension DisplayList {
  /// The page with what reaches its edge carried on into the bleed (出血): a cut that is a little off then shows
  /// no white. Grounds grow; of pictures more is seen, as far as there is more.
  package func bled(by bleed: Length) -> DisplayList {
    guard bleed > .zero else { return self }
    var list = self
    list.marks = marks.map { mark in
      switch mark {
      case .fill(let rect, let ink): return .fill(grown(rect, by: bleed), ink)
      case .picture(let picture): return .picture(bled(picture, by: bleed))
      default: return mark
      }
    }
    return list
  }

  private func bled(_ picture: PictureMark, by bleed: Length) -> PictureMark {
    func seen(_ rect: Rect) -> Rect { grown(rect, by: bleed).within(picture.placement) ?? rect }
    var bled = picture
    switch picture.shape {
    case .rectangle: bled.clip = seen(picture.clip)
    case .parts(let parts):
      (bled.clip, bled.shape) = (seen(picture.clip), .parts(parts.map(seen)))
    case .ellipse, .round, .outline: break
    }
    return bled
  }

  /// A rectangle with the sides that lie on the trim or beyond it moved out to the bleed.
  private func grown(_ rect: Rect, by bleed: Length) -> Rect {
    let left = rect.x <= .zero ? min(rect.x, .zero - bleed) : rect.x
    let top = rect.y <= .zero ? min(rect.y, .zero - bleed) : rect.y
    let right = rect.maxX >= size.width ? max(rect.maxX, size.width + bleed) : rect.maxX
    let bottom = rect.maxY >= size.height ? max(rect.maxY, size.height + bleed) : rect.maxY
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension Rect {
  /// The part that lies in another; nil when none does.
  fileprivate func within(_ other: Rect) -> Rect? {
    let (left, top) = (max(x, other.x), max(y, other.y))
    let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard left < right, top < bottom else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
