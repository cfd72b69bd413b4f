import Diagnostics

/// What a value should have been, in both languages (the blank of E0205).
package enum Expected {
  case text, textOrList, listOfTexts, listOfIntegers
  case integer(ClosedRange<Int>)
  case number, finite, flag, date, noSuchDay, length, absoluteLength, span, named, crop, inks
  case oneOf([String], given: String)
  case map(KeyTable)
  case listOf(KeyTable)
  /// Any other rule, in words.
  case said(zh: String, en: String)

  package func diagnostic(at place: SourcePlace, key: String = "") -> Diagnostic {
    let fault = Diagnostic(.wrongType, at: place, ["key": key])
    if case .oneOf(let words, let given) = self {
      let nearest = NearestWord.to(given, among: words) ?? ""
      return Diagnostic(.wrongType, at: place, ["key": key, "nearest": nearest])
        .wording("expected", wording.zh, wording.en)
    }
    return fault.wording("expected", wording.zh, wording.en)
  }

  private var wording: (zh: String, en: String) {
    switch self {
    case .text: ("要一段文字", "must be a text")
    case .textOrList: ("要一段文字，或文字的列表", "must be a text or a list of texts")
    case .listOfTexts: ("要文字的列表", "must be a list of texts")
    case .listOfIntegers: ("要整数的列表", "must be a list of whole numbers")
    case .integer(let range):
      (
        "要整数 \(range.lowerBound)–\(range.upperBound)",
        "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    case .number: ("要一个数", "must be a number")
    case .finite: ("不是有限的数", "is not a finite number")
    case .flag: ("要 true 或 false", "must be true or false")
    case .date: ("要日期，如 \"2026-03-18\"", "must be a date such as \"2026-03-18\"")
    case .noSuchDay: ("没有这一天", "there is no such day")
    case .length: ("要长度，如 12mm、9.4pt、2字、3行、小五", "must be a length such as 12mm, 9.4pt, 2字 or 3行")
    case .absoluteLength: ("要 mm、pt、cm、in 的长度", "must be a length in mm, pt, cm or in")
    case .span: ("要范围，如 1-4", "must be a range such as 1-4")
    case .named: ("要 名字: 值 的表", "must be a map of names")
    case .crop:
      ("要 top-left 一类的位置，或 2 个、4 个百分数", "must be a place such as top-left, or 2 or 4 percentages")
    case .inks: ("要 4 个 0–100 的数：青、品、黄、黑", "must be 4 numbers from 0 to 100: c, m, y, k")
    case .oneOf(let words, _):
      ("只能是 " + words.joined(separator: "、"), "must be one of " + words.joined(separator: ", "))
    case .map(let table): ("要一个表（\(table.name)）", "must be a map (\(table.name))")
    case .listOf(let table): ("要表的列表（\(table.name)）", "must be a list of maps (\(table.name))")
    case .said(let zh, let en): (zh, en)
    }
  }
}
