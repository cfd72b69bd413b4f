import Geometry
import Manuscripts
import PageDesign

/// An advertisement and the cells that it needs: its size rounded out to columns and lines.
struct StackedAd {
  var ad: Advertisement
  var size: Size
  var columns: Int
  var lines: Int

  /// Nil where neither the booking nor the file says a size.
  init?(_ ad: Advertisement, on grid: BodyGrid) {
    guard let size = ad.size.map({ $0.size(on: grid) }) ?? ad.file?.statedSize else { return nil }
    (self.ad, self.size) = (ad, size)
    let (width, height) = (size.width - adTolerance, size.height - adTolerance)
    columns = max(1, (width + grid.gutter).count(of: grid.columnWidth + grid.gutter))
    lines = max(1, (height - grid.size).count(of: grid.pitch) + 1)
  }

  /// Where it stands in its cells: on their foot, at the side that it is stacked from; in the middle of a whole width.
  func room(in area: GridArea, on grid: BodyGrid, isFromRight: Bool) -> Rect {
    let cells = grid.rect(columns: area.columns, lines: area.lines)
    let slack = cells.width - size.width
    let x = area.columns.count == grid.columns ? slack / 2 : isFromRight ? slack : .zero
    return Rect(
      x: cells.x + x, y: cells.maxY - size.height, width: size.width, height: size.height)
  }
}

extension BookedSize {
  func size(on grid: BodyGrid) -> Size {
    let width =
      switch self.width {
      case .length(let length): length
      case .cells(let count): grid.columnWidth * count + grid.gutter * (count - 1)
      }
    let height =
      switch self.height {
      case .length(let length): length
      case .cells(let count): grid.pitch * (count - 1) + grid.size
      }
    return Size(width: width, height: height)
  }
}

extension Length {
  /// How many of `unit` cover it.
  fileprivate func count(of unit: Length) -> Int {
    (units + unit.units - 1) / max(1, unit.units)
  }
}
