import CairoOutput
import Colour
import Diagnostics
import Dispatch
import Drawing
import Fonts
import Geometry
import Makeup
import Manuscripts
import Synchronization

/// What ink the pages of a print edition take (着墨), and where it is too much.
struct InkMeasuring {
  var edition: Edition
  var fonts: [FontFile]
  var pictures: PictureStore
  var condition: PrintCondition
  var parallel: Int

  /// The coverage of each page, by its code.
  func coverage(of pages: [PrintPage]) throws -> [String: InkCoverage] {
    let next = Mutex(0)
    let found = Mutex([String: InkCoverage]())
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(parallel, pages.count))) { _ in
      let pen = CairoPen(fonts: fonts, pictures: pictures)
      while let index = next.withLock({ index -> Int? in
        defer { index += 1 }
        return index < pages.count ? index : nil
      }) {
        do {
          let coverage = try coverage(of: pages[index].list, pen)
          found.withLock { $0[pages[index].page.code] = coverage }
        } catch { failure.withLock { $0 = $0 ?? error } }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return found.withLock { $0 }
  }

  private func coverage(of page: DisplayList, _ pen: CairoPen) throws -> InkCoverage {
    let planes = try pen.planes(
      of: page, ppi: InkPlanes.coveragePPI, condition.separations, asDelivered: edition.adFiles)
    return planes.coverage(inkLimit: condition.inkLimit)
  }

  /// Where there is too much ink: in an advertisement, or on the page beside.
  func diagnostics(_ coverage: [String: InkCoverage], on pages: [PrintPage]) -> [Diagnostic] {
    pages.flatMap { page in
      HeavyPlace.byFrame(coverage[page.page.code]?.overLimit ?? [], on: page.page)
        .map { diagnostic(of: $0, on: page.page) }
    }
  }

  private func diagnostic(of heavy: HeavyPlace, on page: Page) -> Diagnostic {
    let (spot, frame) = (heavy.spot, heavy.frame)
    let ad = edition.ads.first { $0.page == page.code && $0.slot == frame?.id }
    let facts: KeyValuePairs = [
      "total": "\(spot.total)", "limit": "\(condition.inkLimit)",
      "x": "\(spot.place.x.wholeMillimetres)", "y": "\(spot.place.y.wholeMillimetres)",
      "count": heavy.count > 1 ? "\(heavy.count)" : "",
    ]
    if let ad {
      return Diagnostic(
        .adOverInked, at: ad.path?.place ?? ad.place, facts, page: page.code, frame: ad.slot)
    }
    return Diagnostic(
      .pageOverInked, at: SourcePlace(file: "edition.yaml"), facts, page: page.code,
      frame: frame?.id)
  }
}

/// The places of one frame, or of what stands between the frames: one cause, told where the most ink lies.
private struct HeavyPlace {
  var spot: InkCoverage.Spot
  var frame: SetFrame?
  var count = 1

  static func byFrame(_ spots: [InkCoverage.Spot], on page: Page) -> [HeavyPlace] {
    var places: [HeavyPlace] = []
    for spot in spots {
      let frame = page.frames.first { $0.rect.holds(spot.place) }
      guard let index = places.firstIndex(where: { $0.frame?.id == frame?.id }) else {
        places.append(HeavyPlace(spot: spot, frame: frame))
        continue
      }
      places[index].count += 1
      if spot.total > places[index].spot.total { places[index].spot = spot }
    }
    return places
  }
}

extension Edition {
  /// Advertisers' files, which are never changed and so are shown and measured as they were delivered.
  var adFiles: Set<String> {
    Set(ads.compactMap(\.file?.path) + houseAdFiles.values.map(\.path))
  }
}

extension Rect {
  fileprivate func holds(_ point: Point) -> Bool {
    (x...maxX).contains(point.x) && (y...maxY).contains(point.y)
  }
}

extension Length {
  fileprivate var wholeMillimetres: Int { Int((points * 25.4 / 72).rounded()) }
}

extension InkCoverage {
  /// For the report: shares in percent of the page, places in millimetres.
  var json: JSONValue {
    .members([
      "c": .thousandths(share(of: .cyan)), "m": .thousandths(share(of: .magenta)),
      "y": .thousandths(share(of: .yellow)), "k": .thousandths(share(of: .black)),
      "max_total": .integer(heaviest?.total ?? 0),
      "max_at": heaviest.map { .members(["x": $0.place.x.json, "y": $0.place.y.json]) } ?? .null,
    ])
  }
}
