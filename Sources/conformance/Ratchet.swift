import ArgumentParser
import Foundation

/// The rates that were reached, as `file rate value` lines; a run may not fall below them.
struct Ratchet {
  let file: String

  func apply(_ files: [(file: String, rates: [(name: String, rate: Double)])], update: Bool) throws {
    var agreed = try read()
    var fallen: [String] = []
    for (file, rates) in files {
      for (rate, value) in rates {
        let name = "\(file.split(separator: "/").last.map { String($0) } ?? file) \(rate)"
        // Rates are kept to a hundredth of a percent, rounded down.
        let value = (value * 10_000).rounded(.down) / 100
        if let before = agreed[name], value < before { fallen.append("\(name): \(value) %, agreed were \(before) %") }
        if update { agreed[name] = max(value, agreed[name] ?? 0) }
      }
    }
    if update {
      let text = agreed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    guard fallen.isEmpty else {
      print("fallen below \(file):\n  " + fallen.joined(separator: "\n  "))
      throw ExitCode(1)
    }
  }

  private func read() throws -> [String: Double] {
    guard let data = FileManager.default.contents(atPath: file) else { return [:] }
    var rates: [String: Double] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...]) else {
        throw ValidationError("\(file): '\(line)' is no 'file rate percent' line")
      }
      rates[String(line[..<space])] = value
    }
    return rates
  }
}
