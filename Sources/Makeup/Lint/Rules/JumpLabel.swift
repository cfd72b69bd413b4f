import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// 下转 and 上接 name the right page. What the program writes itself does; what the editor typed may not.
  static let jumpLabel = LintRule { page, limits in
    page.news.flatMap { frame -> [LintFinding] in
      guard let story = frame.story, let jump = story.jump else { return [] }
      var found: [LintFinding] = []
      if let target = frame.made.continuesOn, let label = jump.label, !label.contains(target) {
        found.append(wrong(label, target, usual: "下转\(target)版", page, frame, jump))
      }
      if let source = story.page, page.page.code == jump.page, source != jump.page,
        let label = jump.labelBack, !label.contains(source)
      {
        found.append(wrong(label, source, usual: "上接\(source)版", page, frame, jump))
      }
      return found
    }
  }

  private static func wrong(
    _ label: String, _ code: String, usual: String, _ page: LintedPage, _ frame: LintedFrame,
    _ jump: JumpRequest
  ) -> LintFinding {
    page.finding(
      .jumpLabelWrong, in: frame, at: [frame.head ?? frame.rect], place: jump.place,
      ["label": label, "page": code, "usual": usual])
  }
}
