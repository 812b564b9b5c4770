public import Findings

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder, by whose relative paths files are read and named in findings.
public struct Folder: Sendable {
  /// Bytes above which a file is not read.
  public static let fileLimit = 32 << 20

  /// The folder's path; empty for the current one.
  public let path: String
  /// Where all that is read has to lie, links followed; `nil` where it may lie anywhere.
  private var boundary: String?

  public init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path == "." ? "" : path
  }

  /// The same folder, from which no link leads out: a page cannot publish other files of the machine.
  public var confined: Folder {
    var folder = self
    folder.boundary = Folder.realPath(path.isEmpty ? "." : path)
    return folder
  }

  /// The path of something in the folder, as the system takes it.
  public func path(of relative: String) -> String {
    path.isEmpty ? relative : relative.isEmpty ? path : path == "/" ? "/" + relative : "\(path)/\(relative)"
  }

  /// A folder below this one, confined as this one is.
  public func folder(_ relative: String) -> Folder {
    var folder = Folder(path(of: relative))
    folder.boundary = boundary
    return folder
  }

  /// The bytes of a file.
  ///
  /// - Parameter acceptsPipes: Whether what is no file is read to its end, such as the pipe of `<(kustomize build)`.
  public func read(_ relative: String, acceptsPipes: Bool = false) throws(FileError) -> SourceText {
    let path = path(of: relative)
    if let boundary, let real = Folder.realPath(path), real != boundary,
      !real.hasPrefix(boundary == "/" ? "/" : boundary + "/")
    {
      throw FileError(path: path, reason: .outside)
    }
    // To open a pipe waits for its writer, unless asked not to.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (acceptsPipes ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw Folder.error(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Folder.error(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path: path, reason: .isDirectory)
    default: guard acceptsPipes else { throw FileError(path: path, reason: .isNoFile) }
    }
    if status.st_size > Folder.fileLimit { throw FileError(path: path, reason: .tooLarge(limit: Folder.fileLimit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Self.read(descriptor, $0) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Folder.error(path)
      }
      if count == 0 { break }
      bytes += chunk[..<count]
      if bytes.count > Folder.fileLimit { throw FileError(path: path, reason: .tooLarge(limit: Folder.fileLimit)) }
    }
    return SourceText(name: path, bytes: bytes)
  }

  public enum Kind: Sendable { case file, folder, other }

  /// What stands at a path, links followed.
  public func kind(of relative: String = "") throws(FileError) -> Kind {
    let path = path(of: relative)
    var status = stat()
    guard stat(path.isEmpty ? "." : path, &status) == 0 else { throw Folder.error(path) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  public func exists(_ relative: String) -> Bool { (try? kind(of: relative)) != nil }

  /// The names in a folder, sorted by their bytes; those that begin with a dot are left out.
  public func names(in relative: String = "") throws(FileError) -> [String] {
    let path = path(of: relative)
    guard let directory = opendir(path.isEmpty ? "." : path) else { throw Folder.error(path, isDirectory: true) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Depth and number of entries at which a search for files ends.
  private static let depthLimit = 64
  private static let entryLimit = 200_000

  /// The files below a folder, as relative paths in order; folders that cannot be read go to `errors`.
  ///
  /// A link that leads nowhere counts as a file, so that whoever wants it learns what is wrong with it.
  public func files(below relative: String = "", errors: inout [FileError]) -> [String] {
    var files: [String] = []
    var entries = 0
    // The folders on the way down: a link to one of them would lead in a circle.
    var way: [Identity] = []
    func walk(_ relative: String) {
      guard way.count < Folder.depthLimit else {
        errors.append(FileError(path: path(of: relative), reason: .tooDeep(limit: Folder.depthLimit)))
        return
      }
      do throws(FileError) {
        let identity = try identity(of: relative)
        guard !way.contains(identity) else { return }
        way.append(identity)
        defer { way.removeLast() }
        for name in try names(in: relative) where name != "node_modules" {
          entries += 1
          guard entries <= Folder.entryLimit else { return }
          let child = relative.isEmpty ? name : "\(relative)/\(name)"
          do throws(FileError) {
            switch try kind(of: child) {
            case .file: files.append(child)
            case .folder: walk(child)
            case .other: break
            }
          } catch  where error.reason == .missing || error.reason == .linkLoop {
            files.append(child)
          } catch {
            errors.append(error)
          }
        }
      } catch {
        errors.append(error)
      }
    }
    walk(relative)
    if entries > Folder.entryLimit {
      errors.append(FileError(path: path(of: relative), reason: .tooManyFiles(limit: Folder.entryLimit)))
    }
    return files
  }

  /// What makes a folder the same by whatever path.
  private struct Identity: Equatable {
    var device: dev_t
    var number: ino_t
  }

  private func identity(of relative: String) throws(FileError) -> Identity {
    let path = path(of: relative)
    var status = stat()
    guard stat(path.isEmpty ? "." : path, &status) == 0 else { throw Folder.error(path) }
    return Identity(device: status.st_dev, number: status.st_ino)
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  static func error(_ path: String, isDirectory: Bool = false) -> FileError {
    let reason: FileError.Reason =
      switch errno {
      case ENOENT: .missing
      case EACCES, EPERM: .unreadable
      case ENOTDIR: isDirectory ? .isNoDirectory : .missing
      case EISDIR: .isDirectory
      case ENOSPC, EDQUOT: .noSpace
      case ELOOP: .linkLoop
      case ENXIO: .isNoFile
      default: .other(String(cString: strerror(errno)))
      }
    return FileError(path: path, reason: reason)
  }
}
