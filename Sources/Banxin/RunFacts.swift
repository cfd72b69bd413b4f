import Foundation

/// The parts of a run whose time is of interest.
package enum Stage: String, Hashable, Sendable, CaseIterable {
  case read, fonts, makeUp = "make-up", ads, plates, print, inks
}

/// How long each stage took, in microseconds: by the clock, and of all cores' work together, which a
/// busy machine leaves alone.
package struct StageTimes: Hashable, Sendable {
  package private(set) var elapsed: [Stage: Int] = [:]
  package private(set) var worked: [Stage: Int] = [:]

  package init() {}

  package mutating func measure<Value>(
    _ stage: Stage, _ work: () throws -> Value
  ) rethrows -> Value {
    let clock = ContinuousClock()
    let (start, idle) = (clock.now, Self.processMicroseconds)
    defer {
      elapsed[stage, default: 0] += Int((clock.now - start) / .microseconds(1))
      worked[stage, default: 0] += Self.processMicroseconds - idle
    }
    return try work()
  }

  private static var processMicroseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}

/// What the machine has to say of a run (`<date>-<n>.run.json`); kept out of the edition, whose bytes
/// depend on its input alone.
struct RunFacts {
  var request: BuildRequest
  var folder: String
  var times: StageTimes

  var file: [UInt8] { Array(json.file.utf8) }

  private var json: JSONValue {
    let process = ProcessInfo.processInfo
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return .members([
      "v": .integer(1),
      "engine": .members(["name": .text(Engine.name), "version": .text(Engine.version)]),
      "finished": .text(Date().formatted(.iso8601)),
      "host": .text(process.hostName), "system": .text(process.operatingSystemVersionString),
      "command": .list(request.command.map(JSONValue.text)),
      "edition": .text(request.edition), "out": .text(folder),
      "parallel": .integer(request.parallel), "seconds": Self.seconds(times.elapsed),
      "cpu": Self.seconds(times.worked),
      "cpu_seconds": .thousandths(Self.milliseconds(usage)),
      "peak_memory_kb": .integer(usage.ru_maxrss),
    ])
  }

  private static func seconds(_ times: [Stage: Int]) -> JSONValue {
    .object(
      Stage.allCases.map { stage in
        JSONValue.Member(
          name: stage.rawValue, value: .thousandths(((times[stage] ?? 0) + 500) / 1000))
      })
  }

  private static func milliseconds(_ usage: rusage) -> Int {
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    return (user.tv_sec + system.tv_sec) * 1000 + (user.tv_usec + system.tv_usec) / 1000
  }
}
