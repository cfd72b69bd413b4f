import Geometry

/// The widths of a table's columns (列宽): what is over is shared, what is short is taken from the wide ones.
struct ColumnWidths: Hashable {
  var widths: [Length]
  /// What the columns need over the width at the least.
  var excess: Length
  /// Whether short words had to be parted.
  var isStrained: Bool

  init(_ demands: [ColumnDemand], width: Length) {
    let demands = Self.alike(demands, width: width)
    let (natural, fair) = (demands.map(\.natural), demands.map(\.fair))
    isStrained = fair.reduce(.zero, +) > width
    let least = isStrained ? demands.map(\.least) : fair
    let needed = least.reduce(.zero, +)
    let wished = natural.reduce(.zero, +)
    excess = max(.zero, needed - width)
    if wished <= width {
      widths = zip(natural, Shares.of(width - wished, by: natural)).map { $0 + $1 }
    } else if needed <= width {
      widths = Shares.levelled(least: least, most: natural, width: width)
    } else {
      widths = least
    }
  }

  /// Four columns and more after the first are a series (days, places): they are made alike when there is
  /// room.
  private static func alike(_ demands: [ColumnDemand], width: Length) -> [ColumnDemand] {
    let series = demands.dropFirst()
    guard demands.count > 4, let most = series.map(\.fair).max(),
      let hard = series.map(\.least).max(),
      let widest = series.map(\.natural).max(), let narrow = series.map(\.natural).min(),
      widest <= narrow * 4, demands[0].fair + most * series.count <= width
    else { return demands }
    // Not where one of them would be parted that can stand on one line.
    let isWhole = demands[0].natural + widest * series.count <= width
    let wished = demands.reduce(.zero) { $0 + $1.natural }
    guard isWhole || wished > width else { return demands }
    return [demands[0]] + series.map { _ in ColumnDemand(least: hard, fair: most, natural: widest) }
  }
}
