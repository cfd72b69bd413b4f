import Diagnostics
import Dispatch
import Manuscripts
import PageDesign
import Press
import Synchronization

/// Looks advertisers' PDFs over before a page is made (广告验收): what cannot be printed becomes a white box, what is
/// doubtful is said. Nothing is drawn for it.
struct AdvertisementChecks {
  private let edition: Edition
  private let folder: String
  private let isForPrint: Bool
  /// Pixels to the inch that a picture in an advertisement wants.
  private let leastPPI: Int
  private let press: AdvertisementPress

  /// Thinner lines break up on newsprint (GWG 2015), in thousandths of a point.
  private static let thinnestLine = 250

  init(
    edition: Edition, folder: String, rules: PrintRules, isForPrint: Bool, press: AdvertisementPress
  ) {
    (self.edition, self.folder, self.isForPrint) = (edition, folder, isForPrint)
    self.press = press
    leastPPI = rules.leastPhotoPPI
  }

  private typealias Look = Result<AdvertisementInspection, AdvertisementFault>

  /// The bookings, without the files that are refused.
  func run() -> Diagnosed<[Advertisement]> {
    let looks = lookAll()
    var ads = edition.ads
    var diagnostics: [Diagnostic] = []
    for index in ads.indices {
      guard let look = looks[index] else { continue }
      switch look {
      case .success(let inspection):
        diagnostics += messages(ads[index], inspection)
        if isRefused(ads[index], inspection) { ads[index].file = nil }
      case .failure(let fault):
        diagnostics.append(refusal(ads[index], fault))
        ads[index].file = nil
      }
    }
    return Diagnosed(ads, diagnostics)
  }

  private func lookAll() -> [Int: Look] {
    let indices = edition.ads.indices.filter { edition.ads[$0].file?.isDrawn == true }
    let looks = Mutex([Int: Look]())
    DispatchQueue.concurrentPerform(iterations: indices.count) { number in
      let index = indices[number]
      guard let file = edition.ads[index].file else { return }
      let look: Look
      do throws(AdvertisementFault) {
        look = .success(try press.inspect("\(folder)/\(file.path)"))
      } catch { look = .failure(error) }
      looks.withLock { $0[index] = look }
    }
    return looks.withLock { $0 }
  }

  private func refusal(_ ad: Advertisement, _ fault: AdvertisementFault) -> Diagnostic {
    switch fault {
    case .encrypted:
      diagnostic(.adActive, ad).wording("reason", "有密码，留白框", "has a password; a white box is left")
    case .external(let key): diagnostic(.adExternal, ad).wording("key", key, key)
    case .unpacksTooFar(let limit):
      diagnostic(.adUnpacks, ad).wording("limit", "\(limit)", "\(limit)")
    default: diagnostic(.adBroken, ad).wording("reason", fault.chinese, fault.english)
    }
  }

  private func diagnostic(_ code: Code, _ ad: Advertisement) -> Diagnostic {
    Diagnostic(code, at: ad.path?.place ?? ad.place, page: ad.page, frame: ad.slot)
  }

  // MARK: What was found

  private func messages(_ ad: Advertisement, _ found: AdvertisementInspection) -> [Diagnostic] {
    var messages: [Diagnostic] = []
    if !found.active.isEmpty {
      let parts = Wording.joined(found.active.map(\.wording))
      messages.append(
        diagnostic(.adActive, ad).wording(
          "reason", "含\(parts.zh)，已剥离", "holds \(parts.en); it is printed without"))
    }
    messages += message(.adPage, ad, pageFindings(found))
    if let colour = colourRefused(ad, found), isForPrint {
      messages.append(
        diagnostic(.adColour, ad)
          .wording(
            "booked", ad.color == .black ? "黑白" : "四色", ad.color == .black ? "black" : "CMYK"
          )
          .wording("found", colour.zh, colour.en))
      return messages
    }
    return messages + message(.adInks, ad, inkFindings(ad, found))
  }

  private func message(_ code: Code, _ ad: Advertisement, _ findings: [Wording]) -> [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    let words = Wording.joined(findings)
    return [diagnostic(code, ad).wording("found", words.zh, words.en)]
  }

  private func isRefused(_ ad: Advertisement, _ found: AdvertisementInspection) -> Bool {
    isForPrint && colourRefused(ad, found) != nil
  }

  /// What the file has that was not booked.
  private func colourRefused(_ ad: Advertisement, _ found: AdvertisementInspection) -> Wording? {
    switch ad.color {
    case .cmyk where found.hasScreenColours: Wording(zh: " RGB", en: "RGB")
    case .black where found.hasColours: Wording(zh: "黑以外的颜色", en: "colours besides black")
    default: nil
    }
  }

  private func pageFindings(_ found: AdvertisementInspection) -> [Wording] {
    var findings: [Wording] = []
    if found.pages > 1 {
      findings.append(Wording(zh: "有 \(found.pages) 页", en: "has \(found.pages) pages"))
    }
    if found.cropDiffers {
      findings.append(
        Wording(zh: "的 CropBox 不是 TrimBox", en: "has a CropBox that is not its TrimBox"))
    }
    if found.isTurned { findings.append(Wording(zh: "的页转了向", en: "has its page turned")) }
    return findings
  }

  private func inkFindings(_ ad: Advertisement, _ found: AdvertisementInspection) -> [Wording] {
    var findings: [Wording] = []
    func note(_ zh: String, _ en: String) { findings.append(Wording(zh: zh, en: en)) }
    if !found.missingFonts.isEmpty {
      let names = found.missingFonts.joined(separator: ", ")
      note(
        "字体没有嵌入（\(names)），换了字体按图制版",
        "fonts are not embedded (\(names)): it is printed as a picture in others")
    }
    if found.isSetHere {
      note(
        "SVG 里有文字，用本机的字体排（请客户转成轮廓）",
        "its text is set in this machine's fonts (ask for outlines)")
    }
    if let colour = colourRefused(ad, found) {
      note("订的颜色以外有\(colour.zh)", "beyond the booking it has \(colour.en)")
    } else if found.hasScreenColours, ad.color == nil {
      note("RGB 由本社转成油墨", "its RGB is separated here")
    }
    if found.hasFourColourBlackText { note("黑字不是单黑", "black text is made of several inks") }
    if !found.spots.isEmpty {
      let names = found.spots.joined(separator: ", ")
      note("有专色（\(names)）", "it has spot colours (\(names))")
    }
    if found.hasWhiteOverprint { note("白色设成叠印，印不出来", "white overprints and vanishes") }
    let least = ad.minPPI ?? leastPPI
    if let ppi = found.lowestPPI, ppi < least {
      note("图只有 \(ppi) ppi，要 \(least)", "a picture has \(ppi) ppi; \(least) are asked")
    }
    if let line = found.thinnestLine, line < Self.thinnestLine {
      note("线细于 0.25 磅", "lines are thinner than 0.25 pt")
    }
    if found.pictureReason == .hiddenLayers {
      note("有藏起的图层，按图制版", "it hides layers and is printed as a picture")
    }
    return findings
  }
}

/// The same words in Chinese and in English.
struct Wording {
  var zh: String
  var en: String

  static func joined(_ wordings: [Wording]) -> Wording {
    Wording(
      zh: wordings.map(\.zh).joined(separator: "、"), en: wordings.map(\.en).joined(separator: ", "))
  }
}

extension AdvertisementInspection.ActivePart {
  var wording: Wording {
    switch self {
    case .script: Wording(zh: "脚本", en: "scripts")
    case .launch: Wording(zh: "启动程序", en: "programs to start")
    case .action: Wording(zh: "动作", en: "actions")
    case .embeddedFile: Wording(zh: "附件", en: "attached files")
    case .form: Wording(zh: "表单", en: "a form")
    case .media: Wording(zh: "影音", en: "sound or film")
    case .animation: Wording(zh: "动画", en: "movement")
    }
  }
}
