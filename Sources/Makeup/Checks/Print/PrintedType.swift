import Diagnostics
import Drawing
import Fonts
import Geometry
import PageDesign
import Typesetting

/// Type that newsprint would not hold: the smallest of each kind in a frame stands for all.
func checkType(in frame: PrintedFrame, _ rules: PrintRules) -> [Diagnostic] {
  var found: [Code: TypeFinding] = [:]
  for panel in frame.panels {
    var ground: Ink?
    for item in panel.items {
      switch item {
      case .fill(_, let ink), .roundBox(_, _, .some(let ink), _, _): ground = ink
      case .line(let line, _, let ink):
        for run in line.runs {
          for (code, limit) in faults(of: ink, run.size, on: ground, rules) {
            found[code, default: TypeFinding()].add(run, ink, limit)
          }
        }
      default: break
      }
    }
  }
  return [Code.richBlackText, .manyInkText, .smallReversedText, .smallTintedText].compactMap {
    code in found[code].map { $0.diagnostic(code, in: frame, rules) }
  }
}

private func faults(of ink: Ink, _ size: Length, on ground: Ink?, _ rules: PrintRules)
  -> [(Code, Length)]
{
  if ink == .white {
    let several = (ground ?? .black).count > 1
    let least = several ? rules.reversedSeveral : rules.reversedText
    return size < least ? [(.smallReversedText, least)] : []
  }
  if ink.isRichBlack {
    return size < rules.textInksSize ? [(.richBlackText, rules.textInksSize)] : []
  }
  if ink.count > rules.textInks, size < rules.textInksSize {
    return [(.manyInkText, rules.textInksSize)]
  }
  return ink.isTint && size < rules.tintedText ? [(.smallTintedText, rules.tintedText)] : []
}

/// The smallest type of a kind in a frame, and how many runs are like it.
private struct TypeFinding {
  private var smallest: GlyphRun?
  private var ink = Ink.black
  private var limit = Length.zero
  private var count = 0

  mutating func add(_ run: GlyphRun, _ ink: Ink, _ limit: Length) {
    guard !run.text.isEmpty else { return }
    count += 1
    if let smallest, smallest.size <= run.size { return }
    (smallest, self.ink, self.limit) = (run, ink, limit)
  }

  func diagnostic(_ code: Code, in frame: PrintedFrame, _ rules: PrintRules) -> Diagnostic {
    let text = String(String.UnicodeScalarView((smallest?.text ?? []).prefix(12)))
    return frame.diagnostic(
      code,
      [
        "text": text, "size": (smallest?.size ?? .zero).writtenPoints,
        "limit": limit.writtenPoints, "inks": ink.written, "most": "\(rules.textInks)",
      ]
    ).counting(count)
  }
}

extension Diagnostic {
  /// Says how many places are alike where there are several.
  func counting(_ count: Int) -> Diagnostic {
    count > 1 ? wording("count", "等 \(count) 处", " and \(count - 1) more") : self
  }
}
