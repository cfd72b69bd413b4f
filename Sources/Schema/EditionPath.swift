import Diagnostics

/// Paths as they may be written in an edition's files: relative, inside the folder, no address.
package enum EditionPath {
  /// The path with `.` and doubled slashes taken out, or why it cannot be used (E0213). Whether a
  /// link on the way leads outside is seen when the file is opened.
  package static func check(_ path: Located<String>) -> Result<String, PathFault> {
    if let reason = fault(in: path.value) {
      return .failure(
        PathFault(
          diagnostic: Diagnostic(.pathOutside, at: path.place, ["path": path.value])
            .wording("reason", reason.zh, reason.en)))
    }
    let parts = path.value.split(separator: "/").filter { $0 != "." }
    return .success(parts.joined(separator: "/"))
  }

  private static func fault(in path: String) -> (zh: String, en: String)? {
    let scalars = Array(path.unicodeScalars)
    if path.isEmpty { return ("是空的", "it is empty") }
    if scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return ("有控制字符", "it holds a control character")
    }
    if isAddress(scalars) {
      return ("只许本期文件夹内的路径，不许网址", "it is an address, not a file of the edition")
    }
    if scalars.first == "/" || scalars.first == "~" {
      return ("只许本期文件夹内的路径", "it is not relative to the edition folder")
    }
    if scalars.contains("\\") { return ("分隔用 /，不用 \\", "folders are parted by /, not \\") }
    if hidesSteps(path.lowercased()) { return ("不许用 % 转义", "%-escapes are not allowed") }
    if path.split(separator: "/").contains("..") {
      return ("路径越出本期文件夹", "it leads out of the edition folder")
    }
    if path.utf8.count > 1024 { return ("太长", "it is too long") }
    return nil
  }

  /// `http://…`, `file:…`, `C:…`: a scheme (RFC 3986 §3.1) before any slash.
  private static func isAddress(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let colon = scalars.firstIndex(of: ":"), colon > 0 else { return false }
    return scalars[..<colon].allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
    }
  }

  /// Dots, slashes and zeros behind a per-cent sign.
  private static func hidesSteps(_ path: String) -> Bool {
    ["%2e", "%2f", "%5c", "%00"].contains { escape in
      path.indices.contains { path[$0...].hasPrefix(escape) }
    }
  }
}

/// A path that cannot be used.
package struct PathFault: Error { package var diagnostic: Diagnostic }

extension Findings {
  /// The path if it may be used, else nil and E0213.
  package func check(_ path: Located<String>) -> Located<String>? {
    switch EditionPath.check(path) {
    case .success(let checked): return Located(checked, at: path.place)
    case .failure(let fault):
      add(fault.diagnostic)
      return nil
    }
  }
}
