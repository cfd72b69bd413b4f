import Diagnostics
import Glibc

/// A name found in a folder. What is not UTF-8 cannot be written in any of the edition's files.
package struct FoundName: Hashable, Sendable {
  package var path: String
  package var isUTF8: Bool
  package init(path: String, isUTF8: Bool = true) { (self.path, self.isUTF8) = (path, isUTF8) }
}

extension EditionFolder {
  /// The files that a pattern means, in the order of their bytes, whatever order the folder has.
  /// `*` and `?` stay within a name and do not mean names that begin with a dot; `**` is any number
  /// of folders (links are not followed there).
  package func files(matching pattern: String) -> [FoundName] {
    var found: [FoundName] = []
    let parts = pattern.split(separator: "/").map { Array($0.unicodeScalars) }
    search(in: "", parts[...], depth: 0, into: &found)
    var seen: Set<[UInt8]> = []
    return
      found
      .filter { seen.insert(Array($0.path.utf8)).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func search(
    in folder: String, _ parts: ArraySlice<[Unicode.Scalar]>, depth: Int,
    into found: inout [FoundName]
  ) {
    // Deeper trees than this are no edition.
    guard let part = parts.first, depth < 32 else { return }
    let rest = parts.dropFirst()
    if part == ["*", "*"] {
      search(in: folder, rest, depth: depth + 1, into: &found)
      for entry in names(in: folder) where entry.isFolder && !entry.name.path.hasPrefix(".") {
        search(in: join(folder, entry.name.path), parts, depth: depth + 1, into: &found)
      }
      return
    }
    for entry in names(in: folder) where Glob.matches(entry.name.path, part) {
      let path = join(folder, entry.name.path)
      if rest.isEmpty {
        found.append(FoundName(path: path, isUTF8: entry.name.isUTF8))
      } else {
        search(in: path, rest, depth: depth + 1, into: &found)
      }
    }
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }

  private func names(in folder: String) -> [(name: FoundName, isFolder: Bool)] {
    guard case .success(let path) = resolve(folder.isEmpty ? "." : folder),
      let handle = opendir(path)
    else { return [] }
    defer { closedir(handle) }
    var names: [(FoundName, Bool)] = []
    while let entry = readdir(handle) {
      let type = Int(entry.pointee.d_type)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { chars in
          let valid = String(validatingCString: chars)
          return FoundName(path: valid ?? String(cString: chars), isUTF8: valid != nil)
        }
      }
      if name.path != ".", name.path != ".." { names.append((name, type == Int(DT_DIR))) }
    }
    return names
  }
}

enum Glob {
  /// Whether a name fits a pattern of one path part; walks back to the last `*`, never recursing.
  static func matches(_ name: String, _ pattern: [Unicode.Scalar]) -> Bool {
    let name = Array(name.unicodeScalars)
    if name.first == ".", pattern.first != "." { return false }
    var (at, part) = (0, 0)
    var star: (at: Int, part: Int)?
    while at < name.count {
      if part < pattern.count, pattern[part] == "*" {
        star = (at, part)
        part += 1
      } else if part < pattern.count, pattern[part] == "?" || pattern[part] == name[at] {
        (at, part) = (at + 1, part + 1)
      } else if let last = star {
        star = (last.at + 1, last.part)
        (at, part) = (last.at + 1, last.part + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy { $0 == "*" }
  }
}
