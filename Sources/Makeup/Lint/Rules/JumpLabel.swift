import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// 下转 and 上接 name the right page. What the program writes itself does; what the editor typed may not. A page
  /// in words (下转第二版) is taken as it is.
  static let jumpLabel = LintRule { page, _ in
    page.news.flatMap { frame -> [LintFinding] in
      guard let story = frame.story, let jump = story.jump else { return [] }
      var found: [LintFinding] = []
      if let target = frame.made.continuesOn, let label = jump.label, names(label, another: target)
      {
        found.append(wrong(label, target, usual: "下转\(target)版", page, frame, jump))
      }
      if let source = story.page, page.page.code == jump.page, source != jump.page,
        let label = jump.labelBack, names(label, another: source)
      {
        found.append(wrong(label, source, usual: "上接\(source)版", page, frame, jump))
      }
      return found
    }
  }

  /// Whether a label has numbers, and the page's is not among them: `A2` is `A02`.
  private static func names(_ label: String, another code: String) -> Bool {
    let (named, asked) = (numbers(in: label), numbers(in: code))
    return !named.isEmpty && !asked.isEmpty && !named.contains(asked[0])
  }

  /// In digits, narrow or wide.
  private static func numbers(in text: String) -> [Int] {
    text.split { digit($0) == nil }.map { digits in
      digits.compactMap(digit).reduce(0) { $0 &* 10 &+ $1 }
    }
  }

  private static func digit(_ character: Character) -> Int? {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
      ? character.wholeNumberValue : nil
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
