import Course
import Reports

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The two streams a command writes to, and what they are.
enum Terminal {
  enum Stream { case output, error }

  /// Writes text whole; a reader that went away ends the program quietly.
  static func write(_ text: String, to stream: Stream = .output) {
    var bytes = Array(text.utf8)[...]
    let descriptor: Int32 = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Writes a message to standard error; lines that are too wide for a terminal are broken there, and only there.
  static func complain(_ message: String) {
    write((isTerminal(.error) ? message.wrapped(to: width, indent: 2) : message) + "\n", to: .error)
  }

  static func exit(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Glibc.exit(code)
    #endif
  }

  /// All of standard input, up to the size of a file that is read.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Folder.fileLimit {
      let count = chunk.withUnsafeMutableBytes { systemRead(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  private static func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, bytes, count)
    #else
      Glibc.read(descriptor, bytes, count)
    #endif
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1 }

  /// Columns of the terminal, 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(Int(size.ws_col), 120)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Colour where the output is a terminal that did not ask for none (no-color.org).
  static var usesColor: Bool {
    isTerminal(.output) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// The reader's language, `ko` or `en`, by the locale.
  static var language: String {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment($0) }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("ko") ? "ko" : "en"
  }

  static func style(language: String?) -> ReportFormat.Style {
    ReportFormat.Style(
      language: language ?? self.language, width: width, usesColor: usesColor, breaksLines: isTerminal(.output))
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Glibc.write(descriptor, bytes, count)
    #endif
  }
}
