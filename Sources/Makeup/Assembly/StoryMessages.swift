import Codes
import Diagnostics
import Fonts
import Manuscripts
import PageDesign
import Typesetting

/// Collects what is to be said of one story in one frame.
struct StoryMessages {
  let story: Story
  let page: String
  let frame: Frame
  private(set) var found: [Diagnostic] = []

  init(on story: Story, in frame: Frame, page: String) {
    (self.story, self.frame, self.page) = (story, frame, page)
  }

  mutating func say(
    _ code: Code, at place: SourcePlace, _ values: KeyValuePairs<String, String> = [:],
    severity: Severity? = nil
  ) {
    found.append(
      Diagnostic(
        code, at: place, values, severity: severity, related: [frame.place], page: page,
        frame: frame.id, article: story.id))
  }

  /// Something needs more rows than there are.
  mutating func say(_ code: Code, at place: SourcePlace, need: Int, have: Int) {
    say(code, at: place, ["need": "\(need)", "have": "\(have)"])
  }

  /// A paragraph of the story, counted from 1, is left out.
  fileprivate mutating func sayCut(_ number: Int, _ block: Block) {
    say(
      .paragraphTrimmed, at: block.place,
      ["paragraph": "\(number)", "chars": "\(block.text.unicodeScalars.count)"])
  }

  /// The title was to run in, and other heads of the story kept it from that.
  fileprivate mutating func sayTitleNotRunIn(_ part: StoryPart) {
    let dress = HeadDress(story: story, frame: part.frame, types: part.types)
    let keys = dress.keysAgainstRunIn
    guard let first = keys.first else { return }
    say(.titleNotRunIn, at: story.place(of: first), ["keys": keys.joined(separator: "、")])
  }

  fileprivate mutating func sayOverset(
    lines: Int, characters: Int, at place: SourcePlace, _ policy: Policy
  ) {
    guard lines > 0 else { return }
    say(
      .overset, at: place, ["lines": "\(lines)", "chars": "\(characters)"],
      severity: policy.overset)
  }
}

extension StorySetter {
  /// All that is to be said of an attempt, in the order of the story.
  func diagnostics(of attempt: Attempt) -> [Diagnostic] {
    let first = attempt.parts[0]
    var messages = StoryMessages(
      on: story, in: first.frame, page: pages[first.address.page].request.code)
    tellCuts(of: attempt, in: &messages)
    let filling = attempt.filling
    if gathering == nil {
      messages.sayOverset(
        lines: filling.oversetLines, characters: filling.oversetCharacters,
        at: filling.oversetPlace ?? SourcePlace(file: story.file, line: 1, column: 1), policy)
    }
    tellHeads(of: first, in: &messages)
    tellCode(of: first, in: &messages)
    tellPictures(of: first, in: &messages)
    tellTable(of: attempt, in: &messages)
    tellTablesInText(of: attempt, in: &messages)
    tellChart(of: first, in: &messages)
    tellLines(of: attempt, in: &messages)
    tellJump(of: attempt, in: &messages)
    return messages.found + gatheredMessages(of: attempt)
  }

  private func tellCuts(of attempt: Attempt, in messages: inout StoryMessages) {
    guard gathering == nil else { return }
    let paragraphs = story.blocks.filter { $0.kind == .paragraph }
    for number in attempt.remedy.cut where paragraphs.indices.contains(number - 1) {
      let block = paragraphs[number - 1]
      messages.sayCut(number, block)
    }
  }

  private func tellHeads(of part: StoryPart, in messages: inout StoryMessages) {
    let title = story.place(of: "title")
    if gathering == nil { messages.sayTitleNotRunIn(part) }
    if part.titleExcess > 0 {
      messages.say(.headlineTooLong, at: title, ["chars": "\(part.titleExcess)"])
    }
    if let rows = part.deepHeadline {
      messages.say(.headlineTooDeep, at: title, need: rows.need, have: rows.have)
    }
    switch part.pictureHead {
    case .noPicture: messages.say(.headWithoutPicture, at: title)
    case .noRoom(let need, let have):
      messages.say(.pictureTooLowForHead, at: title, need: need, have: have)
    case .bare: messages.say(.headWithoutGround, at: part.frame.place)
    case .stood, nil: break
    }
    switch part.groundFault {
    case .noPicture: messages.say(.groundWithoutPicture, at: SourcePlace(file: story.file))
    case .noPanel: messages.say(.groundWithoutPanel, at: part.frame.place)
    case nil: break
    }
    if gathering == nil { tellSponsor(of: part, in: &messages) }
  }

  /// A label that stands alone, beside heads or on a picture, has no line for a sponsor to stand at the end of.
  private func tellSponsor(of part: StoryPart, in messages: inout StoryMessages) {
    guard let sponsor = story.sponsor else { return }
    let texts = part.panels.flatMap(\.items).compactMap { item -> String? in
      guard case .line(let line, _, _) = item else { return nil }
      return line.string
    }
    guard !texts.contains(sponsor) else { return }
    messages.say(.sponsorNowhere, at: story.place(of: "sponsor"), ["sponsor": sponsor])
  }

  private func tellCode(of part: StoryPart, in messages: inout StoryMessages) {
    guard let place = story.code?.text.place else { return }
    switch part.codeFault {
    case .tooLong(let bytes):
      messages.say(
        .codeTooLong, at: place, ["bytes": "\(bytes)", "limit": "\(QRCode.mostBytes)"])
    case .noRoom(let need, let have):
      messages.say(.codeNoRoom, at: place, ["need": "\(need)", "have": "\(have)"])
    case nil: break
    }
  }

  private func tellPictures(of part: StoryPart, in messages: inout StoryMessages) {
    for picture in part.pictureNeeds {
      messages.say(.pictureNoRoom, at: picture.place, need: picture.need, have: picture.have)
    }
    for picture in part.narrowPictures {
      messages.say(
        .pictureNarrower, at: picture.place,
        ["asked": "\(picture.asked)", "columns": "\(picture.columns)"])
    }
    for picture in part.croppedPictures {
      messages.say(.pictureCropped, at: picture.place, ["share": "\(picture.share)"])
    }
    for picture in part.shrunkPictures {
      messages.say(.pictureSmaller, at: picture.place, ["share": "\(picture.share)"])
    }
  }

  /// The first line of the story whose start or end had to break a prohibition, the first that is stretched past a
  /// quarter em (the report counts them all), and lines too close for the marks beside them.
  private func tellLines(of attempt: Attempt, in messages: inout StoryMessages) {
    let lines = attempt.filling.lines
    if let relieved = lines.first(where: { $0.line.adjustment.relieved }) {
      messages.say(.prohibitionRelieved, at: relieved.place, ["text": relieved.line.opening])
    }
    if let loose = lines.first(where: { $0.line.adjustment.isLoose }) {
      messages.say(.looseLine, at: loose.place, ["text": loose.line.opening])
    }
    if let gap = narrowLineGap(story, attempt.parts[0]) {
      messages.say(.lineGapTooSmall, at: gap.place, ["need": gap.need, "have": gap.have])
    }
  }

  private func tellJump(of attempt: Attempt, in messages: inout StoryMessages) {
    guard attempt.parts.count > 1, !story.blocks.isEmpty else { return }
    let legs = attempt.parts[0].rooms.reduce(0) { $0 + $1.legs.count }
    let before = attempt.filling.lines.filter { $0.slot.leg < legs }.count
    let after = attempt.filling.lines.count - before
    guard before < leastLinesBeforeJump || after < leastLinesAfterJump else { return }
    messages.say(
      .jumpTooShort, at: story.jump?.place ?? SourcePlace(file: story.file),
      ["first": "\(before)", "second": "\(after)"])
  }

  /// Each of several stories in a frame has its own messages.
  private func gatheredMessages(of attempt: Attempt) -> [Diagnostic] {
    guard let gathering else { return [] }
    let part = attempt.parts[0]
    let page = pages[part.address.page].request.code
    let records = gathering.records(of: attempt.filling)
    return zip(gathering.stories, records).enumerated().flatMap { index, entry in
      let (story, record) = entry
      var messages = StoryMessages(on: story, in: part.frame, page: page)
      let paragraphs = story.blocks.filter { $0.kind == .paragraph }
      for cut in gathering.cuts
      where cut.story == index && attempt.remedy.cut.contains(cut.number)
        && paragraphs.indices.contains(cut.own - 1)
      {
        messages.sayCut(cut.own, paragraphs[cut.own - 1])
      }
      messages.sayOverset(
        lines: record.oversetLines, characters: record.oversetCharacters, at: record.oversetPlace,
        policy)
      messages.sayTitleNotRunIn(part)
      let keys = story.leftOutOfGathering.keys
      if let first = keys.first {
        messages.say(
          .gatheredLeftOut, at: story.place(of: first),
          ["frame": part.frame.id, "keys": keys.joined(separator: "、")])
      }
      return messages.found
    }
  }
}
