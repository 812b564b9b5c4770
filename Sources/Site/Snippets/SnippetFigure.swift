import Findings

/// A snippet as a figure: its bar, its lines, and under them what was proven.
struct SnippetFigure {
  let snippet: SnippetView
  let language: String
  let words: InterfaceWords
  /// The figure's `id` in the page.
  let anchor: String
  /// Where the file can be downloaded, relative to the page; `nil` where it cannot.
  let download: String?
  /// The page of a rule, relative to the page; `nil` where there is none.
  let rulePage: (String) -> String?

  var html: HTML {
    let code = Array(snippet.text.utf8)
    let isTranscript = CodeToken.isTranscript(code, language: snippet.language)
    var html = HTML()
    html.open("figure", class: "snippet", [("id", anchor)])
    bar(isTranscript: isTranscript, into: &html)
    let name = snippet.title ?? words["code"]
    html.open("pre", [("tabindex", "0"), ("role", "group"), ("aria-label", name)])
    let known = snippet.language.isEmpty ? "" : "language-\(snippet.language)"
    let classes = [known, snippet.showsLineNumbers ? "numbered" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    html.open("code", class: classes.isEmpty ? nil : classes)
    let lines = CodeLines(
      text: snippet.text, language: snippet.language, findings: snippet.findings,
      emphasized: snippet.emphasizedLines)
    html.markup(lines.html(note: note).text)
    html.markup("</code></pre>")
    html.markup(proof.text)
    html.markup("</figure>\n")
    return html
  }

  private func bar(isTranscript: Bool, into html: inout HTML) {
    html.markup("<figcaption class=\"snippet-bar\">")
    if let title = snippet.title {
      html.element("span", class: "snippet-title", title)
    } else if !snippet.language.isEmpty {
      html.element("span", class: "snippet-language", SnippetFigure.name(of: snippet.language))
    } else {
      html.element("span", class: "visually-hidden", words["code"])
    }
    html.markup("<span class=\"snippet-tools\">")
    if let download, let title = snippet.title {
      html.open(
        "a", [("href", download), ("download", title), ("aria-label", "\(words["download"]): \(title)")])
      html.text(words["download"])
      html.markup("</a>")
    }
    if snippet.offersCopy {
      html.open(
        "button",
        [
          ("type", "button"), ("hidden", nil), ("data-copy", isTranscript ? "commands" : "code"),
          ("data-done", words["copied"]), ("data-failed", words["copy-failed"]),
        ])
      html.text(words["copy"])
      html.markup("</button>")
    }
    html.markup("</span></figcaption>\n")
  }

  /// A finding's sentence, the server's own words and the advice, under the finding's line.
  private func note(_ finding: Finding) -> HTML {
    var html = HTML()
    html.open("span", class: "finding \(finding.severity.rawValue)", [("role", "note")])
    html.markup("<span class=\"finding-message\">")
    html.element("b", words["finding-\(finding.severity.rawValue)"])
    html.markup(" ")
    html.markup(Sentence.html(finding.message.text(in: language)).text)
    html.markup(" ")
    identifier(finding.id, into: &html)
    html.markup("</span>")
    if let versions = finding.versions {
      html.element("span", class: "finding-versions", words["versions", ["versions": versions.description]])
    }
    if let server = finding.server {
      html.markup("<span class=\"finding-server\">")
      html.text(server.program.map { $0 + ":" } ?? words["server-says"])
      html.markup(" ")
      html.element("samp", server.description)
      html.markup("</span>")
    }
    if let advice = finding.advice ?? finding.fix?.title {
      html.markup("<span class=\"finding-advice\">")
      html.markup(Sentence.html(advice.text(in: language)).text)
      html.markup("</span>")
    }
    html.markup("</span>")
    return html
  }

  private func identifier(_ id: String, into html: inout HTML) {
    if let page = rulePage(id) {
      html.open("a", class: "finding-id", [("href", page)])
      html.text(id)
      html.markup("</a>")
    } else {
      html.element("span", class: "finding-id", id)
    }
  }

  private var proof: HTML {
    var html = HTML()
    switch snippet.proof {
    case .none:
      break
    case .accepted(let versions):
      open("accepted", words["proof-accepted"], into: &html)
      fact(words["versions", ["versions": versions.description]], into: &html)
      counts(into: &html)
      html.markup("</span></div>\n")
    case .fragment(let place, let versions):
      open("accepted", words["proof-fragment"], into: &html)
      html.markup("<span class=\"fact\">")
      var code = HTML()
      code.element("code", place)
      html.markup(HTML.escaped(words["proof-part-of"]).replacing("{place}", with: code.text))
      html.markup("</span>")
      fact(words["versions", ["versions": versions.description]], into: &html)
      counts(into: &html)
      html.markup("</span></div>\n")
    case .refused(let versions):
      open("refused", words["proof-refused"], into: &html)
      fact(words["versions", ["versions": versions.description]], into: &html)
      counts(into: &html)
      html.markup("</span></div>\n")
    case .ignored(let reason):
      open("ignored", words["proof-ignored"], into: &html)
      fact(reason, into: &html)
      html.markup("</span></div>\n")
    }
    return html
  }

  private func open(_ kind: String, _ verdict: String, into html: inout HTML) {
    html.open("div", class: "proof \(kind)")
    html.markup("<strong>")
    html.markup(kind == "ignored" ? Drawing.emptyPlimsoll : kind == "refused" ? Drawing.refusal : Drawing.plimsoll)
    html.text(verdict)
    html.markup("</strong> <span class=\"proof-facts\">")
  }

  private func fact(_ text: String, into html: inout HTML) {
    html.element("span", class: "fact", text)
    html.markup(" ")
  }

  private func counts(into html: inout HTML) {
    for severity in Severity.allCases {
      let count = snippet.findings.count { $0.severity == severity }
      if count > 0 { fact(words.count("\(severity.rawValue)-count", count), into: &html) }
    }
    if snippet.findings.isEmpty { fact(words["proof-clean"], into: &html) }
  }

  private static func name(of language: String) -> String {
    switch language {
    case "yaml", "yml": "YAML"
    case "json", "jsonc": "JSON"
    case "sh", "bash", "shell", "zsh": "Shell"
    case "console", "shell-session", "terminal": "Terminal"
    default: language
    }
  }
}
