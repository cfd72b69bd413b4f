import Diagnostics
import Geometry
import Schema

/// Reads ads/ads.yaml. An advertisement whose file or entry is at fault keeps its slot, without a file:
/// a white box is printed there, never another client's advertisement.
struct AdsReader {
  let folder: EditionFolder
  let limits: Limits

  func read(_ source: SourceText, findings: Findings) -> [Advertisement] {
    guard let value = readYAML(source, findings: findings),
      let fields = Fields(value, as: .ads, findings: findings)
    else { return [] }
    var ads: [Advertisement] = []
    for ad in fields.maps("ads").compactMap(ad) {
      if let first = ads.first(where: { $0.id == ad.id }) {
        let file = source.file
        findings.add(
          Diagnostic(
            .duplicateID, at: ad.place, ["id": ad.id, "first": file, "second": file],
            related: [first.place], page: ad.page, frame: ad.slot))
        continue
      }
      ads.append(ad)
    }
    return ads
  }

  private func ad(_ fields: Fields) -> Advertisement? {
    let errors = fields.findings.errorCount
    guard let page = fields.text("page") else { return nil }
    let id = fields.located("id")
    if let id, !Identifier.isValid(id.value) {
      fields.findings.add(Identifier.expected.diagnostic(at: id.place, key: "id"))
    }
    let slot = fields.text("slot")
    guard let name = id?.value ?? slot else { return nil }
    var ad = Advertisement(id: name, page: page, slot: slot, place: id?.place ?? fields.place)
    ad.places = fields.places
    ad.client = fields.text("client")
    ad.size = size(fields)
    ad.sha256 = sha256(fields)
    ad.color = fields.word("color").flatMap(BookedColour.init(word:))
    ad.minPPI = fields.integer("min-ppi")
    ad.label = fields.text("label")
    ad.fit = fields.choice("fit") ?? .none
    ad.category = fields.text("category")
    ad.rivals = fields.lines("competes-with")
    ad.avoided = fields.lines("avoid")
    ad.apart = fields.word("apart")
    ad.path = fields.located("file")
    let isSound = fields.findings.errorCount == errors && id != nil
    ad.file = isSound ? file(of: ad, fields) : nil
    return ad
  }

  private func size(_ fields: Fields) -> BookedSize? {
    guard let size = fields.map("size"),
      let width = extent(size, "width", "columns"), let height = extent(size, "height", "lines")
    else { return nil }
    return BookedSize(width: width, height: height)
  }

  /// A length or a number of cells: one of the two.
  private func extent(_ size: Fields, _ length: String, _ cells: String) -> BookedSize.Extent? {
    switch (size.has(length), size.has(cells)) {
    case (true, false): return size.length(length).map { .length($0) }
    case (false, true): return size.integer(cells).map { .cells($0) }
    case (false, false):
      size.findings.add(Diagnostic(.missingKey, at: size.place, ["key": length]))
    case (true, true):
      let expected = Expected.said(
        zh: "写了 \(length) 就不写 \(cells)", en: "stands instead of \(length), not beside it")
      size.findings.add(expected.diagnostic(at: size.place(of: cells), key: cells))
    }
    return nil
  }

  private func sha256(_ fields: Fields) -> String? {
    guard let text = fields.located("sha256") else { return nil }
    let digits = text.value.lowercased()
    if digits.count == 64, digits.allSatisfy(\.isHexDigit) { return digits }
    let expected = Expected.said(zh: "要 64 位十六进制数", en: "must be 64 hexadecimal digits")
    fields.findings.add(expected.diagnostic(at: text.place, key: "sha256"))
    return nil
  }

  private func file(of ad: Advertisement, _ fields: Fields) -> PictureFile? {
    guard let path = ad.path else {
      fields.findings.add(
        Diagnostic(.adMissing, at: ad.place, ["ad": ad.id], page: ad.page, frame: ad.slot))
      return nil
    }
    guard let checked = fields.findings.check(path) else { return nil }
    let reader = PictureFileReader(folder: folder, limits: limits, purpose: .advertisement)
    return reader.read(checked, findings: fields.findings)
  }
}
