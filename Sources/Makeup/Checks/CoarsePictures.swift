import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// Stories' pictures with too few pixels for the size they are printed at.
package func coarsePictures(on pages: [Page], of edition: Edition, rules: PrintRules)
  -> [Diagnostic]
{
  let photos = edition.stories.flatMap { story in story.photos.map { (story, $0) } }
  return pages.flatMap { page in
    page.frames.flatMap { frame in
      frame.panels.flatMap(\.items).compactMap { item -> Diagnostic? in
        guard case .picture(let file, let placement, _) = item,
          let (story, photo) = photos.first(where: {
            $0.1.file?.path == file && $0.0.id == frame.article
          }),
          let pixels = photo.file?.width, placement.inlineSize > .zero
        else { return nil }
        let ppi = Int((Double(pixels) * 72 / placement.inlineSize.points).rounded())
        guard ppi < rules.leastPhotoPPI else { return nil }
        return Diagnostic(
          .pictureResolution, at: photo.path.place,
          ["ppi": "\(ppi)", "limit": "\(rules.leastPhotoPPI)"],
          page: page.code, frame: frame.id, article: story.id)
      }
    }
  }
}
