import Banxin
import Testing

@Suite struct `A print shop` {
  @Test func `prints an edition and says where it is`() throws {
    let shop = try #require(PrintShop(house: CommandLineRun.root))
    let run = shop.print(edition: try PressTrial().folder)
    // The trial's folder is gone with it: nothing to print is an answer too.
    #expect(run.exitCode == 66)
    let trial = try PressTrial()
    let made = shop.print(edition: trial.folder)
    #expect(made.exitCode == 0)
    #expect(made.pages == 2)
    #expect(made.messages.isEmpty)
    #expect(made.folder?.hasPrefix(trial.folder) == true)
  }

  @Test func `is not opened without its house`() {
    #expect(PrintShop(house: "/nowhere") == nil)
  }
}
