import Diagnostics
import Drawing
import Geometry
import Manuscripts

/// Fewer pixels to the inch than this look coarse on newsprint (two to each line of an 85-line screen
/// is 170; under 150 it is seen).
package let leastPicturePPI = 150

/// Stories' pictures with too few pixels for the size they are printed at.
package func coarsePictures(on pages: [Page], of edition: Edition) -> [Diagnostic] {
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
        guard ppi < leastPicturePPI else { return nil }
        return Diagnostic(
          .pictureResolution, at: photo.path.place,
          ["ppi": "\(ppi)", "limit": "\(leastPicturePPI)"],
          page: page.code, frame: frame.id, article: story.id)
      }
    }
  }
}
