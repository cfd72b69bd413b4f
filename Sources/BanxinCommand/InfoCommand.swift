import ArgumentParser
import Banxin

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: words("版本、路径和本机情况。", "Version, paths and what the machine has."))

  enum Form: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Option(help: ArgumentHelp(words("怎么写。", "How to write it.")))
  var format = Form.table

  @OptionGroup var flags: SharedFlags

  func run() throws {
    let info = MachineInfo(house: try flags.findHouse())
    switch format {
    case .table: print(info.table)
    case .json: print(info.json, terminator: "")
    }
  }
}
