import CJKRules

/// What it is for a line to end at a place.
enum LineEnding: UInt8, Sendable {
  case allowed
  /// The text orders it (强制换行).
  case ordered
  /// Within a Latin word, with a hyphen.
  case hyphen
  /// Within an address or another long run, where nothing else fits.
  case atNeed
  /// Only a prohibition speaks against it.
  case prohibited
  case unbreakable
  /// Not settled yet.
  case byContext

  @inline(__always)
  init(_ permission: BreakPermission) {
    switch permission {
    case .allowed: self = .allowed
    case .prohibited: self = .prohibited
    case .unbreakable: self = .unbreakable
    case .byContext: self = .byContext
    }
  }

  /// Whether it is tried first.
  @inline(__always)
  var isOpen: Bool {
    switch self {
    case .allowed, .ordered, .hyphen: true
    case .atNeed, .prohibited, .unbreakable, .byContext: false
    }
  }

  /// Whether a line that ends here breaks a rule.
  var isRelief: Bool {
    switch self {
    case .prohibited, .unbreakable, .byContext: true
    case .allowed, .ordered, .hyphen, .atNeed: false
    }
  }
}
