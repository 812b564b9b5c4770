import Findings
import Schema
import YAML

extension KindValidation {
  /// What Kustomize refuses and warns of before it reads other files.
  static let kustomization = KindValidation.file(
    "kustomize.config.k8s.io/v1beta1", "Kustomization", readBy: "kustomize",
    examples: [
      Example(
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: web
        namePrefix: team-
        resources: [deployment.yaml]
        labels:
        - pairs: {app: web}
          includeSelectors: true
        images:
        - {name: nginx, newTag: "1.27"}
        patches:
        - path: replicas.yaml
        - target: {kind: Deployment, name: web}
          patch: |-
            - op: replace
              path: /spec/replicas
              value: 3
        configMapGenerator:
        - {name: web, literals: [LOG=debug]}
        """),
      Example(
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        bases: [../base] # ←
        commonLabels: # ←
          app: web
        patches:
        - path: replicas.yaml # ←
          patch: "{}"
        - target: {kind: Deployment} # ←
        configMapGenerator:
        - literals: # ←
          - LOG # ←
        images:
        - newTag: "1.27" # ←
        labels:
        - pairs: {a b: c} # ←
        """),
    ]
  ) { report, file in report.kustomization(file) }
}

extension Report {
  mutating func kustomization(_ file: Field) {
    let deprecated: [(StaticString, StaticString)] = [
      ("bases", "resources"), ("commonLabels", "labels"), ("imageTags", "images"), ("patchesJson6902", "patches"),
      ("patchesStrategicMerge", "patches"), ("vars", "replacements"), ("helmChartInflationGenerator", "helmCharts"),
    ]
    for (old, new) in deprecated where file[old].isGiven { warn(.deprecated, at: file[old], .replaced(old, by: new)) }
    if !file.entries.contains(where: { !Words.identity.contains($0.key) }) { refuse(file, .empty) }
    expect(file["namespace"], .label)
    for patch in file["patches"].items { kustomizePatch(patch) }
    for patch in file["patchesJson6902"].items { kustomizePatch(patch) }
    for image in file["images"].items { require(image["name"], .noImage) }
    for replica in file["replicas"].items {
      require(replica["name"])
      expect(replica["count"], in: 0...)
    }
    for list in ["configMapGenerator", "secretGenerator"] as [StaticString] {
      for generator in file[list].items { self.generator(generator) }
    }
    for label in file["labels"].items { labels(label["pairs"]) }
    labels(file["commonLabels"])
    expect(file["sortOptions"]["order"], oneOf: ["legacy", "fifo"])
    for replacement in file["replacements"].items { self.replacement(replacement) }
    for metadata in file["buildMetadata"].items {
      expect(metadata, oneOf: ["managedByLabel", "originAnnotations", "transformerAnnotations"])
    }
  }

  private mutating func kustomizePatch(_ patch: Field) {
    let (path, inline) = (patch["path"], patch["patch"])
    if !path.isEmpty, !inline.isEmpty { refuse(path, .pathAndPatch) }
    if path.isEmpty, inline.isEmpty { add(.required, at: patch, .required, .noPatch) }
  }

  private mutating func generator(_ generator: Field) {
    if generator["name"].isEmpty { add(.required, at: generator["name"], .required, .noGeneratorName) }
    expect(generator["behavior"], oneOf: ["create", "merge", "replace"])
    for literal in generator["literals"].items {
      guard let text = literal.text, !text.utf8.dropFirst().contains(UInt8(ascii: "=")) else { continue }
      refuse(literal, .literal(literal))
    }
    for file in generator["files"].items {
      guard let text = file.text else { continue }
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      if parts.count > 2 || parts.contains(where: { $0.isEmpty }) { refuse(file, .file(file)) }
    }
  }

  private mutating func replacement(_ replacement: Field) {
    let (path, source, targets) = (replacement["path"], replacement["source"], replacement["targets"])
    if !path.isEmpty, source.isGiven || targets.isGiven { refuse(path, .pathAndSource) }
    guard path.isEmpty else { return }
    if !source.isGiven, !replacement["sourceValue"].isGiven { require(source) }
    require(targets)
    for target in targets.items { require(target["select"]) }
  }
}

extension Words {
  fileprivate static let identity: Words = ["apiVersion", "kind"]
}

extension Message {
  fileprivate static func replaced(_ old: StaticString, by new: StaticString) -> Message {
    Message(
      en: "'\(old)' is deprecated: write '\(new)' instead, as 'kustomize edit fix' does",
      ko: "'\(old)'은(는) 더 이상 권하지 않습니다: 'kustomize edit fix'처럼 '\(new)'로 쓰십시오")
  }

  fileprivate static var empty: Message {
    Message(en: "the kustomization is empty: add 'resources'", ko: "비어 있습니다: 'resources'를 추가하십시오")
  }

  fileprivate static var pathAndPatch: Message {
    Message(
      en: "the patch is in a file and here: keep 'path' or 'patch'", ko: "패치가 파일과 여기에 모두 있습니다: 'path'나 'patch' 하나만 두십시오"
    )
  }

  fileprivate static var noPatch: Message {
    Message(en: "the item has no patch: add 'path' or 'patch'", ko: "패치가 없습니다: 'path'나 'patch'를 추가하십시오")
  }

  fileprivate static var noImage: Message {
    Message(en: "it is not said which image changes: add 'name'", ko: "바꿀 이미지가 없습니다: 'name'을 추가하십시오")
  }

  fileprivate static var noGeneratorName: Message {
    Message(en: "the generated object has no name: add 'name'", ko: "만들 객체의 이름이 없습니다: 'name'을 추가하십시오")
  }

  fileprivate static func literal(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no key with a value: write 'KEY=value'",
      ko: "'\(field.written)'에 키와 값이 없습니다: 'KEY=value'로 쓰십시오")
  }

  fileprivate static func file(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' names no file: write 'path' or 'key=path'",
      ko: "'\(field.written)'은(는) 파일을 가리키지 않습니다: 'path'나 'key=path'로 쓰십시오")
  }

  fileprivate static var pathAndSource: Message {
    Message(
      en: "the replacement is in a file and here: keep 'path', or 'source' and 'targets'",
      ko: "대체가 파일과 여기에 모두 있습니다: 'path'만, 또는 'source'와 'targets'만 두십시오")
  }
}
