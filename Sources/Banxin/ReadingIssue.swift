import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Press
import Schema

/// Brings an edition, its layouts and its styles together.
struct IssueReader {
  let folder: EditionFolder
  let house: HouseFiles
  var edition: Edition
  /// Print refuses what a proof only complains of.
  private let isForPrint: Bool
  var sources = SourceLibrary()
  var diagnostics: [Diagnostic] = []
  private var layouts: [String: Layout] = [:]
  private var droppedFrames: [String: [String]] = [:]

  /// Names of house files in messages begin so, whatever folder they lie in.
  private static let houseName = "house/"

  init(folder: EditionFolder, house: HouseFiles, edition: Edition, isForPrint: Bool) {
    (self.folder, self.house, self.edition) = (folder, house, edition)
    self.isForPrint = isForPrint
  }

  mutating func read() -> Issue? {
    readLayouts()
    let styles = readStyles()
    let rules = readRules()
    guard let styles, let rules, !diagnostics.contains(where: \.stopsEdition) else { return nil }
    checkAdFiles()
    let looked = AdvertisementChecks(
      edition: edition, folder: folder.root, rules: rules.print, isForPrint: isForPrint
    ).run()
    edition.ads = looked.value
    diagnostics += looked.diagnostics
    readHouseAds()
    readColumnArt(styles)
    measurePages()
    var checks = PlacingChecks(edition: edition, layouts: layouts, droppedFrames: droppedFrames)
    checks.run()
    diagnostics += checks.diagnostics + StyleChecks(layouts: layouts, styles: styles).run(edition)
    edition = checks.edition
    applyPolicy()
    guard !diagnostics.contains(where: \.stopsEdition) else { return nil }
    return Issue(
      edition: edition, layouts: layouts, styles: styles, rules: rules,
      isForPrint: isForPrint, folder: folder.root, sources: sources)
  }
}

// MARK: Layouts

extension IssueReader {
  private mutating func readLayouts() {
    var read: Set<String> = []
    for page in edition.pages where read.insert(page.layout.value).inserted {
      guard let source = layoutText(page.layout) else { continue }
      sources.add(source)
      let reading = readLayout(source)
      diagnostics += reading.diagnostics.map { diagnostic in
        var copy = diagnostic
        copy.page = page.code
        return copy
      }
      layouts[page.layout.value] = reading.layout
      droppedFrames[page.layout.value] = reading.droppedFrames
    }
  }

  /// A path is a file of the edition; a name is the edition's `layouts/<name>.yaml` or the house's.
  private mutating func layoutText(_ layout: Located<String>) -> SourceText? {
    let name = layout.value
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return take(folder.yaml(of: name, limit: LayoutLimits.bytes, at: layout.place), of: layout)
    }
    let own = "layouts/\(name).yaml"
    if case .success = folder.resolve(own) {
      return take(folder.yaml(of: own, limit: LayoutLimits.bytes, at: layout.place), of: layout)
    }
    guard let houseFolder = EditionFolder(at: house.layouts, shownAs: Self.houseName + "layouts/")
    else {
      return missing(layout)
    }
    return take(
      houseFolder.yaml(of: "\(name).yaml", limit: LayoutLimits.bytes, at: layout.place), of: layout)
  }

  private mutating func take(_ text: Diagnosed<SourceText?>, of layout: Located<String>)
    -> SourceText?
  {
    if text.diagnostics.contains(where: { $0.code == .fileMissing }) { return missing(layout) }
    diagnostics += text.diagnostics.map { $0.severity == .error ? $0.stopping : $0 }
    return text.value
  }

  private mutating func missing(_ layout: Located<String>) -> SourceText? {
    let own = folder.files(matching: "layouts/*.yaml").map(\.path)
    let shipped = EditionFolder(at: house.layouts)?.files(matching: "*.yaml") ?? []
    let names = shipped.map { String($0.path.dropLast(".yaml".count)) }
    diagnostics.append(
      Diagnostic(
        .layoutMissing, at: layout.place,
        [
          "layout": layout.value, "known": (own + names).joined(separator: ", "),
          "nearest": NearestWord.to(layout.value, among: own + names) ?? "",
        ]
      ).stopping)
    return nil
  }
}

// MARK: Styles

extension IssueReader {
  private mutating func readStyles() -> StyleSheet? {
    guard let houseSheet = readHouseStyles() else { return nil }
    var sheet = houseSheet
    if let path = edition.styles {
      let text = folder.yaml(of: path.value, at: path.place)
      guard let own = styles(from: text) else { return nil }
      sheet = houseSheet.overlaid(with: own)
    }
    diagnostics += sheet.faults() + sheet.misfits(in: edition.language)
    let inked = sheet.inked()
    diagnostics += inked.diagnostics
    inkLayouts(from: sheet.palette)
    return inked.value
  }

  /// Looks the layouts' inks up: layouts are read before the sheet that has them.
  private mutating func inkLayouts(from palette: Palette) {
    for name in layouts.keys.sorted() {
      guard let inked = layouts[name]?.inked(from: palette) else { continue }
      layouts[name] = inked.value
      diagnostics += inked.diagnostics
    }
  }

  private mutating func readHouseStyles() -> StyleSheet? {
    houseText("styles").flatMap { styles(from: $0) }
  }

  /// The house's own file in a folder of its layouts.
  private mutating func houseText(_ folder: String) -> Diagnosed<SourceText?>? {
    let name = "house.yaml"
    let shown = "\(Self.houseName)\(folder)/"
    if let folder = EditionFolder(at: "\(house.layouts)/\(folder)", shownAs: shown) {
      return folder.yaml(of: name)
    }
    let place = SourcePlace(file: shown + name)
    diagnostics.append(Diagnostic(.fileMissing, at: place, ["file": shown + name]).stopping)
    return nil
  }

  private mutating func styles(from text: Diagnosed<SourceText?>) -> StyleSheet? {
    guard let source = source(of: text) else { return nil }
    let sheet = PageDesign.readStyles(source)
    diagnostics += sheet.diagnostics
    return sheet.value
  }

  private mutating func source(of text: Diagnosed<SourceText?>) -> SourceText? {
    diagnostics += text.diagnostics.map { $0.severity == .error ? $0.stopping : $0 }
    if let source = text.value { sources.add(source) }
    return text.value
  }
}

// MARK: Rules

extension IssueReader {
  private mutating func readRules() -> HouseRules? {
    guard let text = houseText("rules"), let rules = rules(from: text, over: nil) else {
      return nil
    }
    guard let own = edition.rules else { return rules }
    return self.rules(from: folder.yaml(of: own.value, at: own.place), over: rules)
  }

  private mutating func rules(from text: Diagnosed<SourceText?>, over house: HouseRules?)
    -> HouseRules?
  {
    guard let source = source(of: text) else { return nil }
    let rules = PageDesign.readRules(source, over: house)
    diagnostics += rules.diagnostics
    return rules.value
  }
}

// MARK: Advertisements' files, and the policy

extension IssueReader {
  /// The largest file that a photograph or an advertisement may be.
  private static let mostBytes = 200 << 20

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

  private mutating func readHouseAds() {
    let reader = PictureFileReader(folder: folder, limits: edition.limits, purpose: .advertisement)
    let findings = Findings(stopsEdition: false)
    var read: Set<String> = []
    for page in edition.pages {
      for frame in layouts[page.layout.value]?.frames ?? [] {
        guard let path = frame.houseAd, read.insert(path.value).inserted else { continue }
        edition.houseAdFiles[path.value] = reader.read(path, findings: findings)
      }
    }
    diagnostics += findings.diagnostics
  }

  /// The pictures of columns; the name stands where one cannot be read.
  private mutating func readColumnArt(_ styles: StyleSheet) {
    let reader = PictureFileReader(folder: folder, limits: edition.limits, purpose: .photograph)
    let press = AdvertisementPress(limits: edition.limits)
    let findings = Findings(stopsEdition: false)
    for name in styles.columns.keys.sorted() {
      guard let path = styles.columns[name]?.art, edition.columnArt[path.value] == nil,
        let file = reader.read(path, findings: findings)
      else { continue }
      edition.columnArt[path.value] =
        file.isDrawn ? measured(file, at: path.place, by: press, or: .pictureBroken) : file
    }
    diagnostics += findings.diagnostics
  }

  /// Looks over the pages and drawings that are no booked advertisements, and finds the sizes that only their drawer can
  /// tell.
  private mutating func measurePages() {
    let press = AdvertisementPress(limits: edition.limits)
    for index in edition.ads.indices {
      let ad = edition.ads[index]
      guard let file = ad.file, file.needsMeasuring, let path = ad.path else { continue }
      edition.ads[index].file = measured(file, at: path.place, by: press, isLookedOver: true)
    }
    for path in edition.houseAdFiles.keys.sorted() {
      guard let file = edition.houseAdFiles[path], file.isDrawn else { continue }
      edition.houseAdFiles[path] = measured(file, at: houseAdPlace(path), by: press)
    }
    if let art = edition.masthead.art, let file = edition.masthead.artFile, file.isDrawn {
      edition.masthead.artFile = measured(file, at: art.place, by: press)
    }
    for story in edition.stories.indices {
      for index in edition.stories[story].photos.indices {
        var photo = edition.stories[story].photos[index]
        measure(&photo, by: press)
        edition.stories[story].photos[index] = photo
      }
    }
    for page in edition.pages.indices {
      for index in edition.pages[page].teasers.indices {
        guard var photo = edition.pages[page].teasers[index].photo else { continue }
        measure(&photo, by: press)
        edition.pages[page].teasers[index].photo = photo
      }
    }
  }

  private mutating func measure(_ photo: inout Picture, by press: AdvertisementPress) {
    var parts = photo.parts
    for part in parts.indices { parts[part] = measured(parts[part], by: press) }
    photo.parts = parts
  }

  private mutating func measured(_ part: PicturePart, by press: AdvertisementPress) -> PicturePart {
    guard let file = part.file, file.isDrawn else { return part }
    var measured = part
    measured.file = self.measured(file, at: part.path.place, by: press, or: .pictureBroken)
    return measured
  }

  private func houseAdPlace(_ path: String) -> SourcePlace {
    let frames = edition.pages.compactMap { layouts[$0.layout.value] }.flatMap(\.frames)
    let frame = frames.first { $0.houseAd?.value == path }
    return frame?.houseAd?.place ?? SourcePlace(file: path)
  }

  private mutating func measured(
    _ file: PictureFile, at place: SourcePlace, by press: AdvertisementPress,
    or fault: Code = .adBroken, isLookedOver: Bool = false
  ) -> PictureFile? {
    do throws(AdvertisementFault) {
      let path = "\(folder.root)/\(file.path)"
      // The house's own files go to the plates by the same way as advertisers'.
      let inspection = try press.inspect(path)
      if !isLookedOver { diagnostics += messages(on: inspection, at: place) }
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
  private func messages(on found: AdvertisementInspection, at place: SourcePlace) -> [Diagnostic] {
    var messages: [Diagnostic] = []
    if found.isSetHere { messages.append(Diagnostic(.drawingText, at: place)) }
    if !found.active.isEmpty {
      let parts = Wording.joined(found.active.map(\.wording))
      messages.append(Diagnostic(.drawingActive, at: place).wording("parts", parts.zh, parts.en))
    }
    return messages
  }

  /// `hold` leaves a broken story out; `fail` publishes nothing.
  private mutating func applyPolicy() {
    let broken = edition.stories.filter(\.isPlaceholder)
    if edition.policy.brokenArticle == "fail", let story = broken.first {
      diagnostics.append(policyFault("broken-article", at: SourcePlace(file: story.file)))
    }
    if edition.policy.brokenArticle == "hold" { edition.stories.removeAll(where: \.isPlaceholder) }
    if edition.policy.brokenAd == "fail", let ad = edition.ads.first(where: { $0.file == nil }) {
      diagnostics.append(policyFault("broken-ad", at: ad.place))
    }
  }

  private func policyFault(_ key: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(.policyFails, at: place, ["policy": key]).stopping
  }
}

extension PictureFile {
  /// A page or drawing whose size its plain text does not tell: that of a drawing may be in percents or left out.
  fileprivate var needsMeasuring: Bool { isDrawn && width == 0 }
}
