import Manuscripts
import PageDesign

/// What fills a story that ends short (余行), once its text stands: a line or two more at its heads, with pictures as deep
/// as suits that; pictures cropped for it; a picture a column wider.
extension StorySetter {
  func fill(
    _ best: inout Attempt, from bare: StoryPart, _ flows: inout [[Int]: Flow],
    _ addresses: [FrameAddress]
  ) {
    guard best.parts.count == 1, best.filling.isClosed, best.free > 0 else { return }
    for remedy in fillings(of: best, bare) where best.free > 0 {
      let attempt = attempt(remedy, from: bare, &flows, addresses)
      if attempt.cost < best.cost { best = attempt }
    }
  }

  /// The likely ones: each costs a pouring of the whole story.
  private func fillings(of best: Attempt, _ bare: StoryPart) -> [Remedy] {
    let opened = bare.headRoom == nil ? 0 : min(best.free, HeadRoom.mostOpened)
    func remedies(head: Int, _ rows: [Int], _ change: (inout Remedy) -> Void = { _ in })
      -> [Remedy]
    {
      rows.map { more in
        var remedy = best.remedy
        (remedy.head, remedy.rows) = (head, best.remedy.rows + more)
        change(&remedy)
        return remedy
      }
    }
    let hasPictures = !story.photos.isEmpty && !story.blocks.isEmpty
    let usual =
      opened == 0
      ? [] : remedies(head: opened, hasPictures || story.chart != nil ? [0, 1, -1, 2] : [0])
    // Pictures that gave way take back what heads tightened since have won.
    let given = min(best.free, -best.remedy.rows, 4)
    let back = hasPictures && given > 0 ? remedies(head: 0, (1...given).reversed()) : []
    guard hasPictures, best.remedy.crop == .easy, best.remedy.columns == 0 else {
      return back + usual
    }
    let cropped = remedies(head: opened, [1, 2, 3, 4]) { $0.crop = .fill }
    // Three white rows and more are worth a wider picture.
    guard best.free >= 3, mayWiden(in: bare.frame) else { return back + usual + cropped }
    return back + usual + cropped
      + remedies(head: 0, [0, -1, 1, -2, 2, -3, 3, -4]) {
        ($0.columns, $0.rows) = (-1, $0.rows - best.remedy.rows)
      }
  }

  /// One picture at the edge of its story, text beside it in the usual way, of a width that nobody ordered: one in the
  /// middle, or with an outline, has been thought over too.
  private func mayWiden(in frame: Frame) -> Bool {
    guard story.photos.count == 1, let picture = story.photos.first else { return false }
    let anchor = picture.anchor ?? frame.photo?.anchor.flatMap(PictureAnchor.init)
    return picture.columns == nil && picture.wrap == nil && frame.photo?.wrap == nil
      && picture.width == nil && picture.outline == nil && anchor?.isInMiddle != true
      && ![.top, .bottom].contains(anchor)
  }
}
