import Diagnostics
import Drawing
import Geometry
import PageDesign

/// One mark that breaks a rule of print.
struct PrintFault {
  var code: Code
  var place: SourcePlace
  var page: String
  var frame: SetFrame?
  /// How small or thin it is, and what the rule asks for.
  var size: Length
  var limit: Length
  /// The inks that the message names.
  var ink: Ink
  /// What lies under it is a picture.
  var isOnPicture = false
  /// A rule's number of inks.
  var most = 0
  /// Where it stands on the page; nil for the lines between frames, which are not marks of a frame.
  var box: Rect?

  /// The same cause: one message.
  fileprivate func isSame(as other: PrintFault) -> Bool {
    (code, place, ink, limit) == (other.code, other.place, other.ink, other.limit)
  }
}

/// One message for each cause, with the worst size and how often it is met, on every page where it is: the first one
/// carries it.
func findings(of faults: [PrintFault]) -> [LintFinding] {
  var causes: [PrintCause] = []
  for fault in faults {
    guard let index = causes.firstIndex(where: { $0.worst.isSame(as: fault) }) else {
      causes.append(PrintCause(worst: fault, faults: [fault]))
      continue
    }
    causes[index].faults.append(fault)
    if fault.size < causes[index].worst.size { causes[index].worst = fault }
  }
  return causes.flatMap(\.findings)
}

/// All faults that one change mends.
private struct PrintCause {
  var worst: PrintFault
  var faults: [PrintFault]

  /// The worst one's page first.
  var findings: [LintFinding] {
    let message = message(of: worst, count: faults.count)
    var pages = [worst.page]
    for fault in faults where !pages.contains(fault.page) { pages.append(fault.page) }
    return pages.map { page in
      let here = faults.filter { $0.page == page }
      var frames: [String] = []
      for id in here.compactMap({ $0.frame?.id }) where !frames.contains(id) { frames.append(id) }
      return LintFinding(
        message: message, page: page, frames: frames,
        rects: frames.flatMap { id in joined(here.filter { $0.frame?.id == id }.compactMap(\.box)) }
      )
    }
  }

  /// Lines under each other make one place.
  private func joined(_ boxes: [Rect]) -> [Rect] {
    let near = Length.points(12)
    return boxes.reduce(into: []) { places, box in
      let round = Rect(
        x: box.x - near, y: box.y - near, width: box.width + near * 2, height: box.height + near * 2
      )
      if let index = places.lastIndex(where: { $0.intersects(round) }) {
        places[index] = [places[index], box].bounds ?? box
      } else {
        places.append(box)
      }
    }
  }
}

private func message(of fault: PrintFault, count: Int) -> Diagnostic {
  let unit = fault.code == .inkInMargin ? MeasureUnit.millimetres : .points
  return Diagnostic(
    fault.code, at: fault.place,
    [
      "size": unit.text(fault.size), "limit": unit.text(fault.limit),
      "inks": "\(fault.ink.parts.count)", "most": "\(fault.most)",
      "count": count > 1 ? "\(count)" : "",
    ],
    page: fault.page, frame: fault.frame?.id, article: fault.frame?.article
  )
  .wording("ink", fault.ink.words.zh, fault.ink.words.en)
  .wording(
    "ground", fault.isOnPicture ? "图" : fault.ink.words.zh,
    fault.isOnPicture ? "a picture" : fault.ink.words.en)
}

/// How a length is told.
private enum MeasureUnit {
  case points, millimetres

  func text(_ length: Length) -> String {
    let value = self == .points ? length.points : length.millimetres
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var digits = String(rest + 100).dropFirst()
    while digits.hasSuffix("0") { digits = digits.dropLast() }
    let number = (hundredths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
    return number + (self == .points ? "pt" : "mm")
  }
}

extension Ink {
  /// The inks that it has, in percent.
  var parts: [(zh: String, en: String, percent: Int)] {
    [("青", "c", c), ("品", "m", m), ("黄", "y", y), ("黑", "k", k)].filter { $0.2 > 0 }
  }

  var total: Int { c + m + y + k }

  /// One ink at its full strength at least: no screen breaks the edges.
  var isSolid: Bool { parts.contains { $0.percent == 100 } }

  var words: (zh: String, en: String) {
    if parts.isEmpty { return ("白", "white") }
    return (
      parts.map { "\($0.zh)\($0.percent)" }.joined(separator: " "),
      parts.map { "\($0.en)\($0.percent)" }.joined(separator: " ")
    )
  }
}
