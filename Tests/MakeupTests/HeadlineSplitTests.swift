import CJKRules
import Geometry
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// Heads of the trade's kind, all invented, in a frame of about 28 字: `/` where they may be split, one
/// way a string.
@Suite struct `A headline in two lines` {
  private func split(_ title: String, _ language: Language, width: Int = 250) throws -> String {
    let types = TestPage.types(language)
    let style = types.style("title")
    let styles = HeadlineStyles(kicker: style, title: style, subtitle: style, byline: style)
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    let fit = setter.fit(HeadlineText(title: [title]), width: .points(width), rows: 14)
    return try #require(fit.heads.first).lines.joined(separator: "/")
  }

  private func expect(_ ways: String, _ language: Language) throws {
    let ways = ways.split(separator: "｜").map(String.init)
    let title = ways[0].replacing("/", with: language == .ko ? " " : "")
    let found = try split(title, language)
    #expect(ways.contains(found), "\(found)")
  }

  @Test(arguments: [
    "砚江三桥/建成通车", "两岸往来/只需一刻钟", "前两月集装箱吞吐量/同比增长18.6%", "老港区装上/5G“大脑”",
    "北埠港船舶在泊时间/缩短近三分之一", "轻轨1号线/周五起加密延时", "青石区早稻育秧/比往年提早一周", "一盘秧苗/“住”进工厂",
    "全市第20座/24小时书房启用", "217株古树/做“体检”", "全市56家农贸市场/年底前全部换装", "菜场换上/“会说话”的秤",
    "北埠区桐油巷微改造半年，/126个摊位有了固定的家", "渡口公交3线船长/邹月娥的早班船",
    "前两月集装箱吞吐量同比/增长百分之十八点六再创新高｜前两月集装箱吞吐量/同比增长百分之十八点六再创新高", "老港区装上大脑以后/每天多装一百个箱子",
    "我市今年将新建改建/农村公路三百二十公里", "让老百姓的/钱袋子鼓起来", "旧物有人收/价钱先说清", "路让出来了/早市也留下来了",
    "一季度社会消费品/零售总额达3.5亿元｜一季度社会消费品零售总额/达3.5亿元", "2022年全市高考报名/人数超过4.2万人｜2022年全市高考/报名人数超过4.2万人",
    "小区电梯坏了三个月/居民盼着早日修好", "从田间到餐桌/一颗白菜要过几道关", "孩子们在博物馆里过了/一个有意思的暑假", "读《沿江的手艺》，/想起外婆的竹篮",
    "三名“00后”/返乡办起民宿", "江北大桥通车首日/车流量突破6万辆次", "高校毕业生就业补贴/最高可领3000元", "“银发课堂”开班，/老人学用智能手机",
    "乡村振兴路上的/“领头雁”", "小学生食堂/也吃上了有机蔬菜", "全市今年将植树/120万株｜全市今年/将植树120万株", "防汛物资提前到位，/值班电话24小时畅通",
    "科技特派员/把论文写在大地上", "百年老字号/开进高铁站", "养老服务进社区，/饭菜送到家门口", "青年突击队连夜/抢修供水管网｜青年突击队/连夜抢修供水管网",
    "图书馆里的/“深夜食堂”", "城区27条道路/限速调整", "首届龙舟赛吸引/32支队伍参加", "居民用电/可享受峰谷优惠", "从“有没有”/到“好不好”",
    "农民画家/陈小禾的乡土世界", "公积金贷款额度/提高到80万元", "暴雨橙色预警！/多地学校停课", "5G信号覆盖/全市所有行政村", "本市PM2.5/浓度创十年新低",
  ]) func `is split between words in Chinese`(ways: String) throws { try expect(ways, .zhHans) }

  @Test(arguments: [
    "自動運転バスの/実証実験始まる", "市立図書館が来月から/夜９時まで開館｜市立図書館が/来月から夜９時まで開館", "台風１０号、/あす朝にも上陸か",
    "子どもたちの笑顔が/広がる商店街", "「まちづくり」/住民が主役に", "市役所新庁舎、/来月から業務開始", "桜まつりに３万人、/屋台も復活",
    "県が子育て支援の/新制度を発表", "地元産の米を/学校給食に提供", "台湾から直行便、/１０年ぶり再開", "老舗旅館の再建に/若手職人が挑む",
    "「読書の街」を目指し/移動図書館が走る", "水道料金、４月から/平均８％値上げ｜水道料金、/４月から平均８％値上げ", "マイナンバーカードの/申請が急増",
    "高校野球、延長/１３回の熱戦制す｜高校野球、/延長１３回の熱戦制す",
  ]) func `is split between phrases in Japanese`(ways: String) throws { try expect(ways, .ja) }

  @Test(arguments: [
    "시청 앞 광장 새 단장 마치고/시민 품으로｜시청 앞 광장 새 단장/마치고 시민 품으로", "도심 순환버스 다음 달부터/10분 간격 운행",
    "올해 쌀 생산량/350만 톤 넘어설 듯", "청년 창업 지원금 최대/5천만 원으로 늘린다｜청년 창업 지원금/최대 5천만 원으로 늘린다",
    "\"아이 키우기 좋은 도시\"/보육 시설 50곳 확충", "강변 산책로 야간 조명/설치 등 안전 강화｜강변 산책로 야간 조명 설치 등/안전 강화",
    "전통시장 주차난 해소 위해/공영주차장 건립", "초등학교 급식에/지역 농산물 우선 공급", "집중호우 대비 배수로/정비 및 하천 점검",
    "지역 축제에/관광객 12만 명 몰려", "구도심 빈집을/청년 예술가 작업실로",
  ]) func `is split at word spaces in Korean`(ways: String) throws { try expect(ways, .ko) }

  @Test(arguments: [
    ("末班车推迟至23时30分　周五、周六开到24时", "末班车推迟至23时30分/周五、周六开到24时"),
    ("儿童医院新院区下月启用　床位增加一倍", "儿童医院新院区下月启用/床位增加一倍"),
    ("每一笔交易有据可查　短斤少两自动报警", "每一笔交易有据可查/短斤少两自动报警"),
  ]) func `is rather split at a blank that the editor set`(title: String, way: String) throws {
    #expect(try split(title, .zhHans) == way)
  }

  @Test func `keeps a name between blanks whole`() throws {
    #expect(try !split("江畔诗人　沈知白　的七个春天与一座城", .zhHans).contains(/沈\/知|知\/白/))
  }

  @Test func `keeps the lines of a list`() throws {
    let types = TestPage.types()
    let style = types.style("title")
    let styles = HeadlineStyles(kicker: style, title: style, subtitle: style, byline: style)
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    let lines = ["砚江三桥建成通", "车两岸往来"]
    let fit = setter.fit(HeadlineText(title: lines), width: .points(250), rows: 14)
    #expect(fit.heads.map(\.lines) == [lines])
  }
}

/// Titles of random words, names, numbers and marks.
private struct RandomTitle {
  var text = ""
  /// What no line may end inside, as it stands in the text.
  var kept: [String] = []

  init(seed: Int) {
    var state = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ 99)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for part in 0..<(3 + next(5)) {
      switch part == 0 ? 3 : next(4) {
      case 0: text += Self.small[next(Self.small.count)]
      case 1: text += next(2) == 0 ? "　" : "，"
      default: break
      }
      if next(5) < 3 {
        text += Self.words[next(Self.words.count)]
      } else {
        let name = Self.kept[next(Self.kept.count)]
        text += name
        kept.append(name)
      }
    }
  }

  private static let words = [
    "建设", "桥梁", "市民", "春天", "学校", "码头", "渔船", "博物馆", "工程", "启动", "提高", "全市", "广场", "路", "修", "水",
  ]
  private static let kept = [
    "《沿江的手艺》", "“会说话”", "3.5亿元", "2022年", "60%", "（二首）", "12分钟", "Windows", "PM2.5", "３００人", "第20座",
    "3月11日", "三百二十公里", "百分之十八", "K7路",
  ]
  private static let small = ["的", "了", "在", "把", "和", "与", "将", "们", "等", "也"]
}

@Suite struct `Words in a narrow measure` {
  private let text = "船上坐着赶早班的人、去看病的人、送孩子的人。早一分钟晚一分钟，对他们都不是小事。"

  @Test func `take a line more where that parts a quotation by its sense`() {
    let types = TestPage.types()
    let style = types.style("body").aligned(.center)
    let measure = style.text.size * 15
    #expect(
      types.balancedTexts(text, as: style, measure: measure, pays: true) == [
        "船上坐着赶早班的人、", "去看病的人、送孩子的人。", "早一分钟晚一分钟，", "对他们都不是小事。",
      ])
    #expect(types.balancedTexts(text, as: style, measure: measure).count == 3)
  }

  @Test func `let the white of the mark at a line's end go`() {
    let types = TestPage.types()
    let style = types.style("body")
    #expect(
      types.balancedTexts("江上起雾渡船停开。", as: style, measure: style.text.size * 17 / 2).count == 1)
  }
}

@Suite struct `A random headline` {
  @Test(arguments: 1...100) func `is never torn where it must not be`(seed: Int) throws {
    let title = RandomTitle(seed: seed)
    let types = TestPage.types()
    let style = types.style("title-small")
    let styles = HeadlineStyles(kicker: style, title: style, subtitle: style, byline: style)
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    let text = title.text
    for width in [120, 160, 220, 300] {
      let fit = setter.fit(HeadlineText(title: [text]), width: .points(width), rows: 16)
      guard fit.excess == 0 else { continue }
      let lines = try #require(fit.heads.first).lines
      let blank: Set<Character> = ["　"]
      #expect(lines.joined().filter { !blank.contains($0) } == text.filter { !blank.contains($0) })
      guard lines.count > 1 else { continue }
      for line in lines {
        let characters = line.unicodeScalars.count { !$0.properties.isPatternSyntax && $0 != "，" }
        #expect(characters >= 2, "\(lines)")
        #expect(!"的了们等，》”）".contains(line.prefix(1)), "\(lines)")
        #expect(!"在把和与将《“（".contains(line.suffix(1)), "\(lines)")
      }
      var rest = text[...]
      for name in title.kept {
        guard let place = rest.firstRange(of: name) else { continue }
        rest = rest[place.upperBound...]
        #expect(lines.contains { $0.contains(name) }, "\(name) in \(lines)")
      }
    }
  }
}
