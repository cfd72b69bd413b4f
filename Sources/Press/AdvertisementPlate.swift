/// An advertiser's page ready for the plates: nothing in it but inks (广告版).
package struct AdvertisementPlate: Hashable, Sendable {
  /// A PDF whose first page is the advertisement.
  package var document: [UInt8]
  /// The part of the page that is printed.
  package var trim: PDFRect
  /// How the page is turned to be seen: 0, 90, 180 or 270 degrees clockwise.
  package var turn: Int

  package init(document: [UInt8], trim: PDFRect, turn: Int = 0) {
    (self.document, self.trim, self.turn) = (document, trim, turn)
  }
}
