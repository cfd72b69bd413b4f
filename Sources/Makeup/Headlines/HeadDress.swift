import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// What a story's heads are set in: by the rank of the story, then of its frame, or by the styles that the frame
/// names, or by the frame's width.
struct HeadDress {
  let story: Story
  let frame: Frame
  let types: TypeCase
  /// No title may be larger, for the weightier ones of its page.
  var largest: Length?

  /// The rank by which the heads are set; nil where neither story nor frame has one.
  var rank: HeadRank? {
    let usual = frame.gather == nil ? nil : "brief"
    guard let name = story.rank ?? frame.rank?.value ?? usual else { return nil }
    guard name == HeadRank.byPriority else { return types.sheet.rank(name) }
    return types.sheet.rank(ofPriority: story.priority)
  }

  var styles: HeadlineStyles {
    let (design, rank) = (frame.headline, rank)
    // What a story says of itself counts for more than what its frame says of any story.
    let isOwn = story.rank != nil && rank != nil
    func name(_ asked: String?, _ ranked: String?, _ usual: String) -> String {
      (isOwn ? ranked ?? asked : asked ?? ranked) ?? usual
    }
    let boxed = frame.box != nil || frame.columnsUnderHead <= 2
    let title = types.style(name(design.style, rank?.title, boxed ? "title-small" : "title"))
    var styles = HeadlineStyles(
      kicker: types.style(
        name(design.kickerStyle, rank?.kicker, "kicker"), beside: title),
      title: title,
      subtitle: types.style(
        name(design.subtitleStyle, rank?.subtitle, "subtitle"), beside: title),
      byline: types.style(rank?.byline ?? "byline"))
    (styles.below, styles.isWeighed) = (rank?.below, rank != nil)
    styles.space = rank?.space?.length(em: types.grid.size, pitch: types.grid.pitch)
    if let largest {
      styles.title.text.size = min(
        styles.title.text.size, max(largest, styles.title.minSize))
    }
    return styles
  }

  /// Whether the title stands in the first line of the text (夹题). A paragraph must be left to begin with it.
  var runsIn: Bool { isToRunIn && headsRoundTitle.isEmpty }

  private var isToRunIn: Bool {
    let paragraphs = story.blocks.count { $0.kind == .paragraph }
    return rank?.runsIn == true && !story.title.isEmpty && story.blocks.first?.kind == .paragraph
      && paragraphs > story.trim.count
  }

  /// The story's keys that keep its title from running in: 引题 over it and 副题 under it need a title between them.
  var keysAgainstRunIn: [String] { isToRunIn ? headsRoundTitle : [] }

  private var headsRoundTitle: [String] {
    // Where stories are gathered, a summary is left out.
    let summary = frame.gather == nil ? story.summary : []
    let heads = [("kicker", story.kicker), ("subtitle", story.subtitle), ("summary", summary)]
    return heads.filter { !$0.1.isEmpty }.map(\.0)
  }

  /// What stands over the text: nothing where the title runs in, and the byline after it.
  var text: HeadlineText { runsIn ? HeadlineText() : HeadlineText(of: story) }

  /// The type of a title that runs in: its own face in the body's size.
  func runInStyle(in body: ResolvedStyle) -> TextStyle? {
    guard runsIn else { return nil }
    var text = body.text
    (text.font, text.latin) = (styles.title.text.font, styles.title.text.latin)
    return text
  }
}

extension TypeCase {
  /// The style of a head beside a title: ranged as that is, unless it says itself how.
  fileprivate func style(_ name: String, beside title: ResolvedStyle) -> ResolvedStyle {
    let style = style(name)
    return saysAlignment(name) ? style : style.aligned(title.paragraph.alignment)
  }
}

extension HeadRank {
  /// Weights of heads on one page (标题大小): what is less weighty is smaller by its `step`.
  struct Weights {
    private var titles: [(level: Int, size: Length)] = []

    mutating func add(_ heads: [HeadRecord], of rank: HeadRank?) {
      guard let level = rank?.level, let title = heads.first(where: { $0.kind == .title }) else {
        return
      }
      titles.append((level, title.size.thousandths(title.condense)))
    }

    func largest(for rank: HeadRank?) -> Length? {
      guard let rank, let level = rank.level, let step = rank.step else { return nil }
      return titles.filter { $0.level < level }.map(\.size).min().map { $0 - step }
    }
  }
}

extension Frame {
  /// The page's columns that its head stands over: those of all rectangles that begin level with the first.
  fileprivate var columnsUnderHead: Int {
    areas.filter { $0.lines.lowerBound == areas[0].lines.lowerBound }
      .reduce(0) { $0 + $1.columns.count }
  }
}
