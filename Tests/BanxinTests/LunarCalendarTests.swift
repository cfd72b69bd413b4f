import Manuscripts
import Testing

private func lunar(_ year: Int, _ month: Int, _ day: Int) -> String? {
  LunarDate(of: CivilDate(year: year, month: month, day: day))?.description
}

@Suite struct LunarCalendarTests {
  @Test func `a masthead's lunar date is named as papers name it`() {
    #expect(lunar(2022, 1, 11) == "辛丑年十二月初九")
    #expect(lunar(2026, 3, 18) == "丙午年正月三十")
    #expect(lunar(2026, 2, 17) == "丙午年正月初一")
    #expect(lunar(2024, 12, 20) == "甲辰年十一月二十")
    #expect(lunar(2000, 2, 25) == "庚辰年正月廿一")
  }

  @Test func `a repeated month is called 闰`() {
    #expect(lunar(2023, 3, 22) == "癸卯年闰二月初一")
    #expect(lunar(2025, 8, 22) == "乙巳年闰六月廿九")
    #expect(lunar(2033, 12, 22) == "癸丑年闰十一月初一")
    let day = LunarDate(of: CivilDate(year: 2023, month: 3, day: 22))
    #expect(day?.text(language: "zh-Hant-TW") == "癸卯年閏二月初一")
  }

  @Test func `the table reaches from 1900 to 2100 and no further`() {
    #expect(lunar(1900, 1, 1) == "己亥年十二月初一")
    #expect(lunar(2100, 12, 31) == "庚申年十二月初一")
    #expect(lunar(2101, 1, 28) == "庚申年十二月廿九")
    #expect(lunar(2101, 1, 29) == nil)
    #expect(lunar(1899, 2, 9) == nil)
  }

  @Test func `new moons within minutes of midnight follow the computation`() {
    #expect(lunar(2057, 9, 28) == "丁丑年九月初一")
    #expect(lunar(2089, 9, 4) == "己酉年八月初一")
    #expect(lunar(2097, 8, 7) == "丁巳年七月初一")
  }

  @Test func `the lunar day moves on by one over every turn of a civil month`() throws {
    for year in 1900...2100 {
      for month in 1...11 {
        let first = CivilDate(year: year, month: month + 1, day: 1)
        let last = (28...31).map { CivilDate(year: year, month: month, day: $0) }
          .last { $0.isValid }
        let before = try #require(last.flatMap(LunarDate.init(of:)))
        let after = try #require(LunarDate(of: first))
        let movesOn = after.day == before.day + 1 || (after.day == 1 && before.day >= 29)
        #expect(movesOn, "\(first.isoText)")
      }
    }
  }
}

@Suite struct CivilDateTests {
  @Test func `weekdays have their names in four tongues`() {
    let date = CivilDate(year: 2022, month: 1, day: 11)
    #expect(date.weekday == 2)
    #expect(date.weekdayName == "星期二")
    #expect(date.weekdayName(language: "zh-Hant-HK") == "星期二")
    #expect(date.weekdayName(language: "ja") == "火曜日")
    #expect(date.weekdayName(language: "ko") == "화요일")
    #expect(CivilDate(year: 2026, month: 3, day: 18).weekdayName == "星期三")
    #expect(CivilDate(year: 2000, month: 2, day: 29).weekdayName == "星期二")
    #expect(CivilDate(year: 1900, month: 1, day: 1).weekdayName == "星期一")
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (0, 1, 1),
  ])
  func `a day that the calendar lacks is not valid`(year: Int, month: Int, day: Int) {
    #expect(!CivilDate(year: year, month: month, day: day).isValid)
  }

  @Test func `29 February stands in leap years`() {
    #expect(CivilDate(year: 2024, month: 2, day: 29).isValid)
    #expect(CivilDate(year: 2000, month: 2, day: 29).isValid)
  }
}
