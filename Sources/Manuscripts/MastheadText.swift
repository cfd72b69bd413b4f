import Diagnostics

/// The lines of a masthead (报头), as given; all optional.
package struct MastheadText: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: String
    package init(key: String, value: String) { (self.key, self.value) = (key, value) }
  }
  package var name: String?
  /// A picture or PDF of the nameplate, relative to the edition.
  package var art: Located<String>?
  package var artFile: PictureFile?
  /// What the QR code of the paper says, and the words by it.
  package var code: CodeBlock?
  package var barcode: Barcode?
  /// tagline, publisher, registration, website, phone, price, … in the order of the file.
  package var entries: [Entry] = []
  package init() {}
  package subscript(key: String) -> String? { entries.first { $0.key == key }?.value }
}

/// What the barcode of an issue is made from (条码).
package struct Barcode: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// All thirteen digits.
    case digits(Located<String>)
    /// The paper's ISSN: the rest follows.
    case issn(Located<String>)
  }
  package var source: Source
  /// The two or five digits that say which issue it is.
  package var issue: Located<String>?
  package init(_ source: Source, issue: Located<String>? = nil) {
    (self.source, self.issue) = (source, issue)
  }
}

extension MastheadText {
  /// Lines of the masthead, each with the word that says what it is; `imprint` with those that stand in the imprint
  /// of a paper that has one.
  package func lines(in language: String, imprint: Bool) -> [String] {
    entries.filter {
      $0.key != "tagline" && (imprint || !MastheadText.imprintKeys.contains($0.key))
    }
    .map { $0.line(in: language) }
  }

  /// Who prints the paper, where, how it is had, and under which licence it advertises: small print (报尾).
  private static let imprintKeys: Set<String> = [
    "printer", "address", "distribution", "ad-licence",
  ]
}

extension MastheadText.Entry {
  /// As it is typed, after the word that the form of a paper asks for where that is not in it.
  func line(in language: String) -> String {
    guard let label = Self.labels(in: language)[key], !label.known.contains(where: value.contains)
    else {
      return value
    }
    return label.said + value
  }

  private typealias Labels = [String: (said: String, known: [String])]

  private static func labels(in language: String) -> Labels {
    switch language {
    case "zh-Hant-TW", "zh-Hant-HK": overseas
    case "ja": japanese
    case "ko": korean
    default: mainland
    }
  }

  private static let overseas: Labels = [
    "publisher": ("發行：", ["發行", "出版"]), "printer": ("印刷：", ["印刷", "承印"]),
    "address": ("地址：", ["地址", "社址"]), "issn": ("ISSN ", ["ISSN"]),
  ]

  private static let japanese: Labels = [
    "publisher": ("発行所 ", ["発行"]), "printer": ("印刷所 ", ["印刷"]), "issn": ("ISSN ", ["ISSN"]),
  ]

  private static let korean: Labels = [
    "publisher": ("발행 ", ["발행"]), "printer": ("인쇄 ", ["인쇄"]), "address": ("주소 ", ["주소"]),
    "issn": ("ISSN ", ["ISSN"]),
  ]

  /// «报纸期刊质量管理规定» (国新出发〔2020〕10号), 出版形式: what a paper says of itself.
  private static let mainland: Labels = [
    "supervisor": ("主管：", ["主管"]), "organizer": ("主办：", ["主办"]),
    "publisher": ("出版：", ["出版", "主办", "主管"]), "printer": ("印刷：", ["印刷", "承印", "印务"]),
    "address": ("地址：", ["地址", "社址"]), "ad-licence": ("广告经营许可证：", ["广告"]),
    "distribution": ("发行：", ["发行", "邮发", "订阅", "征订"]), "postal-code": ("邮发代号 ", ["代号"]),
    "issn": ("ISSN ", ["ISSN"]),
  ]
}
