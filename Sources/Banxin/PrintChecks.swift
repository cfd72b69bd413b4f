import CairoOutput
import Diagnostics
import Manuscripts

/// What an edition asks for that this version does not make, said rather than left out in silence.
func unbuiltOutputs(of edition: Edition) -> [Diagnostic] {
  var asked = edition.output.formats.filter { OutputFormat(rawValue: $0) == nil }
  if [edition.policy.brokenArticle, edition.policy.brokenAd].contains("last-good") {
    asked.append("last-good")
  }
  return asked.map {
    Diagnostic(.outputNotBuilt, at: SourcePlace(file: "edition.yaml"), ["output": $0])
  }
}

/// Pictures that were found broken, or too large, when they were drawn: a grey box stands in their place.
func pictureFaults(_ store: PictureStore, of edition: Edition) -> [Diagnostic] {
  // What could not even be looked at was reported when the edition was read.
  let known = edition.stories.flatMap(\.photos).flatMap(\.parts).filter { $0.file != nil }
    .map(\.path)
  let ads = edition.ads.filter { $0.file != nil }.compactMap(\.path)
  return store.faults.compactMap { file, fault in
    guard let path = (known + ads).first(where: { $0.value == file }) else { return nil }
    switch fault {
    case .tooManyPixels(let width, let height, let limit):
      return Diagnostic(
        .pictureTooLarge, at: path.place,
        ["pixels": "\(width * height / 10_000)", "limit": "\(limit / 10_000)"])
    case .sideTooLong(let pixels, let limit):
      return broken(
        path, "边长 \(pixels)，上限 \(limit)", "a side of \(pixels) pixels; \(limit) at most")
    case .fileTooLarge(let bytes, let limit):
      return broken(
        path, "文件 \(bytes >> 20) MiB，上限 \(limit >> 20) MiB",
        "\(bytes >> 20) MiB; \(limit >> 20) MiB at most")
    case .missing: return broken(path, "文件不见了", "the file is gone")
    case .empty: return broken(path, "文件是空的", "the file is empty")
    case .unknownKind: return broken(path, "不是图", "it is no picture")
    case .truncated: return broken(path, "图不完整", "the file ends before the picture does")
    case .unreadable(let reason), .broken(let reason): return broken(path, reason, reason)
    }
  }
}

private func broken(_ path: Located<String>, _ zh: String, _ en: String) -> Diagnostic {
  Diagnostic(.pictureBroken, at: path.place).wording("reason", zh, en)
}
