import Geometry
@testable import Makeup
import PageDesign
import Testing

/// 破栏 arithmetic of the textbook grids (8 × 13 字 and 6 × 11 字, 栏空 1 字).
@Suite struct `A width re-divided` {
  let em = Length.points(9)

  func division(_ characters: Int, into count: Int, _ remainder: BodyRemainder) -> Division {
    Division(width: em * characters, em: em, count: count, gutter: em, remainder: remainder)
  }

  @Test func `gives 三破二 of 13-字 columns twenty 字 each`() {
    #expect(division(41, into: 2, .gutter).measures == [em * 20, em * 20])
    #expect(division(41, into: 2, .gutter).gutter == em)
  }

  @Test func `gives 六破四 of 11-字 columns seventeen 字 each`() {
    #expect(division(71, into: 4, .gutter).measures == Array(repeating: em * 17, count: 4))
  }

  @Test func `puts what is over into the gutters`() {
    let division = division(69, into: 3, .gutter)
    #expect(division.measures == Array(repeating: em * 22, count: 3))
    #expect(division.gutter == em * 3 / 2)
  }

  @Test func `puts what is over into the last columns when columns may differ`() {
    let division = division(69, into: 3, .column)
    #expect(division.measures == [em * 22, em * 22, em * 23])
    #expect(division.gutter == em)
  }

  @Test func `keeps equal measures and the gutter when a fraction is allowed`() {
    let division = division(69, into: 3, .fraction)
    #expect(division.measures == Array(repeating: em * 67 / 3, count: 3))
    #expect(division.gutter == em)
  }

  @Test(arguments: BodyRemainder.allCases) func `fills the width whatever the remainder rule`(
    remainder: BodyRemainder
  ) {
    for count in 2...6 {
      let division = division(107, into: count, remainder)
      let end = (division.starts.last ?? .zero) + (division.measures.last ?? .zero)
      #expect(abs((em * 107 - end).units) <= count)
    }
  }
}
