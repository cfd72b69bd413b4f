import Geometry
import Manuscripts

/// The line that text follows round a picture where it stands, as the text of its room sees it (去底图).
struct Outline {
  private let points: [LogicalPoint]
  /// What of the picture is shown.
  private let clip: LogicalRect

  init(
    _ points: [PicturePoint], of file: PictureFile, _ crop: Picture.Crop, in image: Rect,
    _ room: Room
  ) {
    let area = LogicalRect(
      inline: image.x, block: image.y, inlineSize: image.width, blockSize: image.height)
    self.init(points, of: area.covered(by: file, crop), in: image, room)
  }

  /// The ellipse in what is shown.
  init(ellipseIn image: Rect, _ room: Room) {
    let points = (0..<64).map { number in
      let turn = Turn(turns: Double(number) / 64)
      return PicturePoint(
        x: 5_000 + Int((turn.sine * 5_000).rounded()),
        y: 5_000 - Int((turn.cosine * 5_000).rounded()))
    }
    let area = LogicalRect(
      inline: image.x, block: image.y, inlineSize: image.width, blockSize: image.height)
    self.init(points, of: area, in: image, room)
  }

  private init(_ points: [PicturePoint], of whole: LogicalRect, in image: Rect, _ room: Room) {
    self.points = points.map { point in
      let place = whole.point(point)
      let seen = room.mode.logical(
        Rect(x: place.inline, y: place.block, width: .zero, height: .zero), in: room.rect)
      return LogicalPoint(inline: seen.inline, block: seen.block)
    }
    clip = room.mode.logical(image, in: room.rect)
  }

  /// How far it reaches along the lines between two places across them; nil where it does not.
  func reach(from: Length, to: Length) -> ClosedRange<Length>? {
    let (from, to) = (max(from, clip.block), min(to, clip.blockEnd))
    guard from < to, let last = points.last else { return nil }
    let ends = zip([last] + points, points).flatMap { crossings(of: $0, $1, from: from, to: to) }
    guard let low = ends.min(), let high = ends.max() else { return nil }
    let (left, right) = (max(low, clip.inline), min(high, clip.inlineEnd))
    return left < right ? left...right : nil
  }

  /// Where the part of an edge that lies between two places begins and ends.
  private func crossings(of a: LogicalPoint, _ b: LogicalPoint, from: Length, to: Length)
    -> [Length]
  {
    let (low, high) = (min(a.block, b.block), max(a.block, b.block))
    guard low <= to, from <= high else { return [] }
    guard low < high else { return [a.inline, b.inline] }
    return [max(low, from), min(high, to)].map { place in
      let share = (place - a.block).points / (b.block - a.block).points
      return a.inline + .points((b.inline - a.inline).points * share)
    }
  }
}
