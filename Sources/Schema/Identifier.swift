/// Names that the editor gives to stories, pages and frames: they end up in file names and addresses.
package enum Identifier {
  package static let longest = 64

  package static func isValid(_ text: String) -> Bool {
    guard let first = text.first, first != "-", first != "_" else { return false }
    return text.unicodeScalars.count <= longest && text.allSatisfy(isLetter)
  }

  package static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  package static let expected = Expected.said(
    zh: "只许字母、数字、- 和 _，不超过 \(longest) 字",
    en: "may hold letters, digits, - and _ only, \(longest) at most")
}
