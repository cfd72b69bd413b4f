import Diagnostics
import Geometry
import Manuscripts
import Press

/// Looks over the pages and drawings that are no booked advertisements, and finds the sizes that only their drawer can
/// tell.
struct ForeignMeasuring {
  let press: AdvertisementPress
  let folder: String
  private(set) var diagnostics: [Diagnostic] = []

  init(press: AdvertisementPress, folder: String) { (self.press, self.folder) = (press, folder) }

  /// Those that the edition itself names.
  mutating func measure(_ edition: inout Edition) {
    for index in edition.ads.indices {
      let ad = edition.ads[index]
      guard let file = ad.file, file.needsMeasuring, let path = ad.path else { continue }
      edition.ads[index].file = measured(file, at: path.place, isLookedOver: true)
    }
    if let art = edition.masthead.art, let file = edition.masthead.artFile {
      edition.masthead.artFile = measured(file, at: art.place)
    }
    for story in edition.stories.indices {
      for photo in edition.stories[story].photos.indices {
        measure(&edition.stories[story].photos[photo])
      }
    }
    for page in edition.pages.indices {
      for index in edition.pages[page].teasers.indices {
        guard var photo = edition.pages[page].teasers[index].photo else { continue }
        measure(&photo)
        edition.pages[page].teasers[index].photo = photo
      }
    }
  }

  private mutating func measure(_ photo: inout Picture) {
    var parts = photo.parts
    for index in parts.indices {
      parts[index].file = parts[index].file.flatMap {
        measured($0, at: parts[index].path.place, or: .pictureBroken)
      }
    }
    photo.parts = parts
  }

  /// Nil, with a message, for a page or drawing that cannot be drawn; other files are what they were.
  mutating func measured(
    _ file: PictureFile, at place: SourcePlace, or fault: Code = .adBroken,
    isLookedOver: Bool = false
  ) -> PictureFile? {
    guard file.isDrawn else { return file }
    do throws(AdvertisementFault) {
      let path = "\(folder)/\(file.path)"
      // The house's own files go to the plates by the same way as advertisers'.
      let inspection = try press.inspect(path)
      if !isLookedOver { tell(inspection, at: place) }
      let size = try press.page(of: path).size
      var measured = file
      measured.width = Int((size.width.points * 1000).rounded())
      measured.height = Int((size.height.points * 1000).rounded())
      measured.ppi = Double(inspection.lowestPPI ?? 0)
      measured.thinnestLine = inspection.thinnestLine
      return measured
    } catch {
      diagnostics.append(
        Diagnostic(fault, at: place).wording("reason", error.chinese, error.english))
      return nil
    }
  }

  /// What print has no use for, or sets otherwise than its drawer did.
  private mutating func tell(_ found: AdvertisementInspection, at place: SourcePlace) {
    if found.isSetHere { diagnostics.append(Diagnostic(.drawingText, at: place)) }
    guard !found.active.isEmpty else { return }
    let parts = Wording.joined(found.active.map(\.wording))
    diagnostics.append(
      Diagnostic(.drawingActive, at: place).wording("parts", parts.zh, parts.en))
  }
}

extension PictureFile {
  /// A page or drawing whose size its plain text does not tell: that of a drawing may be in percents or left out.
  fileprivate var needsMeasuring: Bool { isDrawn && width == 0 }
}
