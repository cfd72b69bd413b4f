import Diagnostics
import Drawing
import Geometry
import PageDesign

/// What comes too near to the trim. Newspapers are not trimmed clean: folder and gripper need white paper, and a
/// ground or picture that is meant to bleed (出血) must reach the edge.
func inkInMargins(_ marks: [PlacedMark], _ rules: PrintRules) -> [PrintFault] {
  marks.compactMap { mark in
    guard let box = mark.mark.box, let white = mark.whiteLeft(by: box), white < rules.margin
    else { return nil }
    return PrintFault(
      code: .inkInMargin, place: mark.place, page: mark.page.code, frame: mark.frame, size: white,
      limit: rules.margin,
      ink: .black, box: box)
  }
}

extension PlacedMark {
  /// The least white between it and the trim; nil where it bleeds as it should, or leaves no ink.
  fileprivate func whiteLeft(by box: Rect) -> Length? {
    if case .fill(_, .white) = mark { return nil }
    let size = page.layout.size
    let sides = [box.x, box.y, size.width - box.maxX, size.height - box.maxY]
    let bleeds = page.layout.bleed > .zero && mark.mayBleed
    return sides.filter { !bleeds || $0 > .zero }.min()
  }
}

extension Mark {
  fileprivate var mayBleed: Bool {
    switch self {
    case .fill, .picture: true
    default: false
    }
  }
}
