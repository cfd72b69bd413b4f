import CJKRules
import Manuscripts
import Typesetting

extension Reading {
  /// A typed reading as it is set. In Japanese and Korean one Latin word is a gloss, not pinyin.
  init(_ typed: RubyReading, in language: Language) {
    let isGloss = typed.parts.count == 1 && (language == .ja || language == .ko)
    let manner: Manner =
      switch typed.manner {
      case .group: .group
      case .jukugo: .jukugo
      case .pinyin: isGloss ? .group : .pinyin
      case .zhuyin: .zhuyin
      }
    self.init(manner, typed.parts.map { Array($0.unicodeScalars) })
  }
}

extension Inline {
  /// How its characters look, and their reading.
  func setting(in language: Language) -> (kind: Kind, reading: Reading?) {
    guard case .ruby(let typed) = kind else { return (kind, nil) }
    return (around, Reading(typed, in: language))
  }
}
