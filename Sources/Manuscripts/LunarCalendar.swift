/// A day of the Chinese lunisolar calendar (农历), from 1899-02-10 to 2101-01-28.
///
/// Months and leap months are those of GB/T 33661-2017, which has them computed, not declared:
/// a table of the years therefore serves as well as the astronomy. The new moons of 2057-09-28,
/// 2089-09-04 and 2097-08-07 come within three minutes of midnight in Beijing; older printed tables
/// put them a day later.
package struct LunarDate: Hashable, Sendable, CustomStringConvertible {
  /// The civil year in which this lunar year begins.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// The month repeats the one before it (闰月).
  package var isLeapMonth: Bool
  /// 1 to 30.
  package var day: Int

  /// Nil for a day that does not exist or that the table does not reach.
  package init?(of date: CivilDate) {
    guard date.isValid else { return nil }
    var remaining = date.dayNumber - Self.firstDay
    guard remaining >= 0 else { return nil }
    var index = 0
    while index < lunarYears.count, remaining >= lunarYears[index].days {
      remaining -= lunarYears[index].days
      index += 1
    }
    guard index < lunarYears.count else { return nil }
    (year, month, isLeapMonth) = (Self.firstYear + index, 1, false)
    for month in lunarYears[index].months {
      (self.month, isLeapMonth) = (month.number, month.isLeap)
      if remaining < month.days { break }
      remaining -= month.days
    }
    day = remaining + 1
  }

  /// The year's name in the cycle of sixty (干支), such as `辛丑`.
  package var sexagenaryYear: String {
    let stems = Array("甲乙丙丁戊己庚辛壬癸")
    let branches = Array("子丑寅卯辰巳午未申酉戌亥")
    return String([stems[(year - 4) % 10], branches[(year - 4) % 12]])
  }

  /// As a masthead prints it: `辛丑年十二月初九`.
  package var description: String { text(language: "zh-Hans") }

  /// As a masthead prints it in the edition's language.
  package func text(language: String) -> String {
    let leap = isLeapMonth ? (language.hasPrefix("zh-Hans") ? "闰" : "閏") : ""
    return "\(sexagenaryYear)年\(leap)\(Self.monthNames[month - 1])月\(Self.dayName(day))"
  }

  private static let monthNames = [
    "正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
  ]

  private static func dayName(_ day: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    return switch day {
    case 1...9: "初" + digits[day]
    case 10: "初十"
    case 11...19: "十" + digits[day - 10]
    case 20: "二十"
    case 21...29: "廿" + digits[day - 20]
    default: "三十"
    }
  }

  private static let firstYear = 1899
  private static let firstDay = CivilDate(year: 1899, month: 2, day: 10).dayNumber
}

/// The months of one lunar year, packed: bits 15 to 4 say which of the months 1 to 12 have 30 days
/// and not 29, bits 3 to 0 which month is repeated (0: none), bit 16 whether the repeated one has 30.
private struct LunarYear {
  struct Month {
    var number: Int
    var isLeap: Bool
    var days: Int
  }
  var bits: UInt32

  var days: Int {
    let leapDays = bits & 0xf == 0 ? 0 : 29 + Int(bits >> 16)
    return 12 * 29 + (bits & 0xfff0).nonzeroBitCount + leapDays
  }

  var months: [Month] {
    let leap = Int(bits & 0xf)
    return (1...12).flatMap { number -> [Month] in
      let month = Month(number: number, isLeap: false, days: 29 + Int(bits >> (16 - number) & 1))
      guard number == leap else { return [month] }
      return [month, Month(number: number, isLeap: true, days: 29 + Int(bits >> 16))]
    }
  }
}

// Ten years a row, from 1899.
private let lunarYears: [LunarYear] =
  ([
    0x0ab50, 0x04bd8, 0x04ae0, 0x0a570, 0x054d5, 0x0d260, 0x0d950, 0x16554, 0x056a0, 0x09ad0,
    0x055d2, 0x04ae0, 0x0a5b6, 0x0a4d0, 0x0d250, 0x1d255, 0x0b540, 0x0d6a0, 0x0ada2, 0x095b0,
    0x14977, 0x04970, 0x0a4b0, 0x0b4b5, 0x06a50, 0x06d40, 0x1ab54, 0x02b60, 0x09570, 0x052f2,
    0x04970, 0x06566, 0x0d4a0, 0x0ea50, 0x16a95, 0x05ad0, 0x02b60, 0x186e3, 0x092e0, 0x1c8d7,
    0x0c950, 0x0d4a0, 0x1d8a6, 0x0b550, 0x056a0, 0x1a5b4, 0x025d0, 0x092d0, 0x0d2b2, 0x0a950,
    0x0b557, 0x06ca0, 0x0b550, 0x15355, 0x04da0, 0x0a5b0, 0x14573, 0x052b0, 0x0a9a8, 0x0e950,
    0x06aa0, 0x0aea6, 0x0ab50, 0x04b60, 0x0aae4, 0x0a570, 0x05260, 0x0f263, 0x0d950, 0x05b57,
    0x056a0, 0x096d0, 0x04dd5, 0x04ad0, 0x0a4d0, 0x0d4d4, 0x0d250, 0x0d558, 0x0b540, 0x0b6a0,
    0x195a6, 0x095b0, 0x049b0, 0x0a974, 0x0a4b0, 0x0b27a, 0x06a50, 0x06d40, 0x0af46, 0x0ab60,
    0x09570, 0x04af5, 0x04970, 0x064b0, 0x074a3, 0x0ea50, 0x06b58, 0x05ac0, 0x0ab60, 0x096d5,
    0x092e0, 0x0c960, 0x0d954, 0x0d4a0, 0x0da50, 0x07552, 0x056a0, 0x0abb7, 0x025d0, 0x092d0,
    0x0cab5, 0x0a950, 0x0b4a0, 0x0baa4, 0x0ad50, 0x055d9, 0x04ba0, 0x0a5b0, 0x15176, 0x052b0,
    0x0a930, 0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65,
    0x0d530, 0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520,
    0x0dd45, 0x0b5a0, 0x056d0, 0x055b2, 0x049b0, 0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20,
    0x0ada0, 0x14b63, 0x09370, 0x049f8, 0x04970, 0x064b0, 0x168a6, 0x0ea50, 0x06aa0, 0x1a6c4,
    0x0aae0, 0x092e0, 0x0d2e3, 0x0c960, 0x0d557, 0x0d4a0, 0x0da50, 0x05d55, 0x056a0, 0x0a6d0,
    0x055d4, 0x052d0, 0x0a9b8, 0x0a950, 0x0b4a0, 0x0b6a6, 0x0ad50, 0x055a0, 0x0aba4, 0x0a5b0,
    0x052b0, 0x0b273, 0x06930, 0x07337, 0x06aa0, 0x0ad50, 0x14b55, 0x04b60, 0x0a570, 0x054e4,
    0x0d160, 0x0e968, 0x0d520, 0x0daa0, 0x16aa6, 0x056d0, 0x04ae0, 0x0a9d4, 0x0a2d0, 0x0d150,
    0x0f252, 0x0d520,
  ] as [UInt32]).map(LunarYear.init)
