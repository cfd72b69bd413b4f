import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// Lines in frames that are too thin to print evenly.
func thinLines(_ marks: [PlacedMark], _ rules: PrintRules) -> [PrintFault] {
  marks.compactMap { mark in
    guard let line = mark.mark.stroke else { return nil }
    let limit = rules.limit(for: line.ink)
    guard line.weight < limit else { return nil }
    return PrintFault(
      code: .lineThin, place: mark.place, page: mark.page.code, frame: mark.frame,
      size: line.weight, limit: limit,
      ink: line.ink, box: mark.mark.box)
  }
}

/// The same of lines in the drawings of stories, at the size that they are printed at. Their inks are not looked at.
func thinLines(in drawings: [PicturePart], _ marks: [PlacedMark], _ rules: PrintRules)
  -> [PrintFault]
{
  marks.compactMap { mark in
    guard case .picture(let placed) = mark.mark,
      let drawing = drawings.first(where: { $0.file?.path == placed.file }),
      let file = drawing.file, let thinnest = file.thinnestLine, thinnest < file.width
    else { return nil }
    let weight = placed.placement.width * thinnest / file.width
    guard weight < rules.line else { return nil }
    return PrintFault(
      code: .lineThin, place: drawing.path.place, page: mark.page.code, frame: mark.frame,
      size: weight, limit: rules.line, ink: .black, box: placed.clip)
  }
}

/// The same of the lines between frames, which the layout lists.
func thinRules(on pages: [Page], _ rules: PrintRules) -> [PrintFault] {
  pages.flatMap { page in
    page.layout.rules.compactMap { rule in
      let ink = Ink(rule.ink)
      let limit = rules.limit(for: ink)
      guard rule.weight < limit else { return nil }
      return PrintFault(
        code: .lineThin, place: rule.place, page: page.code, frame: nil, size: rule.weight,
        limit: limit,
        ink: ink)
    }
  }
}

extension PrintRules {
  /// A line in one solid ink may be thinner than one that has to keep a screen, or register.
  fileprivate func limit(for ink: Ink) -> Length {
    ink.isSolid && ink.parts.count == 1 ? line : tintedLine
  }
}

extension Mark {
  /// The stroke that it is drawn with, if any.
  fileprivate var stroke: (weight: Length, ink: Ink)? {
    switch self {
    case .stroke(_, let weight, let ink), .line(_, _, let weight, let ink, _): (weight, ink)
    case .wave(let wave): (wave.weight, wave.ink)
    case .path(let path): path.stroke.map { (path.weight, $0) }
    case .roundBox(let box): box.stroke.map { (box.weight, $0) }
    case .glyphs, .fill, .picture, .begin, .end: nil
    }
  }
}
