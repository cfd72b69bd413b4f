import CCrypto

/// The SHA-256 sum of some bytes, by OpenSSL's libcrypto.
enum SHA256 {
  /// 64 hexadecimal digits, as `sha256sum` prints them.
  static func hex(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let made = EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    precondition(made == 1, "libcrypto has SHA-256")
    return digest.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
