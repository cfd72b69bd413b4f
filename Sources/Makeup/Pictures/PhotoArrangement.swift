import Geometry

/// How the pictures of a group share a rectangle (组图): in rows of one height each, or in columns of one width each,
/// in their order. Nothing is cropped where the rectangle has the arrangement's own proportions.
struct PhotoArrangement: Hashable {
  enum Direction: Hashable { case rows, columns }

  let direction: Direction
  /// How many pictures stand in each row, or column.
  let counts: [Int]

  /// More pictures than this stand in rows as equal as they can be, and in no more rows than that.
  private static let mostWeighed = 6
  private static let mostRows = 16

  /// All that are weighed against each other for so many pictures, those of few rows first.
  static func all(of count: Int) -> [PhotoArrangement] {
    let divisions = count <= mostWeighed ? divisions(of: count) : evenDivisions(of: count)
    let ordered = divisions.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
    return ordered.map { PhotoArrangement(direction: .rows, counts: $0) }
      // Columns of one are a row, and one column is rows of one.
      + ordered.filter { $0.count > 1 && $0.contains { $0 > 1 } }
      .map { PhotoArrangement(direction: .columns, counts: $0) }
  }

  /// Ways to part so many in their order, small first rows first: the first picture is the largest.
  private static func divisions(of count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return (1...count).flatMap { first in divisions(of: count - first).map { [first] + $0 } }
  }

  private static func evenDivisions(of count: Int) -> [[Int]] {
    (1...min(count, mostRows)).map { rows in
      (0..<rows).map { (row: Int) in count * (row + 1) / rows - count * row / rows }
    }
  }
}

/// An arrangement of pictures of known proportions.
struct ArrangedPhotos {
  let arrangement: PhotoArrangement
  /// Width to height of each picture, row by row.
  private let aspects: [[Double]]
  private let gutter: Double

  init(_ arrangement: PhotoArrangement, aspects: [Double], gutter: Length) {
    (self.arrangement, self.gutter) = (arrangement, gutter.points)
    var rest = aspects[...]
    self.aspects = arrangement.counts.map { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }

  /// The height at which all show whole in a width.
  func naturalHeight(width: Double) -> Double {
    let between = gutter * Double(aspects.count - 1)
    switch arrangement.direction {
    case .rows: return rowHeights(width: width).reduce(0, +) + between
    case .columns:
      // Each column's width is its height without gutters over the sum of its pictures' heights to a width of 1.
      let shares = aspects.map { 1 / $0.reduce(0) { $0 + 1 / $1 } }
      let lost = zip(aspects, shares).reduce(0) { $0 + gutter * Double($1.0.count - 1) * $1.1 }
      return (width - between + lost) / shares.reduce(0, +)
    }
  }

  /// Of each picture, thousandths of the whole that are cut away where it has the rectangle; all lose the same.
  func loss(width: Double, height: Double) -> Double {
    let scale = scale(width: width, height: height)
    return scale > 0 ? 1 - min(scale, 1 / scale) : 1
  }

  /// How many of the others are larger than the first: none is 0, all are 1.
  func overshadowing(width: Double, height: Double) -> Double {
    let areas = cells(width: width, height: height).map { $0.width * $0.height }
    let larger = areas.count { $0 > areas[0] * 1.05 }
    return Double(larger) / Double(max(1, areas.count - 1))
  }

  /// Whether one is a stamp beside another: nothing in it can be made out.
  func hasStamps(width: Double, height: Double) -> Bool {
    let areas = cells(width: width, height: height).map { $0.width * $0.height }
    return (areas.min() ?? 0) * Self.mostOfSmallest < areas.max() ?? 0
  }

  private static let mostOfSmallest = 12.0

  /// A room for each picture, in points from the rectangle's corner.
  func cells(width: Double, height: Double) -> [(
    x: Double, y: Double, width: Double, height: Double
  )] {
    let scale = scale(width: width, height: height)
    var start = 0.0
    switch arrangement.direction {
    case .rows:
      return zip(aspects, rowHeights(width: width)).flatMap { row, natural in
        defer { start += natural * scale + gutter }
        return lengths(row, in: width).map { (x: $0.start, y: start, $0.length, natural * scale) }
      }
    case .columns:
      return zip(aspects, columnWidths(height: height)).flatMap { column, natural in
        defer { start += natural * scale + gutter }
        return lengths(column.map { 1 / $0 }, in: height).map {
          (x: start, y: $0.start, natural * scale, $0.length)
        }
      }
    }
  }

  /// How much higher the rows, or wider the columns, are than those in which all show whole.
  private func scale(width: Double, height: Double) -> Double {
    let between = gutter * Double(aspects.count - 1)
    switch arrangement.direction {
    case .rows: return (height - between) / rowHeights(width: width).reduce(0, +)
    case .columns: return (width - between) / columnWidths(height: height).reduce(0, +)
    }
  }

  private func rowHeights(width: Double) -> [Double] {
    aspects.map { (width - gutter * Double($0.count - 1)) / $0.reduce(0, +) }
  }

  private func columnWidths(height: Double) -> [Double] {
    aspects.map { (height - gutter * Double($0.count - 1)) / $0.reduce(0) { $0 + 1 / $1 } }
  }

  /// Parts of a length in these proportions, gutters between them.
  private func lengths(_ shares: [Double], in whole: Double) -> [(start: Double, length: Double)] {
    let free = whole - gutter * Double(shares.count - 1)
    let sum = shares.reduce(0, +)
    var start = 0.0
    return shares.map { share in
      defer { start += free * share / sum + gutter }
      return (start, free * share / sum)
    }
  }
}
