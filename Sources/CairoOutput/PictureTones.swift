import Geometry
import Glibc

extension PictureStore {
  /// So many cells along a picture's longer side: on half a broadsheet page one is as large as a character of text.
  private static let toneCells = 96

  /// Where a picture is light and where dark, as it is shown.
  package func tones(of file: String) throws(PictureError) -> ToneMap {
    let header = try header(of: file)
    let longer = max(header.storedWidth, header.storedHeight)
    let cells = min(Self.toneCells, longer)
    func count(_ side: Int) -> Int { max(1, side * cells / longer) }
    let size = PixelSize(width: count(header.storedWidth), height: count(header.storedHeight))
    let bitmap = try bitmap(file, .blackCover, wanted: size)
    return bitmap.tones(size).turned(header.turn)
  }
}

extension Bitmap {
  /// Of black cover: the mean light of each cell.
  fileprivate func tones(_ size: PixelSize) -> ToneMap {
    let cover = pixels.pointer.assumingMemoryBound(to: UInt8.self)
    let light = (0..<256).map { Self.light(ofGrey: 255 - $0) }
    var cells: [Int] = []
    for row in 0..<size.height {
      let lines = Self.span(row, of: size.height, in: height)
      for column in 0..<size.width {
        let span = Self.span(column, of: size.width, in: width)
        var sum = 0
        for line in lines { for place in span { sum += light[Int(cover[line * stride + place])] } }
        cells.append(sum / (lines.count * span.count))
      }
    }
    return ToneMap(columns: size.width, rows: size.height, light: cells)
  }

  private static func span(_ number: Int, of count: Int, in pixels: Int) -> Range<Int> {
    let first = number * pixels / count
    return first..<max(first + 1, (number + 1) * pixels / count)
  }

  /// Thousandths of white's (IEC 61966-2-1).
  private static func light(ofGrey value: Int) -> Int {
    let share = Double(value) / 255
    let light = share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    return Int((light * 1000).rounded())
  }
}

extension ToneMap {
  /// As it looks when the picture is turned the way its camera was held.
  func turned(_ turn: PictureTurn) -> ToneMap {
    let (width, height) = turn.swapsSides ? (rows, columns) : (columns, rows)
    let cells = (0..<height).flatMap { y in
      (0..<width).map { x -> Int in
        let (column, row) =
          switch turn {
          case .none: (x, y)
          case .mirrored: (columns - 1 - x, y)
          case .halfTurn: (columns - 1 - x, rows - 1 - y)
          case .flipped: (x, rows - 1 - y)
          case .transposed: (y, x)
          case .quarterTurn: (y, rows - 1 - x)
          case .transversed: (columns - 1 - y, rows - 1 - x)
          case .threeQuarterTurn: (columns - 1 - y, x)
          }
        return light[row * columns + column]
      }
    }
    return ToneMap(columns: width, rows: height, light: cells)
  }
}
