import ArgumentParser
import Banxin
import Diagnostics

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: words("照样张新建一期。", "Starts an edition from a sample."))

  @Argument(
    help: ArgumentHelp(words("新一期的文件夹，须是空的。", "The new edition's folder; it must be empty.")))
  var directory = "."

  @Option(help: ArgumentHelp(words("样张的名字。", "The sample's name."), valueName: "name"))
  var template = "yanjiang"

  @Option(help: ArgumentHelp(words("报名。", "The paper's name."), valueName: "名称"))
  var paper: String?

  @OptionGroup var flags: SharedFlags

  func run() throws {
    let edition = NewEdition(house: try flags.findHouse(), template: template, paper: paper)
    do throws(NewEdition.Failure) {
      let made = try edition.create(in: directory)
      if !flags.quiet { announce(made) }
    } catch {
      writeLine(sentence(error))
      throw ExitCode(exitCode(error))
    }
  }

  private func announce(_ made: [String]) {
    let files = made.joined(separator: "  ")
    print(
      flags.lang == .zh
        ? "新建 \(directory)：\(files)\n下一步：banxin build \(directory)"
        : "Made \(directory): \(files)\nNext: banxin build \(directory)")
  }

  private func exitCode(_ failure: NewEdition.Failure) -> Int32 {
    switch failure {
    case .unknownTemplate, .paperName: 64
    case .notEmpty, .cannotCopy: 73
    }
  }

  private func sentence(_ failure: NewEdition.Failure) -> String {
    let isChinese = flags.lang == .zh
    switch failure {
    case .unknownTemplate(let name, let known):
      let list = known.joined(separator: ", ")
      return isChinese
        ? "没有样张 ‘\(name)’；有：\(list)" : "There is no sample ‘\(name)’; there are: \(list)"
    case .paperName(let name):
      return isChinese
        ? "报名 ‘\(name)’ 不可用：1 到 40 字，不含空格和 YAML 的标点"
        : "‘\(name)’ cannot be a paper's name: 1 to 40 characters, without blanks and YAML's marks"
    case .notEmpty(let folder):
      return isChinese
        ? "‘\(folder)’ 里已有文件，没有动" : "‘\(folder)’ has files in it; nothing was changed"
    case .cannotCopy(let reason):
      return isChinese ? "建不成：\(reason)" : "It could not be made: \(reason)"
    }
  }
}
