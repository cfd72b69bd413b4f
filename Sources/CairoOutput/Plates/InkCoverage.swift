import Colour
import Geometry

/// How much ink a page takes (着墨率, 总墨量).
package struct InkCoverage: Hashable, Sendable {
  /// A place and the total ink on it, in percent of one ink.
  package struct Spot: Hashable, Sendable {
    package var place: Point
    package var total: Int
  }

  /// The share of the page that each ink covers, in thousandths of a percent: cyan, magenta, yellow, black.
  package var shares: [Int]
  /// The most total ink that an area of some size carries; nil for a page without ink.
  package var heaviest: Spot?
  /// The areas that carry more than the limit, from the top down, each with its mean.
  package var overLimit: [Spot]

  package func share(of ink: PressInk) -> Int { shares[ink.rawValue] }
}

extension InkPlanes {
  /// Less than this is not looked at, in square millimetres: single pixels do not set off. GWG 2015 judges
  /// total ink over 15 mm².
  private static let leastArea = 15.0

  /// The resolution at which it is measured: half a millimetre a pixel.
  package static let coveragePPI = 50

  /// What is measured on the planes, against a limit in percent.
  package func coverage(inkLimit: Int) -> InkCoverage {
    let (totals, sums) = summed
    let pixel = 25.4 / Double(ppi)
    let least = max(1, Int((InkPlanes.leastArea / (pixel * pixel)).rounded(.up)))
    let regions = InkRegions(totals: totals, width: width)
    // A percent more is not over it: each of four plates is rounded to a 255th.
    let over = UInt16((inkLimit + 1) * 255 / 100 + 1)
    return InkCoverage(
      shares: sums.map { $0 * 100_000 / (255 * max(1, width * height)) },
      heaviest: heaviest(regions, least),
      overLimit: regions.find(from: over, least: least).map { region in
        spot(region, total: region.ink / region.pixels)
      })
  }

  /// Each pixel's total, and each ink's sum over the page.
  private var summed: (totals: [UInt16], sums: [Int]) {
    var totals = [UInt16](repeating: 0, count: width * height)
    var sums = [0, 0, 0, 0]
    inks.withUnsafeBufferPointer { inks in
      for pixel in totals.indices {
        var total: UInt16 = 0
        for ink in 0..<4 {
          let amount = inks[pixel * 4 + ink]
          total &+= UInt16(amount)
          sums[ink] &+= Int(amount)
        }
        totals[pixel] = total
      }
    }
    return (totals, sums)
  }

  /// The highest level that a large enough area reaches. Where one reaches a level it reaches all that are lower, so
  /// that the level is found by halving.
  private func heaviest(_ regions: InkRegions, _ least: Int) -> InkCoverage.Spot? {
    var (low, high) = (UInt16(0), regions.totals.max() ?? 0)
    var found: InkRegion?
    while low < high {
      let level = high - (high - low) / 2
      if let region = regions.first(from: level, least: least) {
        (low, found) = (level, region)
      } else {
        high = level - 1
      }
    }
    return found.map { spot($0, total: Int(low)) }
  }

  private func spot(_ region: InkRegion, total: Int) -> InkCoverage.Spot {
    InkCoverage.Spot(
      place: place(region.x, region.y), total: (total * 100 + 127) / 255)
  }
}
