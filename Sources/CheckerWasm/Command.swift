#if !arch(wasm32)
  import Glibc

  /// The module's entry points as a program, to compare its answers with the module's own:
  /// `CheckerWasm check|grade` reads a request from standard input and prints the answer.
  @main
  struct Command {
    static func main() {
      switch CommandLine.arguments.dropFirst().first {
      case "check": print(answer("check", to: request()), terminator: "")
      case "grade": print(answer("grade", to: request()), terminator: "")
      default:
        let usage = "usage: CheckerWasm check|grade <request\n"
        _ = usage.utf8.withContiguousStorageIfAvailable { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(2)
      }
    }

    /// All of standard input.
    private static func request() -> String {
      var request: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while case let count = read(STDIN_FILENO, &chunk, chunk.count), count > 0 {
        request += chunk[..<count]
      }
      return String(decoding: request, as: UTF8.self)
    }
  }
#endif
