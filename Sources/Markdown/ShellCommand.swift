/// Finds the command that a here-document is given to.
enum ShellCommand {
  private enum Token: Equatable {
    case word(String)
    /// `>` and `>>` to a file.
    case output
    case pipe
    /// `;`, `&&`, `(` and the like.
    case end
  }

  /// The target of the text that a command reads at an offset, followed through pipes that pass it on unchanged.
  static func target(of command: [UInt8], at place: Int) -> HereDocument.Target {
    let (tokens, start) = tokens(of: command, place: place)
    var begin = min(start, tokens.count)
    while begin > 0, tokens[begin - 1] != .pipe, tokens[begin - 1] != .end { begin -= 1 }
    var first: HereDocument.Target?
    while begin < tokens.count {
      var end = begin
      while end < tokens.count, tokens[end] != .pipe, tokens[end] != .end { end += 1 }
      let (target, passesOn) = stage(Array(tokens[begin..<end]))
      first = first ?? target
      guard passesOn, end < tokens.count, tokens[end] == .pipe else { return passesOn ? first ?? target : target }
      begin = end + 1
    }
    return first ?? .other("")
  }

  /// What one command of a pipeline does with its input, and whether its output is that input.
  private static func stage(_ tokens: [Token]) -> (HereDocument.Target, passesOn: Bool) {
    var words: [String] = []
    var file: String?
    var index = 0
    while index < tokens.count {
      if tokens[index] == .output, index + 1 < tokens.count, case .word(let name) = tokens[index + 1] {
        file = name
        index += 1
      } else if case .word(let word) = tokens[index] {
        words.append(word)
      }
      index += 1
    }
    // Before the command: `sudo`, its options, and assignments.
    while let word = words.first, word == "sudo" || word == "time" || word == "command" || isAssignment(word) {
      words.removeFirst()
      if word == "sudo" { words = Array(words.drop { $0.hasPrefix("-") }) }
    }
    let name = words.first ?? ""
    let arguments = Array(words.dropFirst())
    switch name {
    case "kubectl", "k", "oc", "microk8s.kubectl": return (kubectl(arguments), false)
    case "minikube", "k3s", "microk8s":
      guard let inner = arguments.firstIndex(of: "kubectl") else { return (.other(name), false) }
      return (kubectl(Array(arguments[(inner + 1)...])), false)
    case "tee":
      guard let name = arguments.first(where: { !$0.hasPrefix("-") }) else { return (.other("tee"), true) }
      return (.file(name), false)
    case "cat", "":
      if let file { return (.file(file), false) }
      return (.other(name), true)
    case "envsubst": return (file.map { .file($0) } ?? .other(name), file == nil)
    default: return (.other(name), false)
    }
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals > word.startIndex else { return false }
    return word[..<equals].utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  private static func kubectl(_ arguments: [String]) -> HereDocument.Target {
    let withValue = ["-n", "--namespace", "--context", "--cluster", "--user", "--kubeconfig", "-s", "--server"]
    var verb = ""
    var index = 0
    while index < arguments.count, verb.isEmpty {
      let argument = arguments[index]
      if withValue.contains(argument) { index += 1 } else if !argument.hasPrefix("-") { verb = argument }
      index += 1
    }
    var readsManifest = false
    for (index, argument) in arguments.enumerated() {
      let value = index + 1 < arguments.count ? arguments[index + 1] : ""
      let isInput = value == "-" || value == "/dev/stdin"
      if ["-f", "--filename"].contains(argument), isInput { readsManifest = true }
      if ["-f-", "-f=-", "--filename=-", "-f/dev/stdin", "--filename=/dev/stdin"].contains(argument) {
        readsManifest = true
      }
    }
    return .kubectl(verb: verb, readsManifest: readsManifest)
  }

  /// The words and operators of a command, and how many of them stand before an offset.
  private static func tokens(of command: [UInt8], place: Int) -> (tokens: [Token], before: Int) {
    var tokens: [Token] = []
    var before: Int?
    var index = 0
    while index < command.count {
      if before == nil, index >= place { before = tokens.count }
      let byte = command[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "|") where !command.has("||", at: index):
        tokens.append(.pipe)
        index += command.has("|&", at: index) ? 2 : 1
      case UInt8(ascii: ">"):
        index = command.index(from: index) { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "|") }
        // `2>&1` copies a descriptor, and what goes to other descriptors than 1 is not the text.
        if command.has("&", at: index) {
          index = command.index(from: index) { !$0.isSpaceOrTab }
        } else {
          tokens.append(.output)
        }
      case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "`"):
        tokens.append(.end)
        index += 1
      default:
        let word = word(in: command, at: &index)
        let isDescriptor = word.utf8.allSatisfy(\.isDigit) && command.has(">", at: index)
        if isDescriptor, word != "1" {
          // Leaves out `2> file`.
          index = command.index(from: index) { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "&") || $0.isSpaceOrTab }
          _ = Self.word(in: command, at: &index)
        } else if !isDescriptor {
          tokens.append(.word(word))
        }
      }
    }
    return (tokens, before ?? tokens.count)
  }

  /// A word without its quotes; at least one byte is read.
  private static func word(in command: [UInt8], at index: inout Int) -> String {
    var word: [UInt8] = []
    let start = index
    while index < command.count {
      let byte = command[index]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        let close = command[(index + 1)...].firstIndex(of: byte) ?? command.count
        word += command[(index + 1)..<close]
        index = min(close + 1, command.count)
      } else if byte == .backslash, index + 1 < command.count {
        word.append(command[index + 1])
        index += 2
      } else if byte.isSpace || (index > start && "|;&<>()`".utf8.contains(byte)) {
        break
      } else {
        word.append(byte)
        index += 1
      }
    }
    return String(bytes: word)
  }
}
