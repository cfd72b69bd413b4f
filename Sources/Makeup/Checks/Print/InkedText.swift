import Diagnostics
import Drawing
import PageDesign

/// Black type that other inks print too (四色黑): it blurs where the plates are off. GWG 2015 refuses it small.
func richBlackText(_ marks: [PlacedMark], _ places: InkPlaces, _ rules: PrintRules)
  -> [PrintFault]
{
  marks.compactMap { mark in
    guard let text = mark.text, text.size < rules.richBlack, text.ink.isRichBlack else {
      return nil
    }
    return PrintFault(
      code: .richBlackText, place: places.place(of: text.ink, in: mark), page: mark.page.code,
      frame: mark.frame,
      size: text.size, limit: rules.richBlack, ink: text.ink, box: mark.mark.extent)
  }
}

/// Small type in more inks than keep register (套印).
func textInManyInks(_ marks: [PlacedMark], _ places: InkPlaces, _ rules: PrintRules)
  -> [PrintFault]
{
  marks.compactMap { mark in
    guard let text = mark.text, text.size < rules.manyInksSize, !text.ink.isRichBlack,
      text.ink.parts.count > rules.mostTextInks
    else { return nil }
    return PrintFault(
      code: .textInManyInks, place: places.place(of: text.ink, in: mark), page: mark.page.code,
      frame: mark.frame,
      size: text.size, limit: rules.manyInksSize, ink: text.ink, most: rules.mostTextInks,
      box: mark.mark.extent)
  }
}

/// Small type without a solid ink: the screen breaks its strokes.
func tintedText(_ marks: [PlacedMark], _ places: InkPlaces, _ rules: PrintRules) -> [PrintFault] {
  marks.compactMap { mark in
    guard let text = mark.text, text.size < rules.tintedText, text.ink != .white,
      !text.ink.isSolid
    else { return nil }
    return PrintFault(
      code: .tintedTextSmall, place: places.place(of: text.ink, in: mark), page: mark.page.code,
      frame: mark.frame,
      size: text.size, limit: rules.tintedText, ink: text.ink, box: mark.mark.extent)
  }
}

extension Ink {
  /// Black or nearly, and more than black.
  fileprivate var isRichBlack: Bool { k >= 85 && parts.count > 1 }
}
