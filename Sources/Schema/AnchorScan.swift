/// Finds an anchor that is used, without parsing: `&name` and `*name` where a YAML value may begin.
struct AnchorScan {
  private let scalars: [Unicode.Scalar]
  private let range: Range<Int>

  init(_ scalars: [Unicode.Scalar], in range: Range<Int>) {
    (self.scalars, self.range) = (scalars, range)
  }

  /// The index of the first anchor whose name is also an alias's. Text that merely begins with `&` or
  /// `*` has no such pair.
  func find() -> Int? {
    var anchors: [[Unicode.Scalar]: Int] = [:]
    var aliases: Set<[Unicode.Scalar]> = []
    for index in range where scalars[index] == "&" || scalars[index] == "*" {
      guard beginsValue(index) else { continue }
      let name = Array(scalars[(index + 1)..<range.upperBound].prefix(while: isNameLetter))
      if name.isEmpty { continue }
      if scalars[index] == "*" {
        aliases.insert(name)
      } else if anchors[name] == nil {
        anchors[name] = index
      }
    }
    return anchors.filter { aliases.contains($0.key) }.values.min()
  }

  private func beginsValue(_ index: Int) -> Bool {
    var before = index - 1
    while before >= range.lowerBound, scalars[before] == " " || scalars[before] == "\t" {
      before -= 1
    }
    guard before >= range.lowerBound else { return true }
    return "\n-?:[{,".unicodeScalars.contains(scalars[before])
  }

  /// YAML allows more; the parser that we use does not.
  private func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
  }
}
