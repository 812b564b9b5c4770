import Checker
import Findings
import Markdown
import Resources
import YAML

/// Reads pages, and has their snippets proven.
struct PageReader {
  var prover: SnippetProver
  /// Folder that includes are relative to; `nil` for pages of no course.
  var content: Folder?
  var languages: [String]

  /// A page without front matter: a task, a foreign page.
  func page(_ source: SourceText, versions: VersionSet, findings: inout [LocatedFinding]) -> Page {
    let document = MarkdownDocument(parsing: source, dialect: content == nil ? .foreign : .course)
    return page(document, versions: versions, findings: &findings)
  }

  /// A page whose front matter says more.
  func lesson(
    _ source: SourceText, versions: VersionSet, findings: inout [LocatedFinding]
  ) -> (FrontMatterFields, Page) {
    let document = MarkdownDocument(parsing: source)
    var fields = FrontMatterFields()
    if let frontMatter = document.frontMatter {
      let read = read(frontMatter, into: &fields)
      // Of bytes that are no text, YAML has nothing to say.
      let isText = !document.findings.contains { $0.id == "markdown/invalid-utf8" }
      findings += (isText ? read : []).map { LocatedFinding($0, in: source, through: frontMatter.map) }
    } else if !document.findings.contains(where: { $0.id == "markdown/unclosed-front-matter" }) {
      findings.append(
        LocatedFinding(
          Finding(
            id: "course/front-matter", range: SourceRange(0, 0),
            message: Message(
              en: "the page has no front matter: begin it with '---', 'title: …', 'summary: …', '---'",
              ko: "front matter가 없습니다: '---', 'title: …', 'summary: …', '---'로 시작하세요")),
          in: source))
    }
    return (fields, page(document, versions: fields.versions ?? versions, findings: &findings))
  }

  private func page(
    _ document: MarkdownDocument, versions: VersionSet, findings: inout [LocatedFinding]
  ) -> Page {
    findings += document.findings.map { LocatedFinding($0, in: document.source) }
    var reader = SnippetReader(page: document.source, content: content, versions: versions)
    let snippets = document.codeBlocks.flatMap { reader.snippets(of: $0) }
    findings += reader.findings
    if content != nil { findings += duplicateIDs(snippets) }
    // The snippets of a page are read as one story: what an earlier or later one defines is known to all.
    var surroundings = Surroundings()
    for snippet in snippets where snippet.demand == .valid && mayBeLeanedOn(snippet) {
      surroundings.add(YAMLStream(parsing: snippet.text))
    }
    var prover = prover
    prover.given += surroundings.objects
    var proven: [ProvenSnippet] = []
    for snippet in snippets {
      let (proof, found) = prover.prove(snippet)
      findings += found
      proven.append(ProvenSnippet(snippet: snippet, proof: proof))
    }
    lint(&proven, findings: &findings)
    return Page(source: document.source, document: document, snippets: proven)
  }

  /// Whether it is worth while to read a snippet for objects on which verdicts of others hang.
  private func mayBeLeanedOn(_ snippet: Snippet) -> Bool {
    ["CustomResourceDefinition", "PriorityClass", "RuntimeClass"].contains { snippet.text.contains($0) }
  }

  /// Lint looks at snippets together: those of one group, and those that one names in `with`.
  private func lint(_ proven: inout [ProvenSnippet], findings: inout [LocatedFinding]) {
    guard prover.lints else { return }
    for index in proven.indices where proven[index].proof.outcome == .accepted {
      let snippet = proven[index].snippet
      let together = proven.indices.filter { other in
        if other == index { return true }
        let candidate = proven[other].snippet
        if let group = snippet.group, candidate.group == group { return true }
        return candidate.id.map { snippet.with.contains($0) } ?? false
      }
      let cluster = ClusterState(together.flatMap { proven[$0].proof.manifests })
      let found = prover.engine.lint(proven[index].proof.manifests, among: cluster).flatMap { $0 }
        .filter { !prover.disabledRules.contains($0.id) }
      proven[index].proof.findings = (proven[index].proof.findings + found).sortedByPlace()
      findings += found.map { prover.locate($0, in: snippet) }
    }
  }

  private func duplicateIDs(_ snippets: [Snippet]) -> [LocatedFinding] {
    var first: [String: Snippet] = [:]
    var findings: [LocatedFinding] = []
    for snippet in snippets {
      guard let id = snippet.id, let attribute = snippet.attributes["id"] else { continue }
      if let earlier = first[id], earlier.blockIndex != snippet.blockIndex {
        findings.append(
          LocatedFinding(
            Finding(
              id: "snippet/duplicate-id", range: attribute.range,
              message: Message(
                en: "the id '\(id)' names two snippets of this page: choose another",
                ko: "id '\(id)'가 이 페이지에 두 번 있습니다: 다른 이름을 쓰세요"),
              related: [
                Related(
                  range: earlier.attributes["id"]?.range ?? earlier.fenceRange,
                  message: Message(en: "the first one", ko: "처음 것"))
              ]), in: snippet.page))
      } else {
        first[id] = snippet
      }
    }
    let known = Set(first.keys)
    for snippet in snippets {
      for id in snippet.with where !known.contains(id) {
        let range = snippet.attributes["with"]?.range ?? snippet.fenceRange
        findings.append(
          LocatedFinding(
            Finding(
              id: "snippet/unknown-id", range: range,
              message: Message(en: "no snippet of this page has the id '\(id)'", ko: "이 페이지에 id '\(id)'인 스니펫이 없습니다")),
            in: snippet.page))
      }
    }
    return findings
  }

  private func read(_ frontMatter: FrontMatter, into fields: inout FrontMatterFields) -> [Finding] {
    let stream = YAMLStream(parsing: frontMatter.text)
    guard let root = stream.documents.first?.root else {
      return stream.findings.isEmpty ? [.emptyFrontMatter] : stream.findings
    }
    var section = StrictMapping(root, what: "the front matter", id: "course/front-matter")
    fields.title = section.text("title", isRequired: true) ?? ""
    fields.summary = section.text("summary", isRequired: true) ?? ""
    fields.minutes = section.integer("minutes", in: 1...1000)
    fields.objectives = section.texts("objectives").map(\.text)
    fields.labs = section.texts("labs").map {
      CourseConfiguration.Entry(id: $0.text, range: frontMatter.map.source(of: $0.range))
    }
    if let versions = section.value("versions") {
      fields.versions = versions.isScalar ? VersionSet(versions.text) : nil
      if fields.versions == nil { section.add(versions, .badVersions(versions.isScalar ? versions.text : "versions")) }
    }
    section.finish()
    return stream.findings + section.findings
  }
}

extension Finding {
  fileprivate static let emptyFrontMatter = Finding(
    id: "course/front-matter", range: SourceRange(0, 0),
    message: Message(
      en: "the front matter is empty: write 'title' and 'summary'", ko: "front matter가 비어 있습니다: 'title'과 'summary'를 쓰세요"
    ))
}
