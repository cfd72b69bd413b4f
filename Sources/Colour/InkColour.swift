import Drawing

/// The colour on a screen that stands for an ink (油墨的屏幕色), 8 bits a channel.
package struct ScreenColour: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }
}

extension Ink {
  /// Whether cyan, magenta or yellow is in it.
  package var isColoured: Bool { c != 0 || m != 0 || y != 0 }

  /// What the ink looks like on white paper, for proofs.
  ///
  /// The eight full prints of cyan, magenta and yellow (ISO 12647-2 solids, rounded) are mixed by the
  /// area that each covers (Neugebauer), then darkened by black. Black alone gives exact greys and
  /// 100 % of it exactly 0, 0, 0.
  package var screenColour: ScreenColour {
    let (c, m, y) = (Double(self.c) / 100, Double(self.m) / 100, Double(self.y) / 100)
    var mixed = (0.0, 0.0, 0.0)
    for (index, solid) in Ink.solids.enumerated() {
      let share =
        (index & 1 == 0 ? 1 - c : c) * (index & 2 == 0 ? 1 - m : m) * (index & 4 == 0 ? 1 - y : y)
      mixed.0 += share * solid.0
      mixed.1 += share * solid.1
      mixed.2 += share * solid.2
    }
    let light = 1 - Double(k) / 100
    return ScreenColour(
      red: Ink.byte(mixed.0 * light), green: Ink.byte(mixed.1 * light),
      blue: Ink.byte(mixed.2 * light))
  }

  private static func byte(_ value: Double) -> UInt8 {
    UInt8(min(255, max(0, value.rounded())))
  }

  /// Paper, C, M, CM, Y, CY, MY, CMY: bit 0 is cyan, bit 1 magenta, bit 2 yellow.
  private static let solids: [(Double, Double, Double)] = [
    (255, 255, 255), (0, 158, 224), (230, 0, 126), (49, 39, 131),
    (255, 237, 0), (0, 150, 64), (227, 6, 19), (29, 29, 27),
  ]
}
