/// A connected area of a page that carries much ink.
struct InkRegion: Hashable, Sendable {
  /// How many pixels it has.
  var pixels: Int
  /// The sum of their inks, in 255ths.
  var ink: Int
  /// The middle of its longest row, which lies inside whatever its shape.
  var x: Int
  var y: Int
  fileprivate var longest: Int
}

/// Finds connected areas row by row: touching runs of pixels are joined as they come.
struct InkRegions {
  /// Of each pixel, in 255ths.
  let totals: [UInt16]
  let width: Int

  private struct Run {
    var start: Int
    var end: Int
    var region: Int
  }

  /// The areas of `least` pixels or more that all carry `level` or more, from the top down.
  func find(from level: UInt16, least: Int) -> [InkRegion] {
    search(from: level) { _ in false }.filter { $0.pixels >= least }
  }

  /// An area of `least` pixels that all carry `level` or more; the search ends with the row that makes it so large.
  func first(from level: UInt16, least: Int) -> InkRegion? {
    search(from: level) { $0.pixels >= least }.first { $0.pixels >= least }
  }

  private func search(from level: UInt16, until isFound: (InkRegion) -> Bool) -> [InkRegion] {
    var regions: [InkRegion] = []
    var parents: [Int] = []
    var above: [Run] = []
    rows: for row in 0..<totals.count / max(1, width) {
      var runs = runs(of: row, from: level)
      var first = 0
      for index in runs.indices {
        parents.append(regions.count)
        runs[index].region = regions.count
        regions.append(region(of: runs[index], row))
        while first < above.count, above[first].end <= runs[index].start { first += 1 }
        var next = first
        while next < above.count, above[next].start < runs[index].end {
          join(above[next].region, runs[index].region, &parents, &regions)
          next += 1
        }
        if isFound(regions[root(regions.count - 1, &parents)]) { break rows }
      }
      above = runs
    }
    return regions.indices.filter { parents[$0] == $0 }.map { regions[$0] }
  }

  private func runs(of row: Int, from level: UInt16) -> [Run] {
    var runs: [Run] = []
    totals.withUnsafeBufferPointer { totals in
      var column = 0
      while column < width {
        guard totals[row * width + column] >= level else {
          column += 1
          continue
        }
        let start = column
        while column < width, totals[row * width + column] >= level { column += 1 }
        runs.append(Run(start: start, end: column, region: 0))
      }
    }
    return runs
  }

  private func region(of run: Run, _ row: Int) -> InkRegion {
    let pixels = totals[row * width + run.start..<row * width + run.end]
    return InkRegion(
      pixels: pixels.count, ink: pixels.reduce(0) { $0 + Int($1) },
      x: (run.start + run.end) / 2, y: row, longest: pixels.count)
  }

  /// Makes two areas one, under the first of them.
  private func join(
    _ one: Int, _ other: Int, _ parents: inout [Int], _ regions: inout [InkRegion]
  ) {
    let (first, second) = (root(one, &parents), root(other, &parents))
    guard first != second else { return }
    let (kept, lost) = (min(first, second), max(first, second))
    parents[lost] = kept
    let added = regions[lost]
    regions[kept].pixels += added.pixels
    regions[kept].ink += added.ink
    if added.longest > regions[kept].longest {
      (regions[kept].x, regions[kept].y) = (added.x, added.y)
      regions[kept].longest = added.longest
    }
  }

  private func root(_ index: Int, _ parents: inout [Int]) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
}
