import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// 下转 and 上接 name the right page. What the program writes itself does; what the editor typed may not, in digits or
  /// in words (下转第二版), or not at all.
  static let jumpLabel = LintRule { page, _ in
    page.news.flatMap { frame -> [LintFinding] in
      guard let story = frame.story, let jump = story.jump else { return [] }
      var found: [LintFinding] = []
      if let target = frame.made.continuesOn, let label = jump.label, names(label, another: target)
      {
        found.append(
          wrong(label, target, usual: page.words.said(.jump, ["page": target]), page, frame, jump))
      }
      if let source = story.page, page.page.code == jump.page, source != jump.page,
        let label = jump.labelBack, names(label, another: source)
      {
        found.append(
          wrong(
            label, source, usual: page.words.said(.jumpBack, ["page": source]), page, frame, jump))
      }
      return found
    }
  }

  /// Whether a label has numbers, and the page's is not among them (`A2` is `A02`), or says nothing of a page at all:
  /// 下转 alone leaves the reader to search.
  private static func names(_ label: String, another code: String) -> Bool {
    let (named, asked) = (numbers(in: label), numbers(in: code))
    guard let page = asked.first else { return false }
    return named.isEmpty ? !label.contains(where: "版面页頁缝縫".contains) : !named.contains(page)
  }

  /// In digits, narrow or wide, or in words.
  private static func numbers(in text: String) -> [Int] {
    let typed = text.split { digit($0) == nil }.map { digits in
      digits.compactMap(digit).reduce(0) { $0 &* 10 &+ $1 }
    }
    return typed + HanNumber.beforePage(in: text)
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

/// Numbers of pages in words, to ninety-nine: 第三版, 十二版, 二十三面.
private enum HanNumber {
  private static let digits = Array("零一二三四五六七八九")

  static func beforePage(in text: String) -> [Int] {
    var (found, run, before): ([Int], [Character], Character) = ([], [], "第")
    for character in text {
      if character == "十" || digits.contains(character) {
        run.append(character)
        continue
      }
      // 下一版 counts from here, and names no page.
      if "版面页頁".contains(character), !"上下另每".contains(before), let number = value(run) {
        found.append(number)
      }
      (run, before) = ([], character)
    }
    return found
  }

  private static func value(_ run: [Character]) -> Int? {
    let parts = run.split(separator: "十", omittingEmptySubsequences: false)
    let values = parts.map { $0.count == 1 ? digits.firstIndex(of: $0[$0.startIndex]) : nil }
    switch parts.count {
    case 1: return values[0]
    case 2 where parts.allSatisfy({ $0.count < 2 }): return (values[0] ?? 1) * 10 + (values[1] ?? 0)
    default: return nil
    }
  }
}
