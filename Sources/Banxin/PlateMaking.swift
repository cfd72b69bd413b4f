import CairoOutput
import Diagnostics
import Dispatch
import Drawing
import Geometry
import Manuscripts
import Press
import Synchronization

/// Pictures and advertisers' pages ready for the plates, by the files that the display lists name (制版).
struct Plates: Sendable {
  var contents: [PlateContent] = []
  /// A file that cannot be printed has no place.
  var places: [String: PicturePlace] = [:]

  /// Makes plates of all that some pages show. What cannot be read gets no place; the store keeps its fault.
  static func make(
    of pages: [DisplayList], _ pictures: PictureStore, ads: [String: AdvertisementPlate],
    _ condition: PrintCondition, edition: Edition
  ) -> Diagnosed<Plates> {
    let uses = sizes(of: pages)
    let files = uses.keys.sorted()
    let made = Mutex([PlateMade?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard ads[files[index]] == nil else { return }
      let plate = try? pictures.plate(
        of: files[index], at: uses[files[index]], condition.separations,
        asDelivered: edition.adFiles.contains(files[index]))
      made.withLock { $0[index] = plate }
    }
    var plates = Plates()
    var diagnostics: [Diagnostic] = []
    for (file, made) in zip(files, made.withLock { $0 }) {
      if let ad = ads[file] {
        plates.add(.page(ad), of: file, turn: .none)
      } else if let made, let header = try? pictures.header(of: file) {
        plates.add(.picture(made.picture), of: file, turn: header.turn)
        if made.hasUselessProfile { diagnostics += uselessProfile(of: file, edition) }
      }
    }
    return Diagnosed(plates, diagnostics)
  }

  init() {}

  /// Drawings for proofs, each in a place of its own.
  init(drawings: [String: AdvertisementPlate]) {
    for file in drawings.keys.sorted() {
      if let page = drawings[file] { add(.page(page), of: file, turn: .none) }
    }
  }

  private mutating func add(_ content: PlateContent, of file: String, turn: PictureTurn) {
    places[file] = PicturePlace(number: contents.count, turn: turn)
    contents.append(content)
  }

  /// The largest size that each file is printed at.
  private static func sizes(of pages: [DisplayList]) -> [String: Size] {
    var sizes: [String: Size] = [:]
    for case .picture(let mark) in pages.lazy.flatMap(\.marks) {
      let size = mark.placement.size
      sizes[mark.file] =
        sizes[mark.file].map { known in
          Size(width: max(known.width, size.width), height: max(known.height, size.height))
        } ?? size
    }
    return sizes
  }

  private static func uselessProfile(of file: String, _ edition: Edition) -> [Diagnostic] {
    let known = edition.stories.flatMap(\.photos).flatMap(\.parts).filter { $0.file != nil }
      .map(\.path)
    let ads = edition.ads.compactMap(\.path)
    let place = (known + ads).first { $0.value == file }?.place ?? SourcePlace(file: file)
    return [Diagnostic(.pictureProfile, at: place)]
  }
}
