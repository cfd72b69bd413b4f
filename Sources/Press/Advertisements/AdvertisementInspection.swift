/// What an advertiser's PDF was found to hold (广告验收).
package struct AdvertisementInspection: Hashable, Sendable {
  /// What a page on paper has no use for, and a program may be harmed by. It is left out.
  package enum ActivePart: String, Hashable, Sendable, CaseIterable {
    case script, launch, action, embeddedFile, form, media, animation
  }

  package var active: [ActivePart] = []
  package var pages = 1
  package var isTurned = false
  /// Something lies outside the trim that the file wants shown, or inside it that it does not.
  package var cropDiffers = false

  /// Fonts that letters are set in and that the file does not bring, by name.
  package var missingFonts: [String] = []
  /// The letters of a drawing, set in fonts of this machine.
  package var isSetHere = false
  /// RGB or Lab is used, in any place.
  package var hasScreenColours = false
  /// Colours that are not grey, in whatever space.
  package var hasColours = false
  /// Spot colours by name, `All` (every plate) not among them.
  package var spots: [String] = []
  package var hasFourColourBlackText = false
  package var hasTransparency = false
  /// White that is set to overprint is not there in print.
  package var hasWhiteOverprint = false
  /// The resolution of the coarsest picture in pixels to the inch, as placed.
  package var lowestPPI: Int?
  /// The thinnest line in thousandths of a point; 0 is as thin as the plate can hold.
  package var thinnestLine: Int?
  /// Why the page can be made ready only as a picture, as far as is seen before it is done.
  package var pictureReason: PictureReason?

  package init() {}
}

/// Why a page is made ready as a picture (栅格化).
package enum PictureReason: String, Hashable, Sendable {
  /// Colours in a form that cannot be separated where they stand.
  case colours
  /// Layers that the file does not show.
  case hiddenLayers
  /// Letters whose fonts are not in it: PDF/X asks for all of them, and other machines have others.
  case missingFonts
  /// The plates take no transparency.
  case transparency
}
