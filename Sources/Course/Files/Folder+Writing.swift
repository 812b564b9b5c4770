#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Folder {
  /// Writes a file whole, beside its place first, so that a failure leaves what was there.
  public func write(_ bytes: [UInt8], to relative: String) throws(FileError) {
    let path = path(of: relative)
    let temporary = path + ".drydock-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Folder.writeError(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Folder.write(descriptor, $0) }
      if count < 0 {
        if errno == EINTR { continue }
        let failure = Folder.writeError(path)
        close(descriptor)
        unlink(temporary)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    // A full disk may show only here.
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = Folder.writeError(path)
      unlink(temporary)
      throw failure
    }
  }

  /// Makes a folder and those above it; one that is there already is fine.
  public func makeFolder(_ relative: String) throws(FileError) {
    var made = ""
    let path = path(of: relative)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && !path.hasPrefix("/") ? String(part) : "/" + part
      if made.isEmpty || made == "/" { continue }
      guard mkdir(made, 0o755) != 0 else { continue }
      guard errno == EEXIST else { throw Folder.writeError(made) }
      guard try Folder(made).kind() == .folder else { throw FileError(path: made, reason: .isNoDirectory) }
    }
  }

  /// The same for a path that was to be written.
  private static func writeError(_ path: String) -> FileError {
    var error = error(path)
    switch error.reason {
    case .missing: error.reason = .noFolder
    case .unreadable: error.reason = .unwritable
    default: break
    }
    return error
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
