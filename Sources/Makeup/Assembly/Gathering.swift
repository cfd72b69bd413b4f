import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Several short stories in one frame (集纳): they are poured as one, each with its small head, a line between.
struct Gathering {
  let stories: [Story]
  let design: GatherDesign

  /// The story that stands for them all where a frame has one.
  var whole: Story {
    var whole = Story(id: stories[0].id, file: stories[0].file)
    (whole.page, whole.slot, whole.priority) = (
      stories[0].page, stories[0].slot, stories[0].priority
    )
    (whole.column, whole.places) = (design.column, stories[0].places)
    whole.blocks = stories.flatMap(\.blocks)
    whole.trim = cuts.map(\.number)
    return whole
  }

  /// The paragraphs that may be cut, counted through all stories: what counts least comes last and is cut first.
  var cuts: [(number: Int, story: Int, own: Int)] {
    var before = 0
    let counted = stories.enumerated().map { index, story in
      defer { before += story.blocks.count { $0.kind == .paragraph } }
      return story.trim.map { (number: before + $0, story: index, own: $0) }
    }
    let order = stories.indices.sorted {
      (-stories[$0].priority, $0) < (-stories[$1].priority, $1)
    }
    return order.flatMap { counted[$0] }
  }

  /// What flows without some of the blocks, and with which item each story begins.
  func flow(without cut: [Int], in part: StoryPart, largestTitle: Length?) -> Flow {
    var items: [FlowItem] = []
    var starts: [Int] = []
    var before = 0
    for var story in stories {
      let frame = part.frame
      let dress = HeadDress(
        story: story, frame: frame, types: part.types, largest: largestTitle)
      starts.append(items.count)
      items += head(of: story, dress, isFirst: starts.count == 1)
      let first = before
      before += story.blocks.count
      story.blocks = story.blocks.enumerated().filter { !cut.contains(first + $0.offset) }
        .map(\.element)
      items += style(
        story, as: frame.bodyStyle, mode: frame.mode, with: part.types, dress: dress)
    }
    return Flow(
      FlowDress(items: items, types: part.types, key: part.dressKey(of: nil)), stories: starts)
  }

  private func head(of story: Story, _ dress: HeadDress, isFirst: Bool) -> [FlowItem] {
    if story.isPlaceholder {
      let style = dress.types.style("placeholder").mode(dress.frame.mode)
      let words = dress.types.paperWords.said(.unread, ["name": story.file])
      return [.inset(.closing(words, style))]
    }
    let text = dress.text
    if isFirst, text.isEmpty { return [] }
    return [
      .inset(
        .head(text, dress.styles, rule: isFirst ? .zero : design.rule, dress.frame.mode))
    ]
  }
}

extension Story {
  /// What of a story a frame that gathers several has no place for: the keys, and their characters.
  var leftOutOfGathering: (keys: [String], characters: Int) {
    let captions = photos.flatMap { [$0.caption, $0.credit].compactMap(\.self) }
    let boxes = sidebars.flatMap { [$0.title] + $0.blocks.map(\.text) }
    let cells = table?.rows.flatMap(\.self) ?? []
    let parts: [(key: String, isThere: Bool, texts: [String])] = [
      ("photos", !photos.isEmpty, captions), ("table", table != nil, cells),
      ("sidebars", !sidebars.isEmpty, boxes), ("summary", !summary.isEmpty, summary),
      ("column", column != nil, [column].compactMap(\.self)),
      ("sponsor", sponsor != nil, [sponsor].compactMap(\.self)),
      ("qr", code != nil, [code?.caption].compactMap(\.self)), ("jump", jump != nil, []),
    ]
    let there = parts.filter(\.isThere)
    return (
      there.map(\.key), there.flatMap(\.texts).reduce(0) { $0 + $1.unicodeScalars.count }
    )
  }
}

/// One of several stories in a frame, as it came out.
package struct GatheredStory: Hashable, Sendable {
  package var id: String
  package var title: String?
  /// Where it begins on the page; nil when nothing of it does.
  package var start: Point?
  package var oversetLines = 0
  package var oversetCharacters = 0
  /// Where its text without room begins.
  package var oversetPlace: SourcePlace
}

extension Gathering {
  /// Where each story begins among the frame's rows, and what of it found no room.
  func records(of filling: Filling, rows: [RowRecord] = []) -> [GatheredStory] {
    stories.enumerated().map { number, story in
      var record = GatheredStory(id: story.id, oversetPlace: story.place(of: "title"))
      record.title = story.title.isEmpty ? nil : story.title.joined(separator: "　")
      record.start = rows.first { $0.story == number }?.rect.origin
      for missing in filling.missing where filling.story(of: missing.item) == number {
        if record.oversetLines == 0, let place = missing.place { record.oversetPlace = place }
        record.oversetLines += missing.lines
        record.oversetCharacters += missing.characters
      }
      record.oversetCharacters += story.leftOutOfGathering.characters
      return record
    }
  }
}
