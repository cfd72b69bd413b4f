import Drawing

/// Puts inks in the place of Cairo's colours in a content stream (换墨).
///
/// Cairo 1.16 sets colours by `r g b rg` and `r g b RG` alone, and does so again after each `q` and `Q`; a
/// test holds it to that. Each is replaced by the graphics state for its overprinting and by four inks.
struct InkRewriting {
  let keys: InkKeys

  /// The content with its inks; nil when it has a colour that stands for none.
  func rewritten(_ content: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(content.count + content.count / 8)
    let isSound = content.withUnsafeBufferPointer { bytes in
      var walk = CairoOperators(bytes: bytes)
      var copied = 0
      while let colour = walk.nextColour() {
        guard let paint = keys.paint(of: colour.key) else { return false }
        let state = walk.lay(paint, strokes: colour.strokes)
        result.append(contentsOf: bytes[copied..<colour.range.lowerBound])
        result.append(
          contentsOf: InkRewriting.operators(paint, state, strokes: colour.strokes).utf8)
        copied = colour.range.upperBound
      }
      result.append(contentsOf: bytes[copied...])
      return true
    }
    return isSound ? result : nil
  }

  private static func operators(_ paint: InkPaint, _ state: OverprintState, strokes: Bool)
    -> String
  {
    let inks = [paint.ink.c, paint.ink.m, paint.ink.y, paint.ink.k]
      .map { decimal(Double($0) / 100) }.joined(separator: " ")
    return "\(state.name) gs \(inks) \(strokes ? "K" : "k")"
  }
}

/// Which of a path's two inks overprint. They are set apart: Cairo fills and strokes one path with one operator, and
/// its white ground must not overprint because its black edge does.
struct OverprintState: Hashable, CaseIterable {
  var fills = false
  var strokes = false

  static let allCases = [
    OverprintState(), OverprintState(fills: true), OverprintState(strokes: true),
    OverprintState(fills: true, strokes: true),
  ]

  /// Its name in the resources of what is rewritten.
  var name: String { "/BxOver\(fills ? "F" : "")\(strokes ? "S" : "")" }

  /// OPM 1: an ink of 0 leaves the plate as it is (ISO 32000-1, 11.7.4.3).
  var dictionary: String {
    "<< /Type /ExtGState /OP \(strokes) /op \(fills) /OPM 1 >>"
  }
}

/// A walk over the operators of a content stream that Cairo wrote.
private struct CairoOperators {
  let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// Where the last three operands begin, the latest last; −1 for none.
  private var operands = (-1, -1, -1)
  private var state = OverprintState()
  private var kept: [OverprintState] = []

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  struct Colour {
    /// 24 bits of red, green and blue.
    var key: Int
    var strokes: Bool
    /// From the first operand to the end of the operator.
    var range: Range<Int>
  }

  /// Notes a paint, and gives the state that goes with it.
  mutating func lay(_ paint: InkPaint, strokes: Bool) -> OverprintState {
    if strokes { state.strokes = paint.overprints } else { state.fills = paint.overprints }
    return state
  }

  mutating func nextColour() -> Colour? {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09, 0: place += 1
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"): place += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        operands = (operands.1, operands.2, place)
        skipWord()
      default:
        let start = place
        skipWord()
        if let colour = colour(start..<place) { return colour }
        keepState(start..<place)
        operands = (-1, -1, -1)
      }
    }
    return nil
  }

  /// Follows `q` and `Q`.
  private mutating func keepState(_ word: Range<Int>) {
    guard word.count == 1 else { return }
    switch bytes[word.lowerBound] {
    case UInt8(ascii: "q"): kept.append(state)
    case UInt8(ascii: "Q"): state = kept.popLast() ?? OverprintState()
    default: break
    }
  }

  /// `rg` or `RG` with three operands before it.
  private mutating func colour(_ word: Range<Int>) -> Colour? {
    guard word.count == 2, operands.0 >= 0 else { return nil }
    let (first, second) = (bytes[word.lowerBound], bytes[word.lowerBound + 1])
    let strokes = first == UInt8(ascii: "R") && second == UInt8(ascii: "G")
    guard strokes || (first == UInt8(ascii: "r") && second == UInt8(ascii: "g")) else { return nil }
    let key = [operands.0, operands.1, operands.2].reduce(0) { $0 << 8 | byte(at: $1) }
    return Colour(key: key, strokes: strokes, range: operands.0..<word.upperBound)
  }

  /// A number from 0 to 1, in six digits of decimals at most, as 255ths.
  private func byte(at start: Int) -> Int {
    var (value, scale, isFraction) = (0, 1, false)
    for byte in bytes[start...] {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where scale < 1_000_000_000:
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
      default: return (value * 255 * 2 + scale) / (scale * 2)
      }
    }
    return -1
  }

  /// A text string: parentheses within it are paired or have a backslash (ISO 32000-1, 7.3.4.2).
  private mutating func skipString() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }

  private mutating func skipWord() {
    place += 1
    while place < bytes.count, !CairoOperators.ends[Int(bytes[place])] { place += 1 }
  }

  /// Bytes that end a word: white space and delimiters (7.2.2).
  private static let ends: [Bool] = (0..<256).map { byte in
    [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) || "()<>[]{}/%".utf8.contains(UInt8(byte))
  }
}
