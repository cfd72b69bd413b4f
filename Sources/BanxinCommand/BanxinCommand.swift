import ArgumentParser

@main
struct BanxinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "banxin")
}
