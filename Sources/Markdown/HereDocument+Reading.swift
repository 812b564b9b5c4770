import Findings

extension CodeBlock {
  /// The here-documents of a shell fence, in order; none for other languages.
  public var hereDocuments: [HereDocument] {
    let scripts = ["sh", "bash", "zsh", "shell", "ksh"]
    let sessions = ["console", "shell-session", "shellsession", "sh-session", "terminal", "bash-session"]
    guard scripts.contains(language) || sessions.contains(language) else { return [] }
    guard text.utf8.contains(UInt8(ascii: "<")) else { return [] }
    var reader = HereDocumentReader(text: text, map: map, isSession: sessions.contains(language))
    return reader.read()
  }
}

/// Reads a script or a recorded session line by line.
private struct HereDocumentReader {
  private let bytes: [UInt8]
  private let map: SourceMap
  private let isSession: Bool
  private let lines: [Range<Int>]
  private var next = 0
  private var documents: [HereDocument] = []

  init(text: String, map: SourceMap, isSession: Bool) {
    bytes = Array(text.utf8)
    self.map = map
    self.isSession = isSession
    lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).map { $0.startIndex..<$0.endIndex }
  }

  mutating func read() -> [HereDocument] {
    var command: [UInt8] = []
    var hasPrompt = false
    while next < lines.count {
      let line = lines[next]
      next += 1
      let content = command.isEmpty ? afterPrompt(line) : line
      if command.isEmpty { hasPrompt = content.lowerBound > line.lowerBound && isPrompt(line, content) }
      let scan = ShellLine(bytes[content])
      let offset = command.count
      command += scan.text
      // A backslash at the end joins the next line.
      if scan.isContinued, scan.operators.isEmpty { continue }
      for found in scan.operators {
        let target = ShellCommand.target(of: command, at: offset + found.place)
        documents.append(body(of: found, target: target, inPrompt: hasPrompt))
      }
      command = []
    }
    return documents
  }

  private func isPrompt(_ line: Range<Int>, _ content: Range<Int>) -> Bool {
    bytes[line.lowerBound..<content.lowerBound].contains { !$0.isSpaceOrTab }
  }

  /// The command of a line without its prompt: `$ `, and in sessions also `# `, `% ` and `user@host:~$ `.
  private func afterPrompt(_ line: Range<Int>) -> Range<Int> {
    let text = bytes[line]
    let start = text.index(from: line.lowerBound, while: \.isSpaceOrTab)
    let wordEnd = text.index(from: start) { !$0.isSpaceOrTab }
    guard wordEnd > start, wordEnd < line.upperBound else { return line }
    let last = bytes[wordEnd - 1]
    let isAlone = wordEnd == start + 1
    let isPrompt =
      last == UInt8(ascii: "$") && (isAlone || isSession)
      || isSession && (last == UInt8(ascii: "#") || last == UInt8(ascii: "%")) && (isAlone || text[start].isLetter)
    return isPrompt ? text.index(from: wordEnd, while: \.isSpaceOrTab)..<line.upperBound : line
  }

  /// The lines up to the delimiter.
  private mutating func body(
    of found: ShellLine.Operator, target: HereDocument.Target, inPrompt: Bool
  ) -> HereDocument {
    // A session shows the shell's second prompt before each line, or none of them.
    let hasContinuationPrompt = inPrompt && next < lines.count && bytes[lines[next]].first == UInt8(ascii: ">")
    let delimiter = Array(found.delimiter.utf8)
    var local = SourceMap()
    var text: [UInt8] = []
    var isTerminated = false
    while next < lines.count {
      var line = lines[next]
      next += 1
      if hasContinuationPrompt, bytes[line].first == UInt8(ascii: ">") {
        let skipped = bytes[line].dropFirst().first == .space ? 2 : 1
        line = (line.lowerBound + skipped)..<line.upperBound
      }
      if found.stripsTabs {
        line = bytes[line].index(from: line.lowerBound) { $0 == .tab }..<line.upperBound
      }
      // The shell wants the delimiter at the head of the line; pages indent it with the rest.
      if bytes[line].drop(while: \.isSpaceOrTab).elementsEqual(delimiter) {
        isTerminated = bytes[line].elementsEqual(delimiter)
        break
      }
      // The last line of the text has no line break and no content.
      if next == lines.count, line.isEmpty { break }
      text += bytes[line]
      local.append(source: line.lowerBound, length: line.count)
      text.append(.lineFeed)
      local.append(source: line.upperBound, length: 1)
    }
    return HereDocument(
      target: target, delimiter: found.delimiter, expandsVariables: !found.isQuoted, isTerminated: isTerminated,
      text: String(bytes: text), map: local.composed(with: map), range: map.source(of: found.range))
  }
}
