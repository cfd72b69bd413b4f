/// Puts pages of others into the numbered places of a proof, and leaves all else of it as it is.
///
/// A drawing has lines on a proof as it has in print; what is read on a screen is enlarged.
package func fill(_ proof: [UInt8], with contents: [PlateContent]) throws(FinishingFault)
  -> [UInt8]
{
  do throws(PDFFault) {
    let document = try PDFDocument(reading: proof)
    try document.settlePages()
    let places = PlatePlaces(contents, in: document)
    for index in 0..<document.pageCount {
      let objects = document.page(index)["/Resources"]["/XObject"]
      for name in objects.keys {
        guard let number = try objects[name].placeNumber, let content = try places.object(number)
        else { continue }
        objects.set(name, content)
      }
    }
    return try document.written(PDFDocument.Form(version: "1.7", keepsStreams: true))
  } catch { throw .pdf(error.reason) }
}

extension AdvertisementPress {
  /// A drawing as the page that is made of it, in its own colours, for proofs.
  package func proofPage(of path: String) throws(AdvertisementFault) -> AdvertisementPlate {
    let artwork = try artwork(path)
    let file = try openSafely(artwork)
    guard let trim = PDFRect(trimOf: file.page) else { throw .noPages }
    do throws(PDFFault) {
      return AdvertisementPlate(document: try file.page(within: trim, keepsGroup: true), trim: trim)
    } catch { throw AdvertisementFault(error) }
  }
}
