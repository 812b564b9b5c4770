import CSite
import Findings

/// The folder in which a site is published.
///
/// A new site is written beside the old one and then exchanged with it in one step, so that a build which fails, or is
/// killed, leaves the old site whole. What a killed build left behind is removed by the next one.
public struct SiteFolder: Sendable {
  /// Marks a folder as a site of ours, which a later build may replace.
  static let marker = ".drydock-site"

  private let path: String
  private let parent: String
  private let name: String

  /// A folder by its path; it need not exist yet.
  public init(path: String) throws(PublicationError) {
    guard !path.isEmpty else { throw PublicationError(.notAFolder, path: path) }
    // A link is followed, because an exchange would replace the link itself.
    let resolved = try FileSystem.resolved(path)
    let parts = resolved.split(separator: "/")
    guard let name = parts.last, name != ".", name != ".." else { throw PublicationError(.notAFolder, path: path) }
    self.path = resolved
    self.name = String(name)
    let folder = parts.dropLast().joined(separator: "/")
    parent = resolved.hasPrefix("/") ? "/" + folder : folder.isEmpty ? "." : folder
  }

  /// Publishes a site in place of the old one.
  public func publish(_ files: [SiteFile]) throws(PublicationError) {
    let kept = try entriesToKeep()
    try FileSystem.makeFolders(parent)
    removeLeftovers()
    let fresh = "\(parent)/\(prefix)\(FileSystem.processID)"
    try FileSystem.makeFolder(fresh)
    // Held until the end, also by a crash: a leftover that nobody holds is nobody's.
    let lock = FileSystem.lock(fresh)
    defer { FileSystem.unlock(lock) }
    do {
      try write(files, keeping: kept, to: fresh)
      try exchange(fresh)
    } catch {
      FileSystem.removeTree(fresh)
      throw error
    }
    FileSystem.removeTree(fresh)
  }

  private var prefix: String { ".\(name).drydock-" }

  /// Hidden files of the old site, such as `.gitkeep` or `.nojekyll`, stay.
  private func entriesToKeep() throws(PublicationError) -> [String] {
    switch FileSystem.kind(of: path) {
    case .missing: return []
    case .folder: break
    case .file, .link: throw PublicationError(.notAFolder, path: path)
    }
    let entries = try FileSystem.entries(of: path)
    let hidden = entries.filter { $0.hasPrefix(".") && $0 != SiteFolder.marker }
    let isOurs = entries.contains(SiteFolder.marker) || hidden.count == entries.count
    guard isOurs else { throw PublicationError(.notASite, path: path) }
    for entry in hidden where FileSystem.kind(of: "\(path)/\(entry)") != .file {
      throw PublicationError(.hiddenFolder, path: "\(path)/\(entry)")
    }
    return hidden
  }

  private func write(_ files: [SiteFile], keeping kept: [String], to fresh: String) throws(PublicationError) {
    try FileSystem.write(
      Array("Written by Drydock, which replaces this folder.\n".utf8), to: "\(fresh)/\(SiteFolder.marker)")
    for name in kept {
      try FileSystem.write(try FileSystem.read("\(path)/\(name)"), to: "\(fresh)/\(name)")
    }
    var made: Set<Substring> = []
    for file in files {
      guard file.isSafe else { throw PublicationError(.notAFolder, path: file.path) }
      if let slash = file.path.lastIndex(of: "/"), made.insert(file.path[..<slash]).inserted {
        try FileSystem.makeFolders("\(fresh)/\(file.path[..<slash])")
      }
      // A file that stays as it is keeps its date, and costs the disk nothing.
      let isSame = FileSystem.file("\(path)/\(file.path)", holds: file.bytes)
      if isSame, FileSystem.share("\(path)/\(file.path)", as: "\(fresh)/\(file.path)") { continue }
      try FileSystem.write(file.bytes, to: "\(fresh)/\(file.path)")
    }
  }

  private func exchange(_ fresh: String) throws(PublicationError) {
    guard FileSystem.kind(of: path) != .missing else {
      try FileSystem.rename(fresh, to: path)
      return
    }
    if drydock_exchange(fresh, path) == 0 { return }
    // Some file systems cannot exchange: two steps then, the second undone by the first's way back.
    let old = "\(fresh).old"
    try FileSystem.rename(path, to: old)
    do {
      try FileSystem.rename(fresh, to: path)
    } catch {
      try FileSystem.rename(old, to: path)
      throw error
    }
    FileSystem.removeTree(old)
  }

  private func isOurs(_ folder: String) -> Bool {
    guard let entries = try? FileSystem.entries(of: folder) else { return false }
    return entries.isEmpty || entries.contains(SiteFolder.marker)
  }

  /// Removes what killed builds left: folders of our name that no running build holds.
  private func removeLeftovers() {
    guard let entries = try? FileSystem.entries(of: parent) else { return }
    for entry in entries where entry.hasPrefix(prefix) {
      let leftover = "\(parent)/\(entry)"
      guard FileSystem.kind(of: leftover) == .folder, isOurs(leftover), let lock = FileSystem.tryLock(leftover) else {
        continue
      }
      defer { FileSystem.unlock(lock) }
      // A build that was killed between the two steps left no site: the old one comes back.
      if entry.hasSuffix(".old"), FileSystem.kind(of: path) == .missing,
        (try? FileSystem.rename(leftover, to: path)) != nil
      {
        continue
      }
      FileSystem.removeTree(leftover)
    }
  }
}
