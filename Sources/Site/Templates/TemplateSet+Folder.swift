extension TemplateSet {
  /// The built-in files with those of a course's folder over them; a folder that does not exist has none.
  ///
  /// Hidden files are left out, and so is what lies deeper than a file of ours can.
  public init(overriddenByFolder folder: String) throws(SiteError) {
    var own: [String: [UInt8]] = [:]
    if FileSystem.kind(of: folder) != .missing {
      try TemplateSet.read(folder, under: "", depth: 0, into: &own)
    }
    self.init(overriddenBy: own)
  }

  private static func read(
    _ folder: String, under prefix: String, depth: Int, into files: inout [String: [UInt8]]
  ) throws(SiteError) {
    do {
      for entry in try FileSystem.entries(of: folder) where !entry.hasPrefix(".") {
        let path = "\(folder)/\(entry)"
        if FileSystem.isFolder(path) {
          if depth < 2 { try read(path, under: "\(prefix)\(entry)/", depth: depth + 1, into: &files) }
        } else {
          files[prefix + entry] = try FileSystem.read(path)
        }
      }
    } catch let error as PublicationError {
      throw .unreadableTemplate(error.path)
    } catch let error as SiteError {
      throw error
    } catch {
      throw .unreadableTemplate(folder)
    }
  }
}
