extension CivilDate {
  /// Whether the Gregorian calendar has this day.
  package var isValid: Bool {
    (1...9999).contains(year) && (1...12).contains(month)
      && (1...Self.days(inMonth: month, of: year)).contains(day)
  }

  /// Days from 1 March of year 0: the shifted year ends with February, so that leap days come last.
  package var dayNumber: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = (month + 9) % 12
    return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (shiftedMonth * 306 + 5) / 10 + day - 1
  }

  /// 0 for Sunday to 6 for Saturday.
  package var weekday: Int { (dayNumber + 3) % 7 }

  /// The weekday as a masthead prints it in the edition's language: `星期二`, `火曜日`, `화요일`.
  package func weekdayName(language: String) -> String {
    switch language {
    case "ja": Self.names("日月火水木金土", after: "曜日", day: weekday)
    case "ko": Self.names("일월화수목금토", after: "요일", day: weekday)
    default: "星期" + Self.names("日一二三四五六", after: "", day: weekday)
    }
  }

  /// The year as the country counts it besides: Japan by its eras (令和4, 平成元), Taiwan from 1912 (111); nil
  /// elsewhere and before.
  package func eraYear(language: String) -> String? {
    switch language {
    case "ja":
      Self.eras.first { $0.from <= self }.map { era in
        let year = year - era.from.year + 1
        return era.name + (year == 1 ? "元" : "\(year)")
      }
    case "zh-Hant-TW" where year >= 1912: "\(year - 1911)"
    default: nil
    }
  }

  /// The latest first.
  private static let eras: [(name: String, from: CivilDate)] = [
    ("令和", CivilDate(year: 2019, month: 5, day: 1)),
    ("平成", CivilDate(year: 1989, month: 1, day: 8)),
    ("昭和", CivilDate(year: 1926, month: 12, day: 25)),
    ("大正", CivilDate(year: 1912, month: 7, day: 30)),
    ("明治", CivilDate(year: 1868, month: 10, day: 23)),
  ]

  /// The weekday's Chinese name.
  package var weekdayName: String { weekdayName(language: "zh-Hans") }

  /// As in the files: `2022-01-11`.
  package var isoText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func names(_ names: String, after suffix: String, day: Int) -> String {
    "\(Array(names)[day])\(suffix)"
  }
}
