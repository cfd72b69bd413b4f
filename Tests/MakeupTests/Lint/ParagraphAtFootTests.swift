import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A paragraph that ends with its column` {
  private func found(title: String? = nil, lines: [RuleDesign] = [], closes: Bool = true)
    -> [LintFinding]
  {
    var trial = LintTrial(
      [LintTrial.story("a"), LintTrial.story("b", title: title)],
      on: [[LintTrial.frame("a", 1...3, 1...20), LintTrial.frame("b", 1...3, 22...40)]],
      lines: lines)
    trial.change("a") { frame in
      for leg in frame.legs.indices {
        let last = frame.legs[leg].rows.count - 1
        frame.legs[leg].rows[last].closes = closes && leg == 1
      }
    }
    return trial.found(.paragraphAtFoot)
  }

  @Test func `is told where another story's text stands bare below it`() {
    #expect(found().map(\.frames) == [["a", "b"]])
  }

  @Test(arguments: [WritingMode.horizontal, .vertical])
  func `is told where another story's text stands bare where the reader goes on`(
    mode: WritingMode
  ) {
    func found(title: String?, rule: Bool = false) -> [LintFinding] {
      var (left, right) = (
        LintTrial.frame("left", 1...3, 1...20), LintTrial.frame("right", 4...6, 1...20)
      )
      (left.mode, right.mode) = (mode, mode)
      let bare = mode == .vertical ? "left" : "right"
      var stories = [LintTrial.story("left"), LintTrial.story("right")]
      if let title {
        for index in stories.indices where stories[index].id == bare {
          stories[index].title = [title]
        }
      }
      var trial = LintTrial(
        stories, on: [[left, right]], lines: rule ? [LintTrial.line(.between("left", "right"))] : []
      )
      for frame in ["left", "right"] {
        trial.change(frame) { frame in
          for leg in frame.legs.indices {
            let last = frame.legs[leg].rows.count - 1
            frame.legs[leg].rows[last].closes = leg == frame.legs.count - 1 && frame.id != bare
          }
        }
      }
      return trial.found(.paragraphAtFoot)
    }
    #expect(found(title: nil).count == 1)
    #expect(found(title: "两岸通了").isEmpty)
    #expect(found(title: nil, rule: true).isEmpty)
  }

  @Test func `is not where the other story has its table there, a quote or bold words`() {
    func found(_ change: (inout SetFrame) -> Void) -> Int {
      var trial = LintTrial(
        [LintTrial.story("a"), LintTrial.story("b")],
        on: [[LintTrial.frame("a", 1...3, 1...20), LintTrial.frame("b", 1...3, 23...40)]])
      trial.change("a") { frame in
        for leg in frame.legs.indices {
          frame.legs[leg].rows[frame.legs[leg].rows.count - 1].closes = true
        }
      }
      trial.change("b", change)
      return trial.found(.paragraphAtFoot).count
    }
    #expect(found { _ in } == 3)
    let over = TestPage.grid.rect(columns: 1...3, lines: 22...22)
    #expect(
      found { $0.panels.append(Panel(rect: over, items: [.begin(.table), .end(.table)])) } == 0)
    #expect(found { $0.quote = over } == 0)
    #expect(found { for leg in $0.legs.indices { $0.legs[leg].rows[0].kind = .other } } == 0)
    #expect(found { for leg in $0.legs.indices { $0.legs[leg].rows[0].leads = true } } == 0)
  }

  @Test func `is not where much white after the story's last line says that it ends`() {
    func found(_ characters: Int) -> Int {
      var (upper, lower) = (
        LintTrial.frame("upper", 1...6, 1...18), LintTrial.frame("lower", 1...6, 20...37)
      )
      (upper.mode, lower.mode) = (.vertical, .vertical)
      let stories = [
        LintTrial.story("upper", characters: characters), LintTrial.story("lower"),
      ]
      var trial = LintTrial(stories, on: [[upper, lower]])
      trial.change("upper") { frame in
        let (leg, row) = (frame.legs.count - 1, frame.legs[frame.legs.count - 1].rows.count - 1)
        frame.legs[leg].rows[row].closes = true
      }
      return trial.found(.paragraphAtFoot).count
    }
    #expect(found(2_000) == 1)
    #expect(found(300) == 0)
  }

  @Test(arguments: [(20, 1), (90, 0)])
  func `is told where the other's tier stands beside a third of the line at least`(
    shift percent: Int, count: Int
  ) {
    var (left, right) = (
      LintTrial.frame("left", 1...3, 1...20), LintTrial.frame("right", 4...6, 1...20)
    )
    (left.mode, left.bodyColumns) = (.vertical, 1)
    (right.mode, right.bodyColumns) = (.vertical, 1)
    var trial = LintTrial(
      [LintTrial.story("left"), LintTrial.story("right")], on: [[left, right]])
    trial.change("right") { frame in
      frame.legs[0].rows[frame.legs[0].rows.count - 1].closes = true
    }
    trial.change("left") { frame in
      frame.legs[0].rect.y += frame.legs[0].rect.height * percent / 100
    }
    #expect(trial.found(.paragraphAtFoot).count == count)
  }

  @Test func `in a Japanese paper is an error, unless its house thinks otherwise`() {
    let message = Diagnostic(.paragraphAtFoot, at: TestPage.place)
    let rules = `A page for print`.rules
    #expect(rules.graded([message], in: "ja").map(\.severity) == [.error])
    #expect(rules.graded([message], in: "zh-Hans").map(\.severity) == [.warning])
  }

  @Test func `is not where that story has its title there, a rule parts them, or the line runs on`()
  {
    #expect(found(title: "两岸通了").isEmpty)
    #expect(found(lines: [LintTrial.line(.above("b"))]).isEmpty)
    #expect(found(closes: false).isEmpty)
  }
}
