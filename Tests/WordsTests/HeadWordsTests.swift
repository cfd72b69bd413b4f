import CJKRules
import Testing

@testable import Words

@Suite struct `The places of a headline` {
  /// The text with `|` at every place, or only at those that cost no more than `most`.
  private func marked(_ text: String, _ language: Language = .zhHans, most: Int = 999_999) -> String
  {
    let scalars = Array(text.unicodeScalars)
    let places = HeadWords(language).places(in: scalars).filter { $0.cost <= most }
    var marked = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if places.contains(where: { $0.next == index }) { marked.append("|") }
      marked.append(scalar)
    }
    return String(marked)
  }

  @Test func `are between words that ICU knows, and those of the trade that it does not`() {
    #expect(marked("居民用电可享受优惠") == "居民|用电|可享受|优惠")
    #expect(marked("轻轨加密延时") == "轻轨|加密|延时")
  }

  @Test(arguments: [
    "3.5亿元", "三百二十公里", "百分之十八点六", "2022年3月11日", "4分30秒", "约60%", "第20座", "３００人", "１，０００元", "三分之一",
    "K7路",
    "11日—17日",
  ]) func `are never inside a number with its unit`(number: String) {
    #expect(!marked("建设\(number)，建设").contains(/^建设\|?.+\|.+，/), "\(marked("建设\(number)，建设"))")
  }

  @Test(arguments: ["《沿江的手艺》", "“大脑”", "（二首）", "「まちづくり」", "PM2.5", "New York Times"])
  func `are never inside brackets or a Latin name`(name: String) {
    #expect(marked("我们建设\(name)建设").contains(name))
  }

  @Test func `in a long quotation are dearer than elsewhere, and not beside its marks`() {
    let places = HeadWords(.zhHans).places(
      in: Array("“从严从紧从快加强管理打好打赢疫情防控战”".unicodeScalars))
    #expect(places.allSatisfy { $0.cost > SplitCost.doubtful && $0.next > 2 && $0.next < 19 })
    #expect(!places.isEmpty)
  }

  @Test func `are never before a particle nor after a word that leans forward`() {
    #expect(marked("孩子们在博物馆里过了一个暑假") == "孩子们|在博物馆里过了|一个|暑假")
    #expect(marked("古镇的夜市与码头") == "古镇的|夜市|与码头")
  }

  @Test func `are rather not before what ends the name of a law or a meeting`() {
    #expect(marked("首个湿地保护条例下月起施行", most: 40).contains("保护条例"))
    #expect(!marked("机场改扩建工程投入运营").contains(/改\|扩|扩\|建/), "\(marked("机场改扩建工程投入运营"))")
    #expect(!marked("居民人均可支配收入两万元").contains(/可\|支|均\|可/), "\(marked("居民人均可支配收入两万元"))")
  }

  @Test func `keep the names of trades whole`() {
    let notice = marked("老机床厂返聘车工钳工数名，待遇从优", most: SplitCost.doubtful)
    #expect(notice.contains("车工"), "\(notice)")
    #expect(notice.contains("钳工"), "\(notice)")
    #expect(marked("招收焊工电工与保洁员") == "招收|焊工|电工|与保洁员")
  }

  @Test func `leave a family name with its given name`() {
    #expect(marked("农民画家陈小禾的世界") == "农民|画家|陈小禾的|世界")
  }

  @Test func `at a blank cost nothing, and swallow it`() {
    let places = HeadWords(.zhHans).places(in: Array("早市　留下来了".unicodeScalars))
    #expect(places.first == SplitPlace(end: 2, next: 3, cost: 0))
    #expect(places.dropFirst().allSatisfy { $0.cost >= SplitCost.besidesBlank })
  }

  @Test func `after a pause are better than between words`() {
    #expect(marked("物资到位，电话畅通", most: SplitCost.pause) == "物资到位，|电话畅通")
  }

  @Test func `are after particles in Japanese, never before them`() {
    #expect(marked("地元の米を学校に提供", .ja, most: 50) == "地元の|米を|学校に|提供")
    #expect(!marked("県が子育て支援の新制度を発表", .ja).contains(/\|[がのを]/))
  }

  @Test func `are at word spaces in Korean, but not before a unit or a bound noun`() {
    #expect(marked("관광객 12만 명 몰려", .ko) == "관광객 |12만 명 |몰려")
    #expect(marked("조명 설치 등 안전 강화", .ko) == "조명 |설치 등 |안전 |강화")
  }

  @Test func `are after dots in Korean, and not after a word that describes the next`() {
    #expect(marked("지역에 많은 비… 집중호우", .ko) == "지역에 |많은 비… |집중호우")
  }

  @Test func `are there in a text of letters outside the plane`() {
    #expect(marked("建设𠮷𠮷建设").filter { $0 != "|" } == "建设𠮷𠮷建设")
  }

  @Test func `are none in a text too short to be split`() {
    #expect(HeadWords(.zhHans).places(in: Array("江".unicodeScalars)).isEmpty)
    #expect(HeadWords(.zhHans).places(in: []).isEmpty)
  }
}
