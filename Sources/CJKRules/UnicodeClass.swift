/// The line-breaking classes of UAX #14 (Unicode 15.0), by their own short names. AI, SA, SG and XX are read
/// as AL, CJ as NS (LB1); H2 and H3 are reckoned from the syllable.
package enum UnicodeClass: UInt8, Sendable {
  case al, b2, ba, bb, bk, cb, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hl, hy, id, `in`, `is`, jl,
    jt, jv
  case lf, nl, ns, nu, op, po, pr, qu, ri, sp, sy, wj, zw, zwj

  package static func of(_ scalar: Unicode.Scalar) -> UnicodeClass {
    let value = Int(scalar.value)
    if value < table.count { return table[value] }
    if let row = astral.last(where: { $0.range.contains(value) }) { return row.member }
    return .al
  }

  private static let table: [UnicodeClass] = {
    var table = [UnicodeClass](repeating: .al, count: 0x10000)
    for row in rows where row.range.lowerBound < table.count {
      for value in row.range { table[value] = row.member }
    }
    for value in 0xAC00...0xD7A3 { table[value] = (value - 0xAC00) % 28 == 0 ? .h2 : .h3 }
    return table
  }()

  private static let astral = rows.filter { $0.range.lowerBound >= 0x10000 }

  private static let rows: [(range: ClosedRange<Int>, member: UnicodeClass)] = source.flatMap {
    member, ranges in
    ranges.split(separator: " ").compactMap { range in
      let ends = range.split(separator: "-").compactMap { Int($0, radix: 16) }
      guard let first = ends.first, let last = ends.last else { return nil }
      return (range: first...last, member: member)
    }
  }

  /// What is not AL, among the scripts and signs that a newspaper in Chinese, Japanese or Korean meets;
  /// later rows win over earlier ones. Marks and letters of other scripts stay AL.
  private static let source: [(UnicodeClass, String)] = [
    (
      .id,
      """
      2E80-A4CF F900-FAFF FE30-FE6F FF00-FFEF 1F000-1FAFF 20000-3FFFD 231A-231B 2600-2603 \
      2614-2615 2618 261A-261C 261E-261F 2639-263B 2668 267F 26BD-26C8 26CD 26CF-26D1 \
      26D3-26D4 26D8-26D9 26DC 26DF-26E1 26EA 26F1-26F5 26F7-26F8 26FA 26FD-2704 2708-2709 \
      2764
      """
    ),
    (.b2, "2014 2E3A-2E3B"),
    (
      .ba,
      """
      9 7C AD 58A 5BE 2000-2006 2008-200A 2010 2012-2013 2027 2056 2058-205B 205D-205F \
      2E0E-2E15 2E17 2E19 2E2A-2E2D 2E30-2E31 2E33-2E34 2E3C-2E3E 2E40-2E41 2E43-2E4A 2E4C \
      2E4E-2E4F 2E5D 3000
      """
    ),
    (.bb, "B4 2C8 2CC 2DF"),
    (.bk, "B-C 2028-2029"),
    (.cb, "FFFC"),
    (
      .cl,
      """
      7D 2046 2309 230B 232A 2769 276B 276D 276F 2771 2773 2775 2E23 2E25 2E27 2E29 2E56 2E58 \
      2E5A 2E5C 3001-3002 3009 300B 300D 300F 3011 3015 3017 3019 301B 301E-301F FE11-FE12 \
      FE18 FE36 FE38 FE3A FE3C FE3E FE40 FE42 FE44 FE48 FE50 FE52 FE5A FE5C FE5E FF09 FF0C \
      FF0E FF3D FF5D FF60-FF61 FF63-FF64
      """
    ),
    (
      .cm,
      """
      0-8 E-1F 7F-84 86-9F 300-34E 350-35B 363-36F 483-489 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 \
      200C 200E-200F 202A-202E 2066-206F 20D0-20F0 20D0-20F0 2CEF-2CF1 302A-302F 3035 \
      3099-309A FE00-FE0F FE20-FE2F FFF9-FFFB E0020-E007F E0100-E01EF
      """
    ),
    (.cp, "29 5D"),
    (.cr, "D"),
    (
      .eb,
      """
      261D 26F9 270A-270D 1F385 1F3C2-1F3C4 1F3C7 1F3CA-1F3CC 1F442-1F443 1F446-1F450 \
      1F466-1F478 1F47C 1F481-1F483 1F485-1F487 1F48F 1F491 1F4AA 1F574-1F575 1F57A 1F590 \
      1F595-1F596 1F645-1F647 1F64B-1F64F 1F6A3 1F6B4-1F6B6 1F6C0 1F6CC 1F90C 1F90F \
      1F918-1F91F 1F926 1F930-1F939 1F93C-1F93E 1F977 1F9B5-1F9B6 1F9B8-1F9B9 1F9BB \
      1F9CD-1F9CF 1F9D1-1F9DD 1FAC3-1FAC5 1FAF0-1FAF8
      """
    ),
    (.em, "1F3FB-1F3FF"),
    (.ex, "21 3F 5C6 2762-2763 2E2E 2E53-2E54 FE15-FE16 FE56-FE57 FF01 FF1F"),
    (.gl, "A0 34F 35C-362 2007 2011 202F"),
    (.hl, "5D0-5EA 5EF-5F2"),
    (.hy, "2D"),
    (.`in`, "2024-2026 FE19"),
    (.is, "2C 2E 3A-3B 37E 589 2044 FE10 FE13-FE14"),
    (.jl, "1100-115F A960-A97C"),
    (.jt, "11A8-11FF D7CB-D7FB"),
    (.jv, "1160-11A7 D7B0-D7C6"),
    (.lf, "A"),
    (.nl, "85"),
    (
      .ns,
      """
      17D6 203C-203D 2047-2049 3005 301C 303B-303C 3041 3043 3045 3047 3049 3063 3083 3085 \
      3087 308E 3095-3096 309B-309E 30A0-30A1 30A3 30A5 30A7 30A9 30C3 30E3 30E5 30E7 30EE \
      30F5-30F6 30FB-30FE FE54-FE55 FF1A-FF1B FF65 FF67-FF70 FF9E-FF9F 1F679-1F67B
      """
    ),
    (.nu, "30-39"),
    (
      .op,
      """
      28 5B 7B A1 BF 201A 201E 2045 2308 230A 2329 2768 276A 276C 276E 2770 2772 2774 2E18 \
      2E22 2E24 2E26 2E28 2E42 2E55 2E57 2E59 2E5B 3008 300A 300C 300E 3010 3014 3016 3018 \
      301A 301D FE17 FE35 FE37 FE39 FE3B FE3D FE3F FE41 FE43 FE47 FE59 FE5B FE5D FF08 FF3B \
      FF5B FF5F FF62
      """
    ),
    (.po, "25 A2 B0 2030-2037 2057 20A7 20B6 20BB 20BE 20C0 2103 2109 FE6A FF05 FFE0"),
    (
      .pr,
      """
      24 2B 5C A3-A5 B1 58F 20A0-20A6 20A8-20B5 20B7-20BA 20BC-20BD 20BF 20C1-20CF 2116 FE69 \
      FF04 FFE1 FFE5-FFE6
      """
    ),
    (
      .qu,
      """
      22 27 AB BB 2018-2019 201B-201D 201F 2039-203A 275B-2760 2E00-2E0D 2E1C-2E1D 2E20-2E21 \
      1F676-1F678
      """
    ),
    (.ri, "1F1E6-1F1FF"),
    (.sp, "20"),
    (.sy, "2F"),
    (.wj, "2060 FEFF"),
    (.zw, "200B"),
    (.zwj, "200D"),
  ]
}
