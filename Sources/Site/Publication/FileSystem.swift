#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few calls to the system that publication needs, with errors as values.
enum FileSystem {
  enum Kind { case missing, file, folder, link }

  static var processID: Int32 { getpid() }

  /// What a path is, without following a link.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .file
    }
  }

  /// Whether a path leads to a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path with links followed; one that does not exist stays as it is, without slashes at its end.
  static func resolved(_ path: String) throws(PublicationError) -> String {
    guard kind(of: path) != .missing else {
      var trimmed = Substring(path)
      while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
      return String(trimmed)
    }
    guard let real = realpath(path, nil) else { throw error(path) }
    defer { free(real) }
    return String(cString: real)
  }

  /// Names in a folder, in order.
  static func entries(of folder: String) throws(PublicationError) -> [String] {
    guard let handle = opendir(folder) else { throw error(folder) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func makeFolder(_ path: String) throws(PublicationError) {
    guard mkdir(path, 0o777) == 0 else { throw error(path) }
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolders(_ path: String) throws(PublicationError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
      if mkdir(made, 0o777) != 0, errno != EEXIST { throw error(made) }
    }
  }

  static func read(_ path: String) throws(PublicationError) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw error(path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var failed = false
    while !failed {
      let part = [UInt8](unsafeUninitializedCapacity: 32_768) { buffer, count in
        var read: Int
        repeat { read = systemRead(file, buffer.baseAddress, buffer.count) } while read < 0 && errno == EINTR
        failed = read < 0
        count = max(0, read)
      }
      if part.isEmpty, !failed { return bytes }
      bytes += part
    }
    throw error(path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(PublicationError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else { throw error(path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress.map { $0 + written }, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = error(path)
        close(file)
        throw failure
      }
      written += count
    }
    // Some file systems report a full disk only here.
    guard close(file) == 0 else { throw error(path) }
  }

  /// Whether a path is a file with exactly these bytes.
  static func file(_ path: String, holds bytes: [UInt8]) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else {
      return false
    }
    return (try? read(path)) == bytes
  }

  /// Gives a file a second name; false where the file system cannot.
  static func share(_ path: String, as name: String) -> Bool { link(path, name) == 0 }

  static func rename(_ path: String, to target: String) throws(PublicationError) {
    guard systemRename(path, target) == 0 else { throw error(target) }
  }

  /// Removes a folder and all in it, without following links. What cannot be removed stays for the next build.
  static func removeTree(_ path: String) {
    if kind(of: path) == .folder {
      // The marker goes last: a build that is killed here leaves a folder that the next one knows as ours.
      let entries = (try? entries(of: path)) ?? []
      for entry in entries where entry != SiteFolder.marker { removeTree("\(path)/\(entry)") }
      if entries.contains(SiteFolder.marker) { unlink("\(path)/\(SiteFolder.marker)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Holds a folder for this process; -1 where the file system knows no locks.
  static func lock(_ folder: String) -> Int32 {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 { flock(handle, LOCK_EX | LOCK_NB) }
    return handle
  }

  /// Holds a folder unless another process does; `nil` when one does.
  static func tryLock(_ folder: String) -> Int32? {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(handle)
      return nil
    }
    return handle
  }

  static func unlock(_ handle: Int32) {
    if handle >= 0 { close(handle) }
  }

  private static func error(_ path: String) -> PublicationError {
    let code = errno
    let reason: PublicationError.Reason =
      switch code {
      case ENOSPC, EDQUOT: .noSpace
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOTDIR, EISDIR: .notAFolder
      default: .system(String(cString: strerror(code)))
      }
    return PublicationError(reason, path: path)
  }
}

// Within the type the names are those of its own functions.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
