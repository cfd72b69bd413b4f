import CairoOutput
import Diagnostics
import Manuscripts
import PageDesign
import Press

extension Issue {
  /// Where tones are measured, a drawing needs no more.
  private static let drawingPPI = 36

  /// This issue with the lights and darks of pictures that type may stand on without a ground. One that cannot be
  /// decoded is told here and is none: letters white for a dark picture would vanish on the box in its place.
  func toned() -> Diagnosed<Issue> {
    var issue = self
    var found: [Diagnostic] = []
    let press = AdvertisementPress(limits: edition.limits)
    for index in edition.stories.indices where bearsType(edition.stories[index]) {
      guard var file = edition.stories[index].photos.first?.file else { continue }
      let store = PictureStore(
        folder: folder, limits: PictureLimits(megapixels: edition.limits.imageMegapixels),
        supplied: file.isDrawn ? drawing(file, press) : [:])
      do throws(PictureError) {
        file.tones = try store.tones(of: file.path)
        issue.edition.stories[index].photos[0].file = file
      } catch {
        issue.edition.stories[index].photos[0].file = nil
        found += pictureFaults(store, of: edition)
      }
    }
    return Diagnosed(issue, found)
  }

  /// Whether its first picture may have type on it that nothing else lies under.
  private func bearsType(_ story: Story) -> Bool {
    let pages = edition.pages.filter { story.page == nil || $0.code == story.page }
    return pages.compactMap { layouts[$0.layout.value] }.flatMap(\.frames).contains {
      (story.slot == nil || $0.id == story.slot) && $0.hasBareType
    }
  }

  private func drawing(_ file: PictureFile, _ press: AdvertisementPress) -> [String: [UInt8]] {
    guard let pixels = try? press.picture(of: "\(folder)/\(file.path)", ppi: Self.drawingPPI)
    else { return [:] }
    return [file.path: pixels]
  }
}

extension Frame {
  fileprivate var hasBareType: Bool {
    if let ground { return ground.panel == nil }
    return headline.position == .picture && headline.onPicture.strip == nil
  }
}
