import Findings

/// The attributes that fences of a course may have.
enum FenceAttributeNames {
  enum Form { case value, word, either }

  /// In the order of the documentation.
  static let known: [(name: String, form: Form)] = [
    ("title", .value), ("id", .value), ("include", .value), ("fragment", .value), ("invalid", .value),
    ("versions", .value), ("since", .value), ("until", .value), ("with", .value), ("group", .value),
    ("placeholder", .value), ("ignore", .value), ("figure", .value), ("hl_lines", .value), ("highlight", .value),
    ("hide", .either), ("nocopy", .word), ("linenums", .word), ("diff", .value),
  ]

  /// What is wrong with the names and forms of a fence's attributes.
  static func findings(in attributes: FenceAttributes) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<String> = []
    for attribute in attributes.all {
      let name = attribute.name
      guard let form = known.first(where: { $0.name == name })?.form else {
        findings.append(unknown(attribute))
        continue
      }
      if !seen.insert(name).inserted {
        findings.append(
          Finding(id: "snippet/duplicate-attribute", range: attribute.nameRange, message: .duplicate(name)))
      }
      if form == .value, attribute.value == nil {
        findings.append(Finding(id: "snippet/attribute-value", range: attribute.nameRange, message: .needsValue(name)))
      } else if form == .word, attribute.value != nil {
        findings.append(Finding(id: "snippet/attribute-value", range: attribute.range, message: .takesNoValue(name)))
      } else if name == "hl_lines", attribute.value != nil, LineNumbers(attribute.value ?? "") == nil {
        findings.append(Finding(id: "snippet/attribute-value", range: attribute.range, message: .badLines))
      }
    }
    return findings
  }

  private static func unknown(_ attribute: FenceAttribute) -> Finding {
    let name = attribute.name
    let nearest = nearest(to: name)
    var finding = Finding(
      id: "snippet/unknown-attribute", range: attribute.nameRange, message: .unknown(name, nearest: nearest))
    if let nearest {
      finding.fix = Fix(
        title: Message(en: "write '\(nearest)'", ko: "'\(nearest)'(으)로 쓰기"),
        edits: [Fix.Edit(range: attribute.nameRange, replacement: nearest)])
    }
    return finding
  }

  /// The known name that needs the fewest changes, at most two and half of its letters; names of other tools by meaning.
  private static func nearest(to name: String) -> String? {
    let aliases = [
      "linenos": "linenums", "showlinenumbers": "linenums", "filename": "title", "file": "include",
      "name": "title", "src": "include", ".no-copy": "nocopy", "no-copy": "nocopy", "skip": "ignore",
    ]
    if let alias = aliases[name.lowercased()] { return alias }
    return Nearest.word(to: name, among: known.map(\.name))
  }
}

extension Message {
  fileprivate static func unknown(_ name: String, nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        en: "code blocks have no attribute '\(name)': remove it", ko: "코드 블록에 '\(name)' 속성은 없습니다: 지우세요")
    }
    return Message(
      en: "code blocks have no attribute '\(name)': did you mean '\(nearest)'?",
      ko: "코드 블록에 '\(name)' 속성은 없습니다: '\(nearest)'인가요?")
  }
  fileprivate static func duplicate(_ name: String) -> Message {
    Message(en: "'\(name)' is given twice: keep one", ko: "'\(name)'이(가) 두 번 있습니다: 하나만 남기세요")
  }
  fileprivate static func needsValue(_ name: String) -> Message {
    Message(en: "'\(name)' has no value: write \(name)=\"…\"", ko: "'\(name)'에 값이 없습니다: \(name)=\"…\"로 쓰세요")
  }
  fileprivate static func takesNoValue(_ name: String) -> Message {
    Message(en: "'\(name)' takes no value: write the word alone", ko: "'\(name)'은(는) 값을 받지 않습니다: 이름만 쓰세요")
  }
  fileprivate static let badLines = Message(
    en: "lines are written as numbers and ranges: 2-3,7", ko: "줄은 숫자와 범위로 씁니다: 2-3,7")
}
