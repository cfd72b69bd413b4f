import CHarfBuzz
import Drawing
import Fonts

/// A font cut down to some of its glyphs, which are numbered anew.
struct CutFont {
  let face: FreeTypeFace
  /// New glyph ids by old ones.
  let ids: [UInt32]
}

/// Fonts cut down to the glyphs of a document before Cairo sees them (字体裁剪).
///
/// Cairo 1.16 keeps every subroutine of a CFF font and reads a glyph's metrics through all of them.
/// HarfBuzz writes the outlines out.
struct FontCutting {
  private var fonts: [GlyphUse]

  init(_ pages: [DisplayList], fonts count: Int) {
    fonts = Array(repeating: GlyphUse(), count: count)
    for page in pages {
      for case .glyphs(let mark) in page.marks where fonts.indices.contains(mark.font.index) {
        fonts[mark.font.index].note(mark)
      }
    }
  }

  /// The font with the document's glyphs alone; nil when HarfBuzz cannot cut it.
  func cut(_ file: FontFile, _ id: FontID) -> CutFont? {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else { return nil }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(file.face))
    defer { hb_face_destroy(face) }
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    fonts[id.index].describe(to: input)
    guard let plan = hb_subset_plan_create_or_fail(face, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(subset) }
    let ids = fonts[id.index].newIDs(hb_subset_plan_old_to_new_glyph_mapping(plan))
    if let table = fonts[id.index].characterMap(ids) { add(table, "cmap", to: subset) }
    let font = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(font) }
    var count: UInt32 = 0
    guard let bytes = hb_blob_get_data(font, &count) else { return nil }
    let opened = bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      FreeTypeFace(copying: UnsafeBufferPointer(start: $0, count: Int(count)))
    }
    return opened.map { CutFont(face: $0, ids: ids) }
  }

  /// Adds a table to a face under construction, which is what cutting gives.
  private func add(_ table: [UInt8], _ name: String, to face: OpaquePointer) {
    let blob = table.withUnsafeBytes { bytes in
      hb_blob_create(
        bytes.bindMemory(to: CChar.self).baseAddress, UInt32(bytes.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    hb_face_builder_add_table(face, hb_tag_from_string(name, -1), blob)
    hb_blob_destroy(blob)
  }
}

/// What a document draws of one font.
private struct GlyphUse {
  private enum Use: UInt8 {
    case none
    /// Only beside another glyph in one cluster.
    case joined
    /// Somewhere as the one glyph of its text.
    case alone
  }

  /// By glyph id; glyph ids fill 16 bits.
  private var uses: [Use] = []
  /// What glyphs that only occur joined stand for.
  private var joined: [UInt32: Unicode.Scalar] = [:]

  mutating func note(_ mark: GlyphMark) {
    if uses.isEmpty { uses = Array(repeating: .none, count: 0x1_0000) }
    var (scalar, glyph) = (0, 0)
    for cluster in mark.clusters {
      let isJoined =
        cluster.glyphs != 1 || mark.coincides(glyph) || mark.coincides(glyph + 1)
      for index in glyph..<min(glyph + cluster.glyphs, mark.glyphs.count) {
        let id = mark.glyphs[index].id
        guard id <= 0xFFFF, uses[Int(id)] != .alone else { continue }
        uses[Int(id)] = isJoined ? .joined : .alone
        if isJoined, cluster.scalars == 1, cluster.glyphs == 1 { joined[id] = mark.text[scalar] }
      }
      scalar += cluster.scalars
      glyph += cluster.glyphs
    }
  }

  func describe(to input: OpaquePointer) {
    let wanted = hb_subset_input_glyph_set(input)
    for (glyph, use) in uses.enumerated() where use != .none { hb_set_add(wanted, UInt32(glyph)) }
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in GlyphUse.droppedTables { hb_set_add(dropped, hb_tag_from_string(name, -1)) }
    hb_subset_input_set_flags(
      input,
      HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
        | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
  }

  /// Tables that shaping needs and drawing does not. Without `cmap` Cairo takes the text of a glyph
  /// from its cluster, and is spared a search of the whole table for each.
  private static let droppedTables = [
    "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "cmap", "post",
  ]

  func newIDs(_ map: OpaquePointer?) -> [UInt32] {
    let last = uses.lastIndex { $0 != .none } ?? -1
    return (0..<last + 1).map { old in
      uses[old] == .none ? 0 : hb_map_get(map, UInt32(old))
    }
  }

  /// A `cmap` of the glyphs that Cairo would otherwise never learn the text of: it takes none from a
  /// cluster of several glyphs. Format 4, one segment a character (OpenType 1.9, cmap).
  func characterMap(_ ids: [UInt32]) -> [UInt8]? {
    var entries: [(character: UInt16, glyph: UInt16)] = []
    for (glyph, scalar) in joined.sorted(by: { ($0.value.value, $0.key) < ($1.value.value, $1.key) }
    )
    where uses[Int(glyph)] == .joined && scalar.value < 0xFFFF {
      let character = UInt16(scalar.value)
      if entries.last?.character != character {
        entries.append((character, UInt16(truncatingIfNeeded: ids[Int(glyph)])))
      }
    }
    return entries.isEmpty ? nil : GlyphUse.format4(entries + [(0xFFFF, 0)])
  }

  private static func format4(_ entries: [(character: UInt16, glyph: UInt16)]) -> [UInt8] {
    let count = entries.count
    var power = 1
    while power * 2 <= count { power *= 2 }
    let header: [Int] = [0, 1, 3, 1, 0, 12]
    let table: [Int] = [
      4, 16 + 8 * count, 0, 2 * count, 2 * power, power.trailingZeroBitCount, 2 * (count - power),
    ]
    let ends = entries.map { Int($0.character) }
    let deltas = entries.map { Int($0.glyph &- $0.character) }
    let offsets = [Int](repeating: 0, count: count)
    return (header + table + ends + [0] + ends + deltas + offsets).flatMap {
      [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
    }
  }
}
