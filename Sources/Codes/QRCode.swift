import CQREncode

/// A QR code (二维码, ISO/IEC 18004): a square of dark and light modules.
package struct QRCode: Hashable, Sendable {
  /// Modules in a side.
  package let side: Int
  /// Row by row from the top left; true is dark.
  private let modules: [Bool]

  /// The longest text that a code in a newspaper holds, in bytes: what a telephone still reads from 18 mm of newsprint
  /// (45 modules of 0.4 mm, correction M).
  package static let mostBytes = 134

  /// The smallest code that holds a text with a sixth of it restorable (correction M): newsprint is rough. Nil for a
  /// text that is empty or too long.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= QRCode.mostBytes, !text.utf8.contains(0),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    self.side = side
    modules = (0..<side * side).map { data[$0] & 1 == 1 }
  }

  package func isDark(_ column: Int, _ row: Int) -> Bool { modules[row * side + column] }

  /// A row's dark modules as runs: fewer marks, and no hairlines between them.
  package func runs(inRow row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for column in 0...side {
      let dark = column < side && isDark(column, row)
      if dark, start == nil { start = column }
      if !dark, let from = start {
        runs.append(from..<column)
        start = nil
      }
    }
    return runs
  }

  /// Light modules that are kept free on two sides together; the white round a block of a page is the rest of the quiet
  /// zone.
  package static let quiet = 4
}
