/// Why a command cannot do what it was asked, in a sentence for its user. It ends with exit code 2.
struct CommandFailure: Error {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}
