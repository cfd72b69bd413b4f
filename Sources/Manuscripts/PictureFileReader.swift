import Diagnostics
import Schema

/// Learns from a picture's header what it is and how large, in plain Swift with every read checked:
/// photographs come from strangers. Its pixels are decoded much later, in a process that may die.
package struct PictureFileReader {
  let folder: EditionFolder
  let limits: Limits
  /// What the picture is for: it settles which kinds are taken, and the messages.
  let purpose: Purpose

  package enum Purpose: Sendable {
    case photograph, nameplate, advertisement

    var kinds: [PictureFile.Kind] {
      self == .photograph ? [.jpeg, .png, .svg] : [.jpeg, .png, .pdf, .svg]
    }
  }

  /// Bytes of a file, and pixels of a side, beyond which it is not decoded.
  private static let mostBytes = 200 << 20
  private static let longestSide = 32_767

  package init(folder: EditionFolder, limits: Limits, purpose: Purpose) {
    (self.folder, self.limits, self.purpose) = (folder, limits, purpose)
  }

  /// The facts of a file; nil, with a message at its path's place, when it cannot be used.
  package func read(_ path: Located<String>, findings: Findings) -> PictureFile? {
    switch folder.bytes(of: path.value, limit: Self.mostBytes) {
    case .failure(.missing):
      let code: Code = purpose == .advertisement ? .adMissing : .pictureMissing
      findings.add(Diagnostic(code, at: path.place, ["file": path.value, "ad": path.value]))
      return nil
    case .failure(let fault):
      findings.add(fault.diagnostic(of: path.value, at: path.place))
      return nil
    case .success(let read):
      return file(Bytes(read.bytes), path, findings)
    }
  }

  private func file(_ bytes: Bytes, _ path: Located<String>, _ findings: Findings) -> PictureFile? {
    switch PictureFacts.read(bytes) {
    case .failure(.noPageSize) where purpose != .photograph:
      // A PDF whose page has to be looked up by a PDF reader.
      return PictureFile(path: path.value, kind: .pdf, width: 0, height: 0)
    case .failure(let fault):
      findings.add(diagnostic(of: fault, at: path.place))
      return nil
    case .success(let facts) where !purpose.kinds.contains(facts.kind):
      findings.add(refusal(of: facts.kind, at: path.place))
      return nil
    case .success(let facts):
      if let fault = sizeFault(facts, at: path.place) {
        findings.add(fault)
        return nil
      }
      if !facts.kind.extensions.contains(suffix(of: path.value)) {
        findings.add(
          Diagnostic(.pictureExtension, at: path.place, ["kind": facts.kind.rawValue.uppercased()]))
      }
      return PictureFile(
        path: path.value, kind: facts.kind, width: facts.width, height: facts.height,
        ppi: facts.ppi, isLineArt: facts.isLineArt)
    }
  }

  private func refusal(of kind: PictureFile.Kind, at place: SourcePlace) -> Diagnostic {
    let name = kind.rawValue.uppercased()
    if purpose == .advertisement { return Diagnostic(.adUnsupported, at: place, ["kind": name]) }
    return Diagnostic(.pictureBroken, at: place)
      .wording(
        "reason", "是 \(name)，请交 JPEG、PNG 或 SVG", "it is \(name); JPEG, PNG and SVG are taken")
  }

  private func diagnostic(of fault: PictureFacts.Fault, at place: SourcePlace) -> Diagnostic {
    if case .postscript = fault, purpose == .advertisement {
      return Diagnostic(.adUnsupported, at: place, ["kind": "EPS/PS"])
    }
    let words = fault.words
    let code: Code = purpose == .advertisement ? .adBroken : .pictureBroken
    return Diagnostic(code, at: place).wording("reason", words.zh, words.en)
  }

  private func sizeFault(_ facts: PictureFacts, at place: SourcePlace) -> Diagnostic? {
    guard facts.kind == .jpeg || facts.kind == .png else { return nil }
    let side = max(facts.width, facts.height)
    if facts.width < 1 || facts.height < 1 || side > Self.longestSide {
      return Diagnostic(.pictureTooLarge, at: place, ["size": "\(facts.width)×\(facts.height)"])
    }
    let pixels = facts.width * facts.height
    guard pixels > limits.imageMegapixels * 1_000_000 else { return nil }
    return Diagnostic(
      .pictureTooLarge, at: place,
      ["pixels": "\(pixels / 10_000)", "limit": "\(limits.imageMegapixels * 100)"])
  }

  private func suffix(of path: String) -> String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }
}

extension PictureFile.Kind {
  var extensions: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .png: ["png"]
    case .pdf: ["pdf", "ai"]
    case .svg: ["svg"]
    }
  }
}

/// Bytes that are read with their bounds checked.
struct Bytes {
  let all: [UInt8]
  init(_ all: [UInt8]) { self.all = all }

  var count: Int { all.count }

  subscript(at: Int) -> Int? { at >= 0 && at < all.count ? Int(all[at]) : nil }

  /// A big-endian number of `size` bytes (`isLittle`: little-endian).
  func number(at: Int, size: Int, isLittle: Bool = false) -> Int? {
    guard at >= 0, at <= all.count - size else { return nil }
    let slice = all[at..<at + size]
    return isLittle
      ? slice.reversed().reduce(0) { $0 << 8 | Int($1) } : slice.reduce(0) { $0 << 8 | Int($1) }
  }

  func starts(with text: String, at: Int = 0) -> Bool {
    at >= 0 && at <= all.count && all[at...].starts(with: text.utf8)
  }

  /// The first place of `text` in a range.
  func find(_ text: String, in range: Range<Int>) -> Int? {
    let word = Array(text.utf8)
    let range = range.clamped(to: 0..<all.count)
    guard let first = word.first, range.count >= word.count else { return nil }
    return all.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      while at <= range.upperBound - word.count {
        if bytes[at] == first, bytes[at..<at + word.count].elementsEqual(word) { return at }
        at += 1
      }
      return nil
    }
  }
}

/// What a picture's header says.
struct PictureFacts {
  var kind: PictureFile.Kind
  /// As shown: pixels, or thousandths of a point. 0 of an SVG, whose drawer has to be asked.
  var width: Int
  var height: Int
  var ppi: Double = 0
  /// One bit a pixel.
  var isLineArt = false

  enum Fault: Error {
    case notAPicture(String)
    case truncated, malformed, postscript, noPageSize

    var words: (zh: String, en: String) {
      switch self {
      case .notAPicture(let kind): ("不是图，是\(kind)", "it is no picture but \(kind)")
      case .truncated: ("图不完整", "it is cut off")
      case .malformed: ("文件头坏了", "its header is damaged")
      case .postscript: ("是 EPS/PS", "it is EPS or PostScript")
      case .noPageSize: ("看不出页面尺寸", "its page size cannot be made out")
      }
    }
  }

  /// Before the root of an SVG stand declarations and comments.
  private static let mostPrologue = 1 << 16

  static func read(_ bytes: Bytes) -> Result<PictureFacts, Fault> {
    if bytes.count == 0 { return .failure(.notAPicture("空文件")) }
    if bytes.starts(with: "%PDF-") { return PDFPageSize(bytes).read() }
    if bytes.starts(with: "%!PS") || bytes.number(at: 0, size: 4) == 0xC5D0_D3C6 {
      return .failure(.postscript)
    }
    if bytes.number(at: 0, size: 3) == 0xFFD8FF { return JPEGFacts(bytes: bytes).read() }
    if bytes.number(at: 0, size: 4) == 0x8950_4E47, bytes.number(at: 4, size: 4) == 0x0D0A_1A0A {
      return PNGFacts(bytes: bytes).read()
    }
    if bytes.find("<svg", in: 0..<mostPrologue) != nil {
      return .success(PictureFacts(kind: .svg, width: 0, height: 0))
    }
    return .failure(.notAPicture(foreignKind(bytes)))
  }

  /// Kinds that editors do send.
  private static func foreignKind(_ bytes: Bytes) -> String {
    let signs: [(String, String)] = [
      ("GIF8", "GIF"), ("II*\0", "TIFF"), ("MM\0*", "TIFF"), ("RIFF", "WebP"), ("8BPS", "PSD"),
      ("PK\u{3}\u{4}", "ZIP"), ("<!DOCTYPE", "HTML"), ("<html", "HTML"), ("BM", "BMP"),
    ]
    switch bytes.number(at: 0, size: 2) {
    case 0x1F8B: return "gzip（SVGZ 请另存为 SVG）"
    case 0xFFFE, 0xFEFF: return "UTF-16（请另存为 UTF-8）"
    default: break
    }
    if let sign = signs.first(where: { bytes.starts(with: $0.0) }) { return sign.1 }
    if bytes.starts(with: "ftyphei", at: 4) || bytes.starts(with: "ftypmif1", at: 4) {
      return "HEIC"
    }
    return "JPEG/PNG/PDF/SVG 以外的文件"
  }
}
