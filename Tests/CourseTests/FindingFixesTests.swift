import Course
import Findings
import Foundation
import Testing

@Test func mendsFilesAndLeavesTheRestByteForByte() async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "drydock-fixes-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let manifest =
    "apiVersion: v1 # kept\r\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  debug: yes   # why\n  port: 8080\n"
  try Data(manifest.utf8).write(to: folder.appending(path: "a.yaml"))
  let page =
    "- a list\n\n  > ```yaml\n  > apiVersion: apps/v1\n  > kind: Deployment\n  > metadata: {name: web}\n  > spec:\n  >   replica: 3\n  >   selector: {matchLabels: {app: web}}\n  >   template:\n  >     metadata: {labels: {app: web}}\n  >     spec:\n  >       containers: [{name: web, image: nginx}]\n  > ```\n"
  try Data(page.utf8).write(to: folder.appending(path: "b.md"))
  var checker = PathChecker(versions: .since(.newest))
  checker.lintsManifests = false
  let report = await checker.check([folder.path])
  let fixes = FindingFixes(of: report.findings)
  #expect(fixes.files.map(\.count) == [2, 1])
  #expect(
    fixes.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
      manifest.replacing("yes ", with: "\"yes\" ").replacing("8080", with: "\"8080\""),
      page.replacing("replica:", with: "replicas:"),
    ])
}
