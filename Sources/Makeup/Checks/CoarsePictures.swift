import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// Pictures of stories and advertisements with too few pixels for the size they are printed at. An advertisement's
/// booking may ask for more, or less, than the house.
package func coarsePictures(on pages: [Page], of edition: Edition, rules: PrintRules)
  -> [LintFinding]
{
  let known = pixelPictures(of: edition)
  return pages.flatMap { page in
    page.frames.flatMap { frame in
      frame.panels.flatMap { panel in
        panel.items.map { (item: $0, panel: panel) }
      }.compactMap { item, panel -> LintFinding? in
        guard let (file, placement, shown) = item.placedPicture, placement.inlineSize > .zero,
          let picture = known.first(where: {
            $0.file.path == file && $0.stands(in: frame, of: page)
          })
        else { return nil }
        let ppi = Int((picture.pixels * 72 / placement.inlineSize.points).rounded())
        let least = picture.least(by: rules)
        guard ppi < least else { return nil }
        let message = Diagnostic(
          .pictureResolution, at: picture.place, ["ppi": "\(ppi)", "limit": "\(least)"],
          page: page.code, frame: frame.id, article: frame.article)
        return LintFinding(
          message: message, page: page.code, frames: [frame.id],
          rects: [panel.mode.place(shown, in: panel.rect)])
      }
    }
  }
}

/// A picture made of pixels, or with pixels in it, and who brought it.
private struct PixelPicture {
  enum Owner {
    case story(String)
    case teaser(page: String)
    case advertisement(page: String, slot: String?, leastPPI: Int?)
  }

  var file: PictureFile
  var place: SourcePlace
  var owner: Owner

  func stands(in frame: SetFrame, of page: Page) -> Bool {
    switch owner {
    case .story(let id): frame.article == id
    case .teaser(let code): code == page.code && frame.kind == .teasers
    case .advertisement(let code, let slot, _): code == page.code && slot == frame.id
    }
  }

  /// As many as stand side by side across it. In a drawing they are those of its coarsest part.
  var pixels: Double {
    file.isDrawn ? file.ppi * Double(file.width) / 72_000 : Double(file.width)
  }

  func least(by rules: PrintRules) -> Int {
    if case .advertisement(_, _, let asked?) = owner { return asked }
    return file.isLineArt ? rules.leastLineArtPPI : rules.leastPhotoPPI
  }
}

private func pixelPictures(of edition: Edition) -> [PixelPicture] {
  let photos = edition.stories.flatMap { story in
    story.photos.flatMap(\.parts).compactMap { part in
      part.file.map { PixelPicture(file: $0, place: part.path.place, owner: .story(story.id)) }
    }
  }
  let ads = edition.ads.compactMap { ad in
    ad.file.map {
      PixelPicture(
        file: $0, place: ad.path?.place ?? ad.place,
        owner: .advertisement(page: ad.page, slot: ad.slot, leastPPI: ad.minPPI))
    }
  }
  let teasers = edition.pages.flatMap { page in
    page.teasers.compactMap(\.photo).compactMap { photo in
      photo.file.map {
        PixelPicture(file: $0, place: photo.path.place, owner: .teaser(page: page.code))
      }
    }
  }
  // What is in an advertiser's page was told when it was looked over.
  return (photos + teasers).filter { !$0.file.isDrawn || $0.file.ppi > 0 }
    + ads.filter { !$0.file.isDrawn }
}

extension Item {
  /// A picture's file, where the whole of it would stand, and what of that is seen.
  fileprivate var placedPicture: (file: String, placement: LogicalRect, shown: LogicalRect)? {
    switch self {
    case .picture(let file, let placement, let clip, _): (file, placement, clip)
    case .shapedPicture(let file, let placement, _): (file, placement, placement)
    default: nil
    }
  }
}
