import Foundation

/// A folder of files for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory().trimmingSuffix("/") + "/drydock-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }

  func write(_ text: String, to relative: String) throws { try write(Data(text.utf8), to: relative) }

  func write(_ data: Data, to relative: String) throws {
    let url = URL(fileURLWithPath: path(relative))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func read(_ relative: String) throws -> String { try String(contentsOfFile: path(relative), encoding: .utf8) }

  func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: path(relative), withIntermediateDirectories: true)
  }

  func remove(_ relative: String) throws { try FileManager.default.removeItem(atPath: path(relative)) }

  /// Replaces a text that must stand in a file.
  func edit(_ relative: String, _ old: String, _ new: String) throws {
    let text = try read(relative)
    guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile, userInfo: ["missing": old]) }
    try write(text.replacingOccurrences(of: old, with: new), to: relative)
  }

  func link(_ relative: String, to target: String) throws {
    let parent = URL(fileURLWithPath: path(relative)).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path(relative), withDestinationPath: target)
  }

  /// Every file below a folder with its bytes, hidden ones too; folders and links by what they are.
  func contents(_ relative: String = "") throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path(relative)) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path(relative) + "/" + name, isDirectory: &isFolder)
      if !isFolder.boolValue { contents[name] = FileManager.default.contents(atPath: path(relative) + "/" + name) }
    }
    return contents
  }
}

extension String {
  func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
