import CairoOutput
import Diagnostics
import Manuscripts

extension Issue {
  /// This issue with the outlines of its cut-out pictures traced from their transparency (去底). A file without any is
  /// told, and stands as a rectangle; one that is broken is told when it is drawn.
  func traced() -> Diagnosed<Issue> {
    var issue = self
    var found: [Diagnostic] = []
    let store = PictureStore(
      folder: folder, limits: PictureLimits(megapixels: edition.limits.imageMegapixels))
    for story in edition.stories.indices {
      for photo in edition.stories[story].photos.indices {
        let picture = edition.stories[story].photos[photo]
        guard case .transparency(let place) = picture.outline else { continue }
        issue.edition.stories[story].photos[photo].outline = nil
        guard let file = picture.file else { continue }
        do throws(PictureError) {
          // Drawings show what is behind them; their outline is to be typed.
          if file.kind == .png, let points = try store.outline(of: file.path) {
            issue.edition.stories[story].photos[photo].outline = .points(points)
          } else {
            found.append(
              Diagnostic(.pictureOpaque, at: place, article: edition.stories[story].id))
          }
        } catch {}
      }
    }
    return Diagnosed(issue, found)
  }
}
