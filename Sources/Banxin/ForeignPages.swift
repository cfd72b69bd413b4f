import Colour
import Diagnostics
import Dispatch
import Foundation
import Manuscripts
import Press
import Synchronization

/// Advertisers' PDF pages as pictures for proofs, by the path that the display list names.
enum ForeignPages {
  /// Fine enough that small type in an advertisement stays sharp in print.
  private static let ppi = 300

  /// The pictures, and what could not be drawn.
  static func render(
    of edition: Edition, on pages: [String], in folder: String
  ) -> Diagnosed<[String: [UInt8]]> {
    let ads = edition.ads.filter { pages.contains($0.page) && $0.file?.kind == .pdf }
    let press = AdvertisementPress(limits: edition.limits)
    let drawn = Mutex([Int: Result<[UInt8], AdvertisementFault>]())
    DispatchQueue.concurrentPerform(iterations: ads.count) { index in
      guard let file = ads[index].file else { return }
      let result: Result<[UInt8], AdvertisementFault>
      do throws(AdvertisementFault) {
        result = .success(try press.picture(of: "\(folder)/\(file.path)", ppi: ppi))
      } catch { result = .failure(error) }
      drawn.withLock { $0[index] = result }
    }
    return collect(ads, drawn.withLock { $0 })
  }

  /// The pages ready for the plates, by the path that the display list names, and what became of them.
  static func plates(
    of edition: Edition, on pages: [String], in folder: String, separation: Separation,
    allowsTransparency: Bool
  ) -> Diagnosed<[String: AdvertisementPlate]> {
    let ads = edition.ads.filter { pages.contains($0.page) && $0.file?.kind == .pdf }
    let press = AdvertisementPress(limits: edition.limits)
    var plates: [String: AdvertisementPlate] = [:]
    var diagnostics: [Diagnostic] = []
    for ad in ads {
      guard let file = ad.file, plates[file.path] == nil else { continue }
      do throws(AdvertisementFault) {
        let plate = try press.plate(
          of: "\(folder)/\(file.path)", separation: separation,
          allowsTransparency: allowsTransparency)
        plates[file.path] = plate
        if let reason = plate.pictureReason { diagnostics += drawn(ad, reason) }
      } catch { diagnostics.append(broken(ad, error)) }
    }
    return Diagnosed(plates, diagnostics)
  }

  /// A page that had to be drawn is no longer letters and lines. Hidden layers were seen when the edition was read.
  private static func drawn(_ ad: Advertisement, _ reason: PictureReason) -> [Diagnostic] {
    let place = ad.path?.place ?? ad.place
    let diagnostic = Diagnostic(.adInks, at: place, page: ad.page, frame: ad.slot)
    switch reason {
    case .hiddenLayers: return []
    case .colours:
      let english = "its colours are separated in a picture"
      return [diagnostic.wording("found", "颜色不能原样分色，按图制版", english)]
    case .transparency:
      let english = "its transparency is flattened in a picture"
      return [diagnostic.wording("found", "透明已压平，按图制版", english)]
    }
  }

  private static func broken(_ ad: Advertisement, _ fault: AdvertisementFault) -> Diagnostic {
    Diagnostic(.adBroken, at: ad.path?.place ?? ad.place, page: ad.page, frame: ad.slot)
      .wording("reason", fault.chinese, fault.english)
  }

  private static func collect(
    _ ads: [Advertisement], _ drawn: [Int: Result<[UInt8], AdvertisementFault>]
  ) -> Diagnosed<[String: [UInt8]]> {
    var pictures: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, ad) in ads.enumerated() {
      switch drawn[index] {
      case .success(let picture): pictures[ad.file?.path ?? ""] = picture
      case .failure(let fault): diagnostics.append(broken(ad, fault))
      case nil: break
      }
    }
    return Diagnosed(pictures, diagnostics)
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
    case .programMissing(let program): "没有 \(program)，请装 poppler-utils 和 qpdf"
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
    case .programMissing(let program): "there is no \(program); install poppler-utils and qpdf"
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
