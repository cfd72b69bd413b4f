import Diagnostics
import Manuscripts
import PageDesign
import Schema

/// Styles that layouts and stories name must be there; the text is set in the body's otherwise.
struct StyleChecks {
  let layouts: [String: Layout]
  let styles: StyleSheet

  func run(_ edition: Edition) -> [Diagnostic] {
    let names = styles.rules.keys.sorted()
    var seen: Set<String> = []
    let pages = edition.pages.map(\.layout.value).filter { seen.insert($0).inserted }
    let frames = pages.compactMap { layouts[$0] }.flatMap(\.frames)
    let ofStories = edition.stories.compactMap { story in
      story.style.map { Located($0, at: story.place(of: "style")) }
    }
    let asked =
      frames.flatMap { frame in Self.styles(of: frame).map { Located($0, at: frame.place) } }
      + ofStories
    let missing = asked.filter { styles.rules[$0.value] == nil }.map { style in
      Diagnostic(
        .styleBaseMissing, at: style.place,
        ["style": style.value, "nearest": NearestWord.to(style.value, among: names) ?? ""])
    }
    let bodies =
      frames.compactMap { frame in frame.bodyStyle.map { Located($0, at: frame.place) } }
      + ofStories
    return missing + pitchFaults(bodies) + verseFaults(frames) + rankFaults(frames, edition)
  }

  /// A story's text stands on the page's lines.
  private func pitchFaults(_ bodies: [Located<String>]) -> [Diagnostic] {
    bodies.filter { styles.rules[$0.value]?.pitch != nil }.map {
      Diagnostic(.bodyPitch, at: $0.place, ["style": $0.value])
    }
  }

  /// Which lines are verses is known when a story is read, before it has a frame.
  private func verseFaults(_ frames: [Frame]) -> [Diagnostic] {
    frames.filter { $0.kind == .article && $0.bodyStyle == Story.verseStyle }.map {
      Diagnostic(
        .verseInFrame, at: $0.place, ["style": Story.verseStyle, "frame": $0.id], frame: $0.id)
    }
  }

  /// Ranks that layouts and stories name must be there; the heads are set as if none were named.
  private func rankFaults(_ frames: [Frame], _ edition: Edition) -> [Diagnostic] {
    let asked =
      frames.compactMap(\.rank)
      + edition.stories.compactMap { story in
        story.rank.map { Located($0, at: story.place(of: "rank")) }
      }
    var seen: Set<SourcePlace> = []
    return asked.filter {
      $0.value != HeadRank.byPriority && styles.rank($0.value) == nil
        && seen.insert($0.place).inserted
    }.map { rank in
      Diagnostic(
        .rankMissing, at: rank.place,
        [
          "rank": rank.value, "known": styles.rankWords.joined(separator: "、"),
          "nearest": NearestWord.to(rank.value, among: styles.rankWords) ?? "",
        ])
    }
  }

  private static func styles(of frame: Frame) -> [String] {
    let headline = frame.headline
    return [
      frame.style, frame.bodyStyle, headline.style, headline.kickerStyle, headline.subtitleStyle,
    ]
    .compactMap { $0 }
  }
}
