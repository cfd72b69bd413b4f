import Yams

/// A font file as the role table knows it, before it is looked for.
package struct FontSource: Hashable, Sendable {
  /// The file's name; with folders for an edition's own.
  package var name: String
  /// Where the system keeps it; empty for an edition's own.
  package var directory: String
  /// The Debian package to install when it is missing; empty for an edition's own.
  package var package: String
  package var licence: String
  /// Length in bytes; nil when nobody has written it down.
  package var bytes: Int?
  /// Hexadecimal, lower case.
  package var sha256: String?

  package init(
    name: String, directory: String = "", package: String = "", licence: String = "",
    bytes: Int? = nil, sha256: String? = nil
  ) {
    (self.name, self.directory, self.package) = (name, directory, package)
    (self.licence, self.bytes, self.sha256) = (licence, bytes, sha256)
  }
}

/// What stands behind one role.
package struct FontRoleEntry: Hashable, Sendable {
  package var role: FontRole
  package var source: FontSource
  package var face: Int
  /// Upward shift of the baseline, in thousandths of an em; nil: as the font's BASE table asks.
  package var baselineShift: Int?
  /// Size factor in thousandths.
  package var sizeFactor: Int
  /// The role that stands in when the file is not there.
  package var otherwise: FontRole?
  /// Characters that its text takes from another role's font.
  package var borrowed: [Unicode.Scalar]
  package var lender: FontRole?

  package init(
    role: FontRole, source: FontSource, face: Int = 0, baselineShift: Int? = nil,
    sizeFactor: Int = 1000, otherwise: FontRole? = nil, borrowed: [Unicode.Scalar] = [],
    lender: FontRole? = nil
  ) {
    (self.role, self.source, self.face) = (role, source, face)
    (self.baselineShift, self.sizeFactor) = (baselineShift, sizeFactor)
    (self.otherwise, self.borrowed, self.lender) = (otherwise, borrowed, lender)
  }
}

/// Which font does which work (字体角色表).
package struct FontRoleTable: Hashable, Sendable {
  /// In the order of the file.
  package var entries: [FontRoleEntry]
  /// Roles to look through, in order, for a character that a role's own font does not have.
  package var fallback: [FontRole]
  package var composites: [CompositeFont]

  package init(
    entries: [FontRoleEntry], fallback: [FontRole], composites: [CompositeFont] = []
  ) {
    (self.entries, self.fallback, self.composites) = (entries, fallback, composites)
  }

  package subscript(role: FontRole) -> FontRoleEntry? { entries.first { $0.role == role } }

  /// Puts an edition's own font behind a role, new or known.
  package mutating func adopt(_ entry: FontRoleEntry) {
    if let place = entries.firstIndex(where: { $0.role == entry.role }) {
      entries[place] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Takes an edition's own composite font, new or in place of one of its name.
  package mutating func adopt(_ composite: CompositeFont) {
    composites.removeAll { $0.role == composite.role }
    composites.append(composite)
  }
}

/// The role table itself cannot be read.
package struct FontTableError: Error, Hashable, Sendable {
  package var reason: String
  /// From 1; 0 for the whole file.
  package var line: Int
  package var column: Int
}

extension FontRoleTable {
  /// Reads `fonts/roles.yaml`.
  package init(yaml: String) throws(FontTableError) {
    let root: Node?
    do { root = try Yams.compose(yaml: yaml) } catch {
      throw FontTableError(reason: "\(error)", line: 0, column: 0)
    }
    guard let root else { throw FontTableError(reason: "the table is empty", line: 0, column: 0) }
    let table = try RoleNode(root, keys: ["banxin", "files", "roles", "composites", "fallback"])
    guard try table.text("banxin") == "1" else { throw table.fault("banxin: 1 is what I read") }
    var sources: [String: FontSource] = [:]
    for (name, node) in try table.mapping("files") {
      sources[name] = try FontSource(name: name, node)
    }
    entries = []
    for (role, node) in try table.mapping("roles") {
      entries.append(try FontRoleEntry(role: FontRole(role), node, sources: sources))
    }
    fallback = try table.list("fallback").map { FontRole($0) }
    composites = []
    for (role, node) in table.has("composites") ? try table.mapping("composites") : [] {
      composites.append(try CompositeFont(FontRole(role), node))
    }
    let known = Set(entries.map(\.role))
    let others = entries.flatMap { [$0.otherwise, $0.lender] }.compactMap(\.self)
    for role in fallback + others + composites.flatMap({ $0.parts.map(\.role) })
    where !known.contains(role) {
      throw table.fault("no role ‘\(role.name)’")
    }
  }
}

extension FontSource {
  fileprivate init(name: String, _ node: Node) throws(FontTableError) {
    let keys = try RoleNode(node, keys: ["directory", "package", "licence", "bytes", "sha256"])
    self.init(
      name: name, directory: try keys.text("directory"), package: try keys.text("package"),
      licence: try keys.text("licence"), bytes: try keys.number("bytes"),
      sha256: try keys.text("sha256"))
  }
}

extension FontRoleEntry {
  fileprivate init(role: FontRole, _ node: Node, sources: [String: FontSource])
    throws(FontTableError)
  {
    let keys = try RoleNode(
      node, keys: ["file", "face", "baseline-shift", "size-factor", "otherwise", "borrows", "from"])
    let file = try keys.text("file")
    guard let source = sources[file] else { throw keys.fault("‘\(file)’ is not under files") }
    self.init(
      role: role, source: source, face: try keys.number("face", otherwise: 0),
      baselineShift: keys.has("baseline-shift") ? try keys.number("baseline-shift") : nil,
      sizeFactor: try keys.number("size-factor", otherwise: 1000),
      otherwise: keys.has("otherwise") ? FontRole(try keys.text("otherwise")) : nil,
      borrowed: keys.has("borrows") ? Array(try keys.text("borrows").unicodeScalars) : [],
      lender: keys.has("borrows") ? FontRole(try keys.text("from")) : nil)
  }
}

extension CompositeFont {
  fileprivate init(_ role: FontRole, _ node: Node) throws(FontTableError) {
    let kinds = CompositeKind.allCases
    let keys = try RoleNode(node, keys: Set(kinds.map(\.rawValue)))
    self.init(role, [])
    for kind in kinds where keys.has(kind.rawValue) {
      let part = try keys.node(kind.rawValue, keys: ["role", "size", "shift", "width"])
      parts.append(
        CompositePart(
          kind, FontRole(try part.text("role")), size: try part.number("size", otherwise: 1000),
          shift: try part.number("shift", otherwise: 0),
          width: try part.number("width", otherwise: 1000)))
    }
    guard keys.has(CompositeKind.han.rawValue) else { throw keys.fault("‘han’ is missing") }
  }
}

/// A YAML mapping with a closed list of keys.
private struct RoleNode {
  private let node: Node
  private let mapping: Node.Mapping

  init(_ node: Node, keys: Set<String>) throws(FontTableError) {
    self.node = node
    guard let mapping = node.mapping else { throw RoleNode.fault("keys are wanted here", node) }
    self.mapping = mapping
    for key in mapping.keys where !keys.contains(key.scalar?.string ?? "") {
      throw RoleNode.fault("unknown key ‘\(key.scalar?.string ?? "")’", key)
    }
  }

  func has(_ key: String) -> Bool { node[key] != nil }

  func text(_ key: String) throws(FontTableError) -> String {
    guard let value = node[key] else { throw fault("‘\(key)’ is missing") }
    guard let text = value.scalar?.string else { throw RoleNode.fault("text is wanted", value) }
    return text
  }

  func number(_ key: String) throws(FontTableError) -> Int {
    guard let number = Int(try text(key)) else { throw fault("‘\(key)’ is no whole number") }
    return number
  }

  func number(_ key: String, otherwise: Int) throws(FontTableError) -> Int {
    has(key) ? try number(key) : otherwise
  }

  func node(_ key: String, keys: Set<String>) throws(FontTableError) -> RoleNode {
    guard let value = node[key] else { throw fault("‘\(key)’ is missing") }
    return try RoleNode(value, keys: keys)
  }

  func mapping(_ key: String) throws(FontTableError) -> [(String, Node)] {
    guard let values = node[key]?.mapping else { throw fault("‘\(key)’ is missing") }
    return values.map { ($0.key.scalar?.string ?? "", $0.value) }
  }

  func list(_ key: String) throws(FontTableError) -> [String] {
    guard let values = node[key]?.sequence else { throw fault("‘\(key)’ is missing") }
    return values.map { $0.scalar?.string ?? "" }
  }

  func fault(_ reason: String) -> FontTableError { RoleNode.fault(reason, node) }

  private static func fault(_ reason: String, _ node: Node) -> FontTableError {
    FontTableError(reason: reason, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }
}
