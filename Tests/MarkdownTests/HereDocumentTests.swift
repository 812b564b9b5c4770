import Findings
import Markdown
import Testing

struct HereDocumentTests {
  /// Each here-document as `target delimiter flags: text`.
  private func read(_ markdown: String) -> [String] {
    let page = document(markdown)
    #expect(unfaithfulPlaces(page) == [])
    return page.codeBlocks.flatMap(\.hereDocuments).map { found in
      let target =
        switch found.target {
        case .kubectl(let verb, let readsManifest): "kubectl \(verb)" + (readsManifest ? " -f -" : "")
        case .file(let name): "> " + name
        case .other(let name): name
        }
      let flags = (found.expandsVariables ? "$" : "") + (found.isTerminated ? "" : "?")
      return "\(target) \(page.source.text(of: found.range)) \(flags): \(found.text.debugDescription)"
    }
  }

  @Test(arguments: [
    ("kubectl apply -f - <<EOF\na: 1\nEOF\n", [#"kubectl apply -f - <<EOF $: "a: 1\n""#]),
    ("cat <<'EOF' | kubectl create -f -\na: $X\nEOF\n", [#"kubectl create -f - <<'EOF' : "a: $X\n""#]),
    ("cat << \"END\" >web.yaml\na: 1\nEND\n", [#"> web.yaml << "END" : "a: 1\n""#]),
    ("cat > \"my web.yaml\" <<\\EOF\na: 1\nEOF\n", [#"> my web.yaml <<\EOF : "a: 1\n""#]),
    ("sudo tee /etc/x.yaml >/dev/null <<EOF\na\nEOF\n", [#"> /etc/x.yaml <<EOF $: "a\n""#]),
    ("cat <<EOF | sudo tee -a x.conf\na\nEOF\n", [#"> x.conf <<EOF $: "a\n""#]),
    ("kubectl -n shop apply \\\n  --filename=- <<EOF 2> errors\na\nEOF\n", [#"kubectl apply -f - <<EOF $: "a\n""#]),
    ("X=1 sed s/a/b/ <<EOF | kubectl apply -f -\na\nEOF\n", [#"sed <<EOF $: "a\n""#]),
    ("envsubst <<EOF | kubectl apply -f-\na\nEOF\n", [#"kubectl apply -f - <<EOF $: "a\n""#]),
    ("echo x; kubectl diff -f - <<EOF && echo y\na\nEOF\n", [#"kubectl diff -f - <<EOF $: "a\n""#]),
    ("if true; then\n\tcat <<-EOF\n\t\ta:\n\t  b: 1\n\tEOF\nfi\n", [#"cat <<-EOF $: "a:\n  b: 1\n""#]),
    ("diff <(cat <<A) <(cat <<B)\na\nA\nb\nB\n", [#"cat <<A $: "a\n""#, #"cat <<B $: "b\n""#]),
    (
      " kubectl apply -f - <<EOF\n a: 1\n b:\n   c: 2\n EOF\n",
      [#"kubectl apply -f - <<EOF $?: " a: 1\n b:\n   c: 2\n""#]
    ),
    ("cat <<EOF\na: 1\n", [#"cat <<EOF $?: "a: 1\n""#]),
    (
      "$ cat <<EOF | kubectl apply -f -\n> a: 1\n>\n> b: 2\n> EOF\npod/x created\n",
      [#"kubectl apply -f - <<EOF $: "a: 1\n\nb: 2\n""#]
    ),
    (
      "$ kubectl apply -f - <<EOF\na: 1\nEOF\n$ cat <<X\nb\nX\n",
      [#"kubectl apply -f - <<EOF $: "a: 1\n""#, #"cat <<X $: "b\n""#]
    ),
    ("# cat <<EOF\necho \"<<EOF\" '<<EOF' $((1<<EOF)) <<<EOF # <<EOF\necho $((1 << 3))\n", []),
    ("cat <<EOF\nEOF\n", [#"cat <<EOF $: """#]),
  ])
  func readsScripts(script: String, expected: [String]) {
    #expect(read("```sh\n\(script)```\n") == expected)
    let indented = script.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "> 1.  \($0)\n" }
    let nested = indented.map { ">     " + $0.dropFirst(6) }.joined()
    #expect(read("> 1.  ```bash\n\(nested)>     ```\n") == expected)
  }

  @Test(arguments: [
    ("# cat <<EOF\n> a: 1\n> EOF\n", [#"cat <<EOF $: "a: 1\n""#]),
    ("user@host:~$ cat <<EOF > x\na: 1\nEOF\n", [#"> x <<EOF $: "a: 1\n""#]),
  ])
  func readsSessions(session: String, expected: [String]) {
    #expect(read("```console\n\(session)```\n") == expected)
  }

  @Test func otherLanguagesHaveNone() {
    #expect(read("```yaml\ncat <<EOF\na\nEOF\n```\n\n    cat <<EOF\n    EOF\n") == [])
  }
}
