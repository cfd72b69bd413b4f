import CPNG
import Geometry

extension PictureStore {
  /// The line round what a picture shows of itself (去底轮廓), its left and right edge band by band; nil where the file
  /// has no transparency, or nothing but it.
  package func outline(of file: String) throws(PictureError) -> [PicturePoint]? {
    let header = try header(of: file)
    guard header.kind == .png, let alpha = try PNGDecoder.alpha(try bytes(of: file), header) else {
      return nil
    }
    return alpha.outline
  }
}

/// How much each pixel of a picture hides, 255 for all.
struct AlphaChannel {
  var width: Int
  var height: Int
  /// Row after row a pixel's grey and its opacity.
  var pairs: [UInt8]

  /// Fainter pixels are paper: what is half seen through would show as a white rim on a ground.
  private static let least: UInt8 = 128
  private static let mostBands = 240
  /// Points nearer to the line than this, in ten-thousandths of a side, are left out.
  private static let tolerance = 25.0

  /// Nil where nothing is to be seen.
  var outline: [PicturePoint]? {
    let count = min(height, Self.mostBands)
    let bands = (0..<count).compactMap { band in
      edges(of: band * height / count..<(band + 1) * height / count)
    }
    guard let first = bands.first, let last = bands.last else { return nil }
    let middles = bands.map { ($0.rows.lowerBound + $0.rows.upperBound) * 5_000 / height }
    func side(_ edge: (Band) -> Int) -> [PicturePoint] {
      let points = zip(bands, middles).map { PicturePoint(x: edge($0) * 10_000 / width, y: $1) }
      let top = PicturePoint(x: points[0].x, y: first.rows.lowerBound * 10_000 / height)
      let foot = PicturePoint(
        x: points[points.count - 1].x, y: last.rows.upperBound * 10_000 / height)
      return simplified([top] + points + [foot])
    }
    let points = side { $0.columns.lowerBound } + side { $0.columns.upperBound }.reversed()
    // The whole of the picture is no outline.
    let isWhole = points.allSatisfy { [0, 10_000].contains($0.x) && [0, 10_000].contains($0.y) }
    return isWhole ? nil : points
  }

  private struct Band {
    var rows: Range<Int>
    var columns: Range<Int>
  }

  /// From the first pixel that shows to the last, in some rows.
  private func edges(of rows: Range<Int>) -> Band? {
    var (left, right) = (width, -1)
    for row in rows {
      guard let first = (0..<width).first(where: { shows($0, row) }),
        let last = (0..<width).last(where: { shows($0, row) })
      else { continue }
      left = min(left, first)
      right = max(right, last)
    }
    return left <= right ? Band(rows: rows, columns: left..<right + 1) : nil
  }

  private func shows(_ column: Int, _ row: Int) -> Bool {
    pairs[(row * width + column) * 2 + 1] >= Self.least
  }

  /// The line with fewer points (Douglas and Peucker 1973).
  private func simplified(_ points: [PicturePoint]) -> [PicturePoint] {
    guard points.count > 2, let first = points.first, let last = points.last else { return points }
    let distances = points.map { distance(of: $0, from: first, last) }
    guard let far = distances.indices.max(by: { distances[$0] < distances[$1] }),
      distances[far] > Self.tolerance
    else { return [first, last] }
    return simplified(Array(points[...far])).dropLast() + simplified(Array(points[far...]))
  }

  private func distance(
    of point: PicturePoint, from first: PicturePoint, _ last: PicturePoint
  ) -> Double {
    let (dx, dy) = (Double(last.x - first.x), Double(last.y - first.y))
    let length = (dx * dx + dy * dy).squareRoot()
    let (px, py) = (Double(point.x - first.x), Double(point.y - first.y))
    return length > 0 ? abs(dx * py - dy * px) / length : (px * px + py * py).squareRoot()
  }
}

extension PNGDecoder {
  /// What of the picture is opaque; nil where the file says nothing of it.
  static func alpha(_ bytes: RawBytes, _ header: PictureHeader) throws(PictureError)
    -> AlphaChannel?
  {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, bytes.pointer, bytes.count) != 0 else {
      throw .broken(reason: message(&image))
    }
    let alphaFlag = png_uint_32(PNG_FORMAT_FLAG_ALPHA)
    guard image.format & alphaFlag != 0 else { return nil }
    image.format = alphaFlag
    let (width, height) = (Int(image.width), Int(image.height))
    guard width == header.storedWidth, height == header.storedHeight else {
      throw .broken(reason: "its size changes within the file")
    }
    var pairs = [UInt8](repeating: 0, count: width * height * 2)
    guard png_image_finish_read(&image, nil, &pairs, png_int_32(width * 2), nil) != 0 else {
      throw truncatedOrBroken(message(&image))
    }
    return AlphaChannel(width: width, height: height, pairs: pairs)
  }
}
