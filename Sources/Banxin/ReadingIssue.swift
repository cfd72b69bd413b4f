import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Schema

/// Brings an edition, its layouts and its styles together.
struct IssueReader {
  let folder: EditionFolder
  let house: HouseFiles
  var edition: Edition
  /// Print refuses what a proof only complains of.
  let isForPrint: Bool
  var sources = SourceLibrary()
  var diagnostics: [Diagnostic] = []
  private(set) var layouts: [String: Layout] = [:]
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
    readForeignFiles(styles, rules.print)
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

// MARK: The policy

extension IssueReader {
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
