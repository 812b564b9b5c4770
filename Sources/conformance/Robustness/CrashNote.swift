import Foundation

/// Says which text was being tried when the process crashes.
enum CrashNote {
  /// Notes what this thread tries.
  static func write(_ text: String) {
    guard let note = pthread_getspecific(key) else {
      let note = UnsafeMutablePointer<CChar>.allocate(capacity: size)
      pthread_setspecific(key, note)
      return write(text, to: note)
    }
    write(text, to: note.assumingMemoryBound(to: CChar.self))
  }

  private static let size = 200
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private static func write(_ text: String, to note: UnsafeMutablePointer<CChar>) {
    strncpy(note, text, size - 1)
    note[size - 1] = 0
  }

  static func install() {
    write("nothing yet")
    for crash in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
      signal(crash) { crash in
        if let note = pthread_getspecific(CrashNote.key) {
          let words = "crashed while trying "
          _ = words.withCString { Foundation.write(2, $0, strlen($0)) }
          _ = Foundation.write(2, note, strlen(note.assumingMemoryBound(to: CChar.self)))
          _ = Foundation.write(2, "\n", 1)
        }
        signal(crash, SIG_DFL)
        raise(crash)
      }
    }
  }
}
