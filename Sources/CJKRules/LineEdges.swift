import Geometry

/// What becomes of marks at the edges of a line.
struct LineEdges {
  let key: LineRulesKey
  let order: AdjustmentOrder
  let bodies: [MarkBody?]

  /// An opening mark at the line's start loses its blank (CLREQ 3.1.6.3; JLREQ 3.1.5 pattern ①), unless
  /// Chinese marks are full width everywhere, or the style says otherwise.
  private var opening: OpeningStyle {
    if let opening = key.opening { return opening }
    let isChinese = key.language != .ja && key.language != .ko
    return isChinese && key.punctuation == .fullWidth ? .full : .flush
  }

  func blankAtStart(of member: CharacterClass) -> Int {
    opening == .full ? bodies[member.index]?.before ?? 0 : 0
  }

  func blankAtParagraphStart(of member: CharacterClass) -> Int {
    let before = bodies[member.index]?.before ?? 0
    switch opening {
    case .flush: return 0
    case .full, .firstFull: return before
    case .half: return member == .opener ? -before : 0
    }
  }

  /// A mark at the line's end is half wide (GB/T 15834 5.1.10); where marks are full width it loses its
  /// blank only when the line needs it, and then the whole (CLREQ 3.5.3, JLREQ 3.1.9).
  func blankAtEnd(of member: CharacterClass) -> (kept: Int, step: Int) {
    guard key.punctuation == .fullWidth else { return (0, 0) }
    if key.language == .ja && key.reduction != .jlreq { return fixedBlankAtEnd(of: member) }
    let step = member == .middleDot ? order.lineEndDotShrink : order.lineEndShrink
    return (bodies[member.index]?.after ?? 0, step)
  }

  /// JIS X 4051 sets marks solid but for 。, which keeps its half em (JLREQ 3.1.9 note); books may drop the
  /// blank of marks, but not that of middle dots (JLREQ Table 5).
  private func fixedBlankAtEnd(of member: CharacterClass) -> (kept: Int, step: Int) {
    let after = bodies[member.index]?.after ?? 0
    let isBook = key.reduction == .books
    switch member {
    case .stop: return (after, isBook ? order.lineEndShrink : 0)
    case .closer, .comma: return isBook ? (after, order.lineEndShrink) : (0, 0)
    case .middleDot, .colon, .semicolon: return (isBook ? after : 0, 0)
    default: return (0, 0)
    }
  }

  var hanging: ClassSet {
    switch key.language {
    case .zhHans: [.comma, .stop, .semicolon, .colon, .exclamation]
    // CLREQ 3.1.7: never in horizontal lines of Taiwan and Hong Kong.
    case .zhHantTW, .zhHantHK: key.mode == .vertical ? [.comma, .stop] : []
    case .ja, .ko: [.comma, .stop]
    }
  }
}
