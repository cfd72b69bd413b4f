import Diagnostics
import Drawing
import Fonts
import Geometry
import PageDesign

/// Faces whose thin strokes fill in first when white on a ground: 宋, 仿宋, 楷 and the Latin beside them.
func thinFonts(in book: FontBook) -> Set<FontID> {
  Set([FontRole.song, .fangsong, .kai, .latinSerif].map { book.face(for: $0).font })
}

/// White type (反白) too small to stay open in its ground.
func reversedText(_ marks: [PlacedMark], _ rules: PrintRules, thin: Set<FontID>) -> [PrintFault] {
  marks.compactMap { mark in
    guard let text = mark.text, text.ink == .white, mark.ground != .white || mark.isOnPicture else {
      return nil
    }
    // A picture is of all inks.
    let ground = mark.isOnPicture ? Ink(c: 50, m: 50, y: 50, k: 50) : mark.ground
    let limit = rules.reversedText.limit(on: ground, isThin: thin.contains(text.font))
    guard text.size < limit else { return nil }
    return PrintFault(
      code: .reversedTextSmall, place: mark.place, page: mark.page.code, frame: mark.frame,
      size: text.size, limit: limit,
      ink: ground, isOnPicture: mark.isOnPicture, box: mark.mark.extent)
  }
}

extension PrintRules.ReversedText {
  fileprivate func limit(on ground: Ink, isThin: Bool) -> Length {
    let limit = ground.parts.count > 1 ? severalInks : oneInk
    return isThin ? max(limit, thin) : limit
  }
}
