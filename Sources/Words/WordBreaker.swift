import CICU
import CJKRules

/// Finds words by ICU's dictionaries (词边界). It holds ICU's buffers: one for each thread.
final class WordBreaker {
  private let words: OpaquePointer

  /// nil when ICU has no data for words.
  init?(_ language: Language) {
    guard let words = icu_words_open(Self.locale(of: language)) else { return nil }
    self.words = words
  }

  deinit { icu_words_close(words) }

  private static func locale(of language: Language) -> String {
    switch language {
    case .zhHans, .zhHantTW, .zhHantHK: "zh"
    case .ja: "ja"
    case .ko: "ko"
    }
  }

  /// The text in parts: words, marks, blanks.
  func parts(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var units: [UInt16] = []
    var scalars: [Int] = []
    for (index, scalar) in text.enumerated() {
      for unit in UTF16.encode(scalar) ?? .init() {
        units.append(unit)
        scalars.append(index)
      }
    }
    scalars.append(text.count)
    var ends: [Int] = []
    units.withUnsafeBufferPointer { units in
      guard icu_words_begin(words, units.baseAddress, Int32(units.count)) != 0 else { return }
      while case let end = icu_words_next(words), end >= 0 { ends.append(scalars[Int(end)]) }
    }
    if ends.last != text.count { ends.append(text.count) }
    var start = 0
    return ends.compactMap { end in
      defer { start = end }
      return start < end ? start..<end : nil
    }
  }
}
