import Colour
import Diagnostics
import Dispatch
import Foundation
import Manuscripts
import Press
import Synchronization

/// PDF pages and drawings of others, by the path that the display list names: as pictures for proofs, as plates for print.
enum ForeignPages {
  /// Fine enough that small type in an advertisement stays sharp.
  private static let ppi = 300

  /// A file, and who is to be told about it.
  private struct Source {
    var path: String
    var place: SourcePlace
    var page: String?
    var frame: String?
    /// An SVG.
    var isDrawing = false
    /// A story's own, no advertisement.
    var isPhoto = false
  }

  /// The pictures, and what could not be drawn.
  static func render(of issue: Issue, on pages: [String]) -> Diagnosed<[String: [UInt8]]> {
    let press = AdvertisementPress(limits: issue.edition.limits)
    return each(of: sources(of: issue, on: pages)) { source throws(AdvertisementFault) in
      try press.picture(of: "\(issue.folder)/\(source.path)", ppi: ppi)
    }
  }

  /// SVG drawings for PDF proofs, as pages. What cannot be drawn was told when it was drawn as a picture.
  static func drawings(of issue: Issue, on pages: [String]) -> [String: AdvertisementPlate] {
    let press = AdvertisementPress(limits: issue.edition.limits)
    let drawings = sources(of: issue, on: pages).filter(\.isDrawing)
    return each(of: drawings) { source throws(AdvertisementFault) in
      try press.proofPage(of: "\(issue.folder)/\(source.path)")
    }.value
  }

  /// The plates under a printing condition.
  static func plates(
    of issue: Issue, on pages: [String], for version: PDFXVersion, _ separation: Separation
  ) -> Diagnosed<[String: AdvertisementPlate]> {
    let press = AdvertisementPress(limits: issue.edition.limits)
    let sources = sources(of: issue, on: pages)
    let made = each(of: sources) { source throws(AdvertisementFault) in
      try press.plate(
        of: "\(issue.folder)/\(source.path)", separation: separation,
        allowsTransparency: version.allowsTransparency)
    }
    let pictures = sources.compactMap { source in
      made.value[source.path]?.pictureReason.flatMap { asPicture(source, $0) }
    }
    return Diagnosed(made.value, made.diagnostics + pictures)
  }

  /// Plates as they lie on paper: CMYK JPEGs by the same paths, for looking at and for measuring.
  static func inks(of plates: [String: AdvertisementPlate], ppi: Int, limits: Limits)
    -> [String: [UInt8]]
  {
    let press = AdvertisementPress(limits: limits)
    let sources = plates.keys.sorted().map { Source(path: $0, place: SourcePlace(file: $0)) }
    return each(of: sources) { source throws(AdvertisementFault) in
      guard let plate = plates[source.path] else { throw .fileMissing }
      return try press.inks(of: plate, ppi: ppi)
    }.value
  }

  /// Layers that a file hides, and fonts that it lacks, were told when it was looked over.
  private static func asPicture(_ source: Source, _ reason: PictureReason) -> Diagnostic? {
    let words: (zh: String, en: String)
    switch reason {
    case .hiddenLayers, .missingFonts: return nil
    case .colours:
      words = (
        "有的颜色只能按图制版（300 ppi）", "some of its colours can only be printed as a picture (300 ppi)"
      )
    case .transparency:
      words = (
        "有透明，PDF/X-1a 只能按图制版（300 ppi）", "it is transparent: for PDF/X-1a it is a picture (300 ppi)"
      )
    }
    let code: Code = source.isPhoto ? .drawingInks : .adInks
    return Diagnostic(code, at: source.place, page: source.page, frame: source.frame)
      .wording("found", words.zh, words.en)
  }

  /// The pages and drawings of advertisements and stories on some pages, of the house's own advertisements, of the
  /// labels of columns and of the nameplate.
  private static func sources(of issue: Issue, on pages: [String]) -> [Source] {
    let edition = issue.edition
    let booked = edition.ads.filter { pages.contains($0.page) && $0.file?.isDrawn == true }
      .compactMap { ad in
        ad.file.map {
          Source(
            path: $0.path, place: ad.path?.place ?? ad.place, page: ad.page, frame: ad.slot,
            isDrawing: $0.kind == .svg)
        }
      }
    let house = edition.houseAdFiles.keys.sorted().compactMap { edition.houseAdFiles[$0] }
    let labels = edition.columnArt.keys.sorted().compactMap { edition.columnArt[$0] }
    let own = (house + labels + [edition.masthead.artFile].compactMap(\.self))
      .filter(\.isDrawn)
      .map {
        Source(path: $0.path, place: SourcePlace(file: $0.path), isDrawing: $0.kind == .svg)
      }
    let photos =
      edition.stories.filter { $0.page.map(pages.contains) ?? true || $0.jump != nil }
      .flatMap(\.photos)
      + edition.pages.filter { pages.contains($0.code) }.flatMap(\.teasers).compactMap(\.photo)
    let drawings = photos.flatMap(\.parts).filter { $0.file?.isDrawn == true }
      .map {
        Source(
          path: $0.path.value, place: $0.path.place, isDrawing: $0.file?.kind == .svg,
          isPhoto: true)
      }
    var seen: Set<String> = []
    return (booked + own + drawings).filter { seen.insert($0.path).inserted }
  }

  /// Works on several files at a time; a fault is the file's alone.
  private static func each<Made: Sendable>(
    of sources: [Source], _ make: @Sendable (Source) throws(AdvertisementFault) -> Made
  ) -> Diagnosed<[String: Made]> {
    let done = Mutex([Int: Result<Made, AdvertisementFault>]())
    DispatchQueue.concurrentPerform(iterations: sources.count) { index in
      let result: Result<Made, AdvertisementFault>
      do throws(AdvertisementFault) {
        result = .success(try make(sources[index]))
      } catch { result = .failure(error) }
      done.withLock { $0[index] = result }
    }
    let results = done.withLock { $0 }
    var made: [String: Made] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, source) in sources.enumerated() {
      switch results[index] {
      case .success(let value): made[source.path] = value
      case .failure(let fault):
        let code: Code = source.isPhoto ? .pictureBroken : .adBroken
        diagnostics.append(
          Diagnostic(code, at: source.place, page: source.page, frame: source.frame)
            .wording("reason", fault.chinese, fault.english))
      case nil: break
      }
    }
    return Diagnosed(made, diagnostics)
  }
}

extension AdvertisementPress {
  /// The time and memory that the edition allows a page bound the work on a foreign file too.
  convenience init(limits: Limits) {
    self.init(seconds: limits.pageSeconds, memoryMegabytes: limits.memoryMegabytes)
  }
}

extension AdvertisementFault {
  var chinese: String {
    switch self {
    case .programMissing(let program): "没有 \(program)，请装 poppler-utils、qpdf 和 librsvg2-bin"
    case .fileMissing: "文件不在"
    case .broken(let reason): reason
    case .encrypted: "有密码"
    case .external(let key): "要用文件以外的东西（\(key)）"
    case .unpacksTooFar(let limit): "解压后超过 \(limit) MiB"
    case .noPages: "没有页"
    case .tooSlow(let seconds): "超过 \(seconds) 秒"
    case .tooLarge: "页太大"
    }
  }

  var english: String {
    switch self {
    case .programMissing(let program):
      "there is no \(program); install poppler-utils, qpdf and librsvg2-bin"
    case .fileMissing: "it is gone"
    case .broken(let reason): reason
    case .encrypted: "it has a password"
    case .external(let key): "it needs something outside itself (\(key))"
    case .unpacksTooFar(let limit): "it unpacks to more than \(limit) MiB"
    case .noPages: "it has no pages"
    case .tooSlow(let seconds): "it took more than \(seconds) seconds"
    case .tooLarge: "its page is too large"
    }
  }
}
