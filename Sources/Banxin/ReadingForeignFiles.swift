import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Press
import Schema

// Files of others: advertisements, and pictures whose size only their drawer can tell.

extension IssueReader {
  /// The largest file that a photograph or an advertisement may be.
  private static let mostBytes = 200 << 20

  /// Looks over everything that comes from outside and is no manuscript.
  mutating func readForeignFiles(_ styles: StyleSheet, _ rules: PrintRules) {
    let press = AdvertisementPress(limits: edition.limits)
    checkAdFiles()
    let looked = AdvertisementChecks(
      edition: edition, folder: folder.root, rules: rules, isForPrint: isForPrint, press: press
    ).run()
    edition.ads = looked.value
    diagnostics += looked.diagnostics
    var measuring = ForeignMeasuring(press: press, folder: folder.root)
    readHouseAds(&measuring)
    readColumnArt(styles, &measuring)
    measuring.measure(&edition)
    diagnostics += measuring.diagnostics
  }

  /// A file that is not the one booked must not be printed, whoever changed it.
  private mutating func checkAdFiles() {
    for index in edition.ads.indices {
      let ad = edition.ads[index]
      guard let booked = ad.sha256, let file = ad.file, let path = ad.path,
        case .success(let read) = folder.bytes(of: file.path, limit: Self.mostBytes),
        SHA256.hex(of: read.bytes) != booked
      else { continue }
      edition.ads[index].file = nil
      diagnostics.append(
        Diagnostic(.adHash, at: path.place, ["ad": ad.id], page: ad.page, frame: ad.slot))
    }
  }

  private mutating func readHouseAds(_ measuring: inout ForeignMeasuring) {
    let reader = PictureFileReader(folder: folder, limits: edition.limits, purpose: .advertisement)
    let findings = Findings(stopsEdition: false)
    var read: Set<String> = []
    let frames = edition.pages.compactMap { layouts[$0.layout.value] }.flatMap(\.frames)
    for path in frames.compactMap(\.houseAd) where read.insert(path.value).inserted {
      let file = reader.read(path, findings: findings)
      edition.houseAdFiles[path.value] = file.flatMap { measuring.measured($0, at: path.place) }
    }
    diagnostics += findings.diagnostics
  }

  /// The pictures of columns; the name stands where one cannot be read.
  private mutating func readColumnArt(
    _ styles: StyleSheet, _ measuring: inout ForeignMeasuring
  ) {
    let reader = PictureFileReader(folder: folder, limits: edition.limits, purpose: .photograph)
    let findings = Findings(stopsEdition: false)
    for name in styles.columns.keys.sorted() {
      guard let path = styles.columns[name]?.art, edition.columnArt[path.value] == nil,
        let file = reader.read(path, findings: findings)
      else { continue }
      edition.columnArt[path.value] = measuring.measured(
        file, at: path.place, or: .pictureBroken)
    }
    diagnostics += findings.diagnostics
  }
}
