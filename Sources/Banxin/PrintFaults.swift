import Diagnostics
import Press

extension PrintFault {
  /// The message about a finished file, named as it lies in the output folder.
  func diagnostic(of file: String, pages: [String], as version: PDFXVersion) -> Diagnostic {
    let words = words(pages)
    return Diagnostic(
      .finishedFileFault, at: SourcePlace(file: file), ["standard": version.name], page: page(pages)
    ).wording("reason", words.zh, words.en)
  }

  private func page(_ codes: [String]) -> String? {
    guard case .page(let index, _) = self, codes.indices.contains(index) else { return nil }
    return codes[index]
  }

  private func words(_ codes: [String]) -> (zh: String, en: String) {
    switch self {
    case .version(let header): ("文件头是 \(header)", "its header is \(header)")
    case .encrypted: ("加了密", "it is encrypted")
    case .noIdentifier: ("没有 /ID", "it has no /ID")
    case .information(let key): ("文件信息的 \(key) 不对", "\(key) of its information is wrong")
    case .metadata(let entry): ("XMP 的 \(entry) 不对", "\(entry) of its XMP is wrong")
    case .outputIntent: ("没有带 ICC 文件的输出意图", "it has no output intent with a profile")
    case .active(let key): ("有 \(key)", "it has \(key)")
    case .page(_, let fault):
      (
        "\(page(codes) ?? "?") 版\(fault.words.zh)",
        "page \(page(codes) ?? "?") has \(fault.words.en)"
      )
    }
  }
}

extension PageFault {
  fileprivate var words: (zh: String, en: String) {
    switch self {
    case .box(let key): ("的 \(key) 不对", "a wrong \(key)")
    case .annotation: ("有注释或链接", "annotations")
    case .fontNotEmbedded(let name): ("没有嵌入字体 \(name)", "no font file for \(name)")
    case .screenColour: ("还有 RGB、Lab 或 ICC 色", "colours in RGB, Lab or by ICC")
    case .transparency: ("有不许可的透明", "transparency that is not allowed")
    case .whiteOverprint: ("有叠印的白", "white that overprints")
    case .forbidden(let what): ("有 \(what)", what)
    }
  }
}
