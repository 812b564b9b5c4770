import Findings
import Markdown

@testable import Site

/// A small course in two languages that shows everything a page can show.
enum DemoCourse {
  static let versions = VersionSet("1.34-1.37") ?? .all

  static var content: SiteContent {
    SiteContent(
      title: LocalizedText(["en": "Kubernetes by proof", "ko": "증명으로 배우는 쿠버네티스"]),
      description: LocalizedText([
        "en":
          "Probes, rollouts, storage and access, taught with manifests that were checked while these pages were built.",
        "ko": "프로브, 롤아웃, 스토리지, 접근 제어를 빌드할 때 검사한 매니페스트로 배웁니다.",
      ]),
      languages: ["en", "ko"], versions: versions,
      chapters: [
        ChapterView(
          id: "probes", title: LocalizedText(["en": "Health probes", "ko": "상태 프로브"]),
          lessons: [LessonView(id: "three-probes", texts: ["en": threeProbes(.english), "ko": threeProbes(.korean)])]),
        ChapterView(
          id: "rollouts", title: LocalizedText(["en": "Rolling updates", "ko": "롤링 업데이트"]),
          lessons: [LessonView(id: "rolling-update", texts: ["en": rollingUpdate])]),
      ],
      labs: [slowStarter], rules: [imageTag, unknownField])
  }

  /// The range of the first occurrence of some words in a text.
  static func range(of words: String, in text: String) -> SourceRange {
    guard let found = text.firstRange(of: words) else { return SourceRange(0, 0) }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return SourceRange(start, start + words.utf8.count)
  }

  private static func page(_ path: String, _ text: String, _ snippets: [Int: SnippetView]) -> MarkdownPage {
    let document = MarkdownDocument(parsing: SourceText(name: path, text: text))
    var all = snippets
    for block in document.codeBlocks where all[block.index] == nil {
      all[block.index] = SnippetView(language: block.language, text: block.text)
    }
    return MarkdownPage(path: path, document: document, snippets: all)
  }

  // MARK: Lessons

  private static func threeProbes(_ text: DemoText) -> LessonText {
    let path = "content/\(text.language)/probes/three-probes.md"
    return LessonText(
      title: text.title, summary: text.summary, minutes: 20, objectives: text.objectives, labs: ["slow-starter"],
      page: page(
        path, text.body, [0: slowWeb, 1: startupFragment, 2: misspeltProbe, 3: untaggedImage, 4: transcript, 5: output])
    )
  }

  private static var rollingUpdate: LessonText {
    LessonText(
      title: "A rolling update, step by step",
      summary: "What `maxSurge` and `maxUnavailable` promise while Pods are replaced.", minutes: 25,
      page: page(
        "content/en/rollouts/rolling-update.md",
        "## Before the update\n\nA Deployment replaces Pods [when they are ready](../probes/three-probes.md#what-each-one-decides).\n",
        [:]))
  }

  // MARK: Snippets

  private static let slowWeb = SnippetView(
    id: "web", title: "web.yaml", language: "yaml",
    text: """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {app: web}
      spec:
        replicas: 3
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: registry.example.org/web:1.8.2  # a tag that stays
                ports:
                  - {name: http, containerPort: 8080}
                startupProbe:
                  httpGet: {path: /healthz, port: http}
                  periodSeconds: 5
                  failureThreshold: 30
                readinessProbe:
                  httpGet: {path: /ready, port: http}

      """,
    proof: .accepted(versions), emphasizedLines: [19...22], showsLineNumbers: true)

  private static let startupFragment = SnippetView(
    language: "yaml",
    text: """
      startupProbe:
        httpGet:
          path: /healthz
          port: 8080
        periodSeconds: 5
        failureThreshold: 30

      """,
    proof: .fragment(of: "Pod:spec.containers[]", versions))

  private static var misspeltProbe: SnippetView {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: registry.example.org/web:1.8.2
            livenessprobe:
              httpGet: {path: /healthz, port: 8080}
            readinessProbe:
              httpGet: {path: /ready, port: 80800}

      """
    return SnippetView(
      title: "misspelt.yaml", language: "yaml", text: text, proof: .refused(versions),
      findings: [
        Finding(
          id: "schema/unknown-field", range: range(of: "livenessprobe", in: text),
          message: Message(
            en: "a container has no field 'livenessprobe': write 'livenessProbe'",
            ko: "컨테이너에는 'livenessprobe' 필드가 없습니다: 'livenessProbe'라고 쓰세요"),
          server: ServerError(
            .unknownField, FieldPath([.field("spec"), .field("containers"), .index(0), .field("livenessprobe")]))),
        Finding(
          id: "validation/port-range", range: range(of: "80800", in: text),
          message: Message(
            en: "port 80800 does not exist: use 1 to 65535", ko: "포트 80800은 없습니다: 1에서 65535 사이를 쓰세요"),
          server: ServerError(
            .invalid,
            FieldPath([
              .field("spec"), .field("containers"), .index(0), .field("readinessProbe"), .field("httpGet"),
              .field("port"),
            ]),
            value: "80800", detail: "must be between 1 and 65535, inclusive")),
      ])
  }

  private static var untaggedImage: SnippetView {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: once
      spec:
        restartPolicy: Never
        containers:
          - name: once
            image: busybox
            command: ["sh", "-c", "echo done"]

      """
    return SnippetView(
      language: "yaml", text: text, proof: .accepted(VersionSet("1.34-1.36") ?? .all), findings: [untagged(in: text)])
  }

  private static func untagged(in text: String) -> Finding {
    Finding(
      id: "lint/image-tag-latest", severity: .warning, range: range(of: "busybox", in: text),
      message: Message(
        en: "image 'busybox' has no tag: name a version", ko: "이미지 'busybox'에 태그가 없습니다: 버전을 적으세요"),
      advice: Message(en: "'busybox:1.37' stays what it is", ko: "'busybox:1.37'처럼 쓰면 바뀌지 않습니다"))
  }

  private static let transcript = SnippetView(
    language: "console",
    text: """
      $ kubectl apply -f web.yaml --namespace "$NS"
      deployment.apps/web created
      $ kubectl get pods -l app=web \\
          -o wide
      NAME                   READY   STATUS    RESTARTS
      web-6d5f7c9b8d-2xk9p   0/1     Running   0

      """)

  private static let output = SnippetView(
    language: "yaml", text: "status: {replicas: <n>}\n", proof: .ignored(reason: "the number depends on the cluster"))

  // MARK: Lab and rules

  private static var slowStarter: LabView {
    let starter = SnippetView(
      title: "web.yaml", language: "yaml", text: untaggedImage.text, proof: .accepted(versions),
      findings: untaggedImage.findings)
    return LabView(
      id: "slow-starter",
      title: LocalizedText(["en": "The slow starter", "ko": "느리게 시작하는 앱"]),
      summary: LocalizedText([
        "en": "An application needs a minute and a half to start, and is killed before it answers.",
        "ko": "시작하는 데 1분 30초가 걸리는 애플리케이션이 응답하기도 전에 종료됩니다.",
      ]),
      topics: ["probes"], difficulty: .easy, minutes: 15, prerequisites: ["probes/three-probes"], versions: versions,
      task: [
        "en": page(
          "labs/slow-starter/task.en.md",
          "The team sees restarts in a loop. Keep the liveness probe, and give the start its time.\n\n## What you know\n\n- [x] the application answers after 90 seconds\n- [ ] nobody may raise `periodSeconds` of the liveness probe\n",
          [:]),
        "ko": page(
          "labs/slow-starter/task.ko.md",
          "재시작이 되풀이됩니다. 라이브니스 프로브는 그대로 두고 시작할 시간을 주세요.\n\n## 알려진 것\n\n- [x] 애플리케이션은 90초 뒤에 응답합니다\n- [ ] 라이브니스 프로브의 `periodSeconds`는 늘릴 수 없습니다\n",
          [:]),
      ],
      requirements: [
        LabView.Requirement(
          id: "valid",
          title: LocalizedText(["en": "The API server takes the manifest", "ko": "API 서버가 매니페스트를 받아들입니다"]), points: 2),
        LabView.Requirement(
          id: "startup",
          title: LocalizedText([
            "en": "An application that answers after 90 seconds is never restarted before it is up",
            "ko": "90초 뒤에 응답하는 애플리케이션이 시작 전에 재시작되지 않습니다",
          ]), points: 5, needs: ["valid"]),
        LabView.Requirement(
          id: "ready", title: LocalizedText(["en": "Traffic waits until it is ready", "ko": "준비될 때까지 트래픽을 받지 않습니다"]),
          points: 3,
          needs: ["valid"]),
      ],
      starter: [starter],
      given: [
        SnippetView(
          title: "namespace.yaml", language: "yaml",
          text: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n", proof: .accepted(versions))
      ],
      hints: [
        LocalizedText(["en": "Which probe holds the others back?", "ko": "다른 프로브를 기다리게 하는 프로브는 무엇인가요?"]),
        LocalizedText([
          "en": "`periodSeconds` times `failureThreshold` is the time that a startup probe gives.",
          "ko": "`periodSeconds`와 `failureThreshold`의 곱이 시작 프로브가 주는 시간입니다.",
        ]),
      ])
  }

  private static var imageTag: RuleView {
    RuleView(
      id: "lint/image-tag-latest", severity: .warning,
      what: LocalizedText([
        "en": "A container's image has no tag, or the tag `latest`.", "ko": "컨테이너 이미지에 태그가 없거나 태그가 `latest`입니다.",
      ]),
      why: LocalizedText([
        "en":
          "`latest`, and no tag at all, mean whatever was pushed last: two Pods of one Deployment may run different programs, and a rollback brings nothing back.",
        "ko": "`latest`나 태그 없음은 마지막에 올린 이미지를 뜻합니다. 한 디플로이먼트의 두 파드가 서로 다른 프로그램을 실행할 수 있고, 롤백해도 돌아가지 않습니다.",
      ]),
      examples: [
        RuleView.Example(isGood: false, snippet: untaggedImage),
        RuleView.Example(isGood: true, snippet: slowWeb),
      ], canBeDisabled: true)
  }

  private static var unknownField: RuleView {
    RuleView(
      id: "schema/unknown-field", severity: .error,
      what: LocalizedText(["en": "A field that its kind does not have.", "ko": "그 종류에 없는 필드입니다."]),
      why: LocalizedText([
        "en": "The API server refuses it under strict validation, and drops it silently otherwise.",
        "ko": "엄격한 검증에서는 API 서버가 거부하고, 그렇지 않으면 조용히 버립니다.",
      ]),
      examples: [RuleView.Example(isGood: false, snippet: misspeltProbe)], canBeDisabled: false)
  }
}
