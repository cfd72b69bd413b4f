import CCrypto
import CFreeType
import Glibc

/// Everything printable about one role's font, for `banxin fonts list` and `check`.
package struct FontReport: Hashable, Sendable {
  package var role: FontRole
  package var family: String
  package var style: String
  package var path: String
  package var face: Int
  package var glyphs: Int
  package var unitsPerEm: Int
  package var package: String
  package var licence: String
  /// As the table says; nil where the font itself is asked.
  package var baselineShift: Int?
  package var sizeFactor: Int
  /// The role whose font stands in, when this one's is not installed.
  package var standIn: FontRole?
  /// The file's SHA-256, when it was computed.
  package var sha256: String?
}

extension LocatedFont {
  /// Opens the font and says what is in it; `verifying` also reads the whole file and compares its
  /// SHA-256 with the table's, where it has one.
  package func report(verifying: Bool) throws(FontFault) -> FontReport {
    guard let font = FreeTypeFace(file) else {
      throw .broken(role, file: entry.source.name, reason: "FreeType cannot open face \(file.face)")
    }
    guard font.allowsEmbedding else {
      throw .embeddingForbidden(role, file: entry.source.name)
    }
    let sum = verifying ? try verifiedSum() : nil
    let face = font.face.pointee
    return FontReport(
      role: role, family: face.family_name.map { String(cString: $0) } ?? "",
      style: face.style_name.map { String(cString: $0) } ?? "", path: file.path, face: file.face,
      glyphs: Int(face.num_glyphs), unitsPerEm: Int(face.units_per_EM),
      package: entry.source.package, licence: entry.source.licence,
      baselineShift: entry.baselineShift, sizeFactor: entry.sizeFactor, standIn: standIn,
      sha256: sum)
  }

  private func verifiedSum() throws(FontFault) -> String {
    guard let sum = sha256(ofFile: file.path) else {
      throw .broken(role, file: entry.source.name, reason: String(cString: strerror(errno)))
    }
    guard entry.source.sha256 == nil || entry.source.sha256 == sum else {
      throw .differs(role, file: entry.source.name, package: entry.source.package)
    }
    return sum
  }
}

extension FreeTypeFace {
  /// OS/2 fsType: bit 1 alone forbids embedding (OpenType 1.9, OS/2).
  fileprivate var allowsEmbedding: Bool {
    FT_Get_FSType_Flags(face) & 0x000F != 0x0002
  }
}

/// The SHA-256 of a file in hexadecimal, read piece by piece; nil when it cannot be read.
private func sha256(ofFile path: String) -> String? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  guard let sum = EVP_MD_CTX_new() else { return nil }
  defer { EVP_MD_CTX_free(sum) }
  guard EVP_DigestInit_ex(sum, EVP_sha256(), nil) == 1 else { return nil }
  var piece = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = read(file, &piece, piece.count)
    guard count >= 0 else { return nil }
    if count == 0 { break }
    EVP_DigestUpdate(sum, piece, count)
  }
  var digest = [UInt8](repeating: 0, count: 32)
  guard EVP_DigestFinal_ex(sum, &digest, nil) == 1 else { return nil }
  let digits = Array("0123456789abcdef")
  return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
