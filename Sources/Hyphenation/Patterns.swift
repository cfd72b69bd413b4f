import CHyphen
import Glibc

/// The patterns of one language, as libhyphen reads them (Liang's algorithm).
final class Patterns {
  private let handle: UnsafeMutablePointer<HyphenDict>
  private let encoding: Encoding

  private enum Encoding { case utf8, latin1 }

  /// What must stay before and after a hyphen: a line gains nothing by less.
  private static let before: Int32 = 2
  private static let after: Int32 = 3

  /// Nil when the file is not there, or is written in an encoding that is not known here.
  init?(_ path: String) {
    guard let handle = hnj_hyphen_load(path) else { return nil }
    let name = withUnsafePointer(to: &handle.pointee.cset.0) { String(cString: $0) }
    switch name {
    case "UTF-8": encoding = .utf8
    case "ISO8859-1": encoding = .latin1
    default:
      hnj_hyphen_free(handle)
      return nil
    }
    self.handle = handle
  }

  deinit { hnj_hyphen_free(handle) }

  /// How many letters may stand before a hyphen; places where the spelling would change are left out.
  func places(in word: [Unicode.Scalar]) -> [Int] {
    guard let bytes = encoded(word), bytes.count < 256 else { return [] }
    var marks = [CChar](repeating: 0, count: bytes.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let failed = hnj_hyphen_hyphenate3(
      handle, bytes, Int32(bytes.count), &marks, nil, &replacements, &positions, &cuts,
      Self.before, Self.after, Self.before, Self.after)
    defer {
      if let replacements { for index in bytes.indices { free(replacements[index]) } }
      free(replacements)
      free(positions)
      free(cuts)
    }
    guard failed == 0 else { return [] }
    let most = word.count - Int(Self.after)
    return (Int(Self.before)...max(Int(Self.before), most)).filter { place in
      // Odd digits are places; each stands at the letter before.
      place <= most && marks[place - 1] & 1 == 1 && replacements?[place - 1] == nil
    }
  }

  private func encoded(_ word: [Unicode.Scalar]) -> [CChar]? {
    switch encoding {
    case .utf8:
      var text = String.UnicodeScalarView()
      text.append(contentsOf: word)
      return String(text).utf8.map { CChar(bitPattern: $0) }
    case .latin1:
      guard word.allSatisfy({ $0.value < 0x100 }) else { return nil }
      return word.map { CChar(bitPattern: UInt8($0.value)) }
    }
  }
}
