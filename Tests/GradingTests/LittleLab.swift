import Grading

/// A complete lab: what it asks, its starter, solution and answers.
let littleLab = LabFiles(
  id: "little", labYAML: LabFile(name: "labs/little/lab.yaml", text: littleLabYAML),
  tasks: ["en": LabFile(name: "labs/little/task.en.md", text: "Make it live.\n")],
  starter: [LabFile(name: "starter/web.yaml", text: web.replacing("name: http, ", ""))],
  solution: [LabFile(name: "solution/web.yaml", text: littleSolution)],
  answers: [
    LabFile(name: "answers/no-startup.yaml", text: web),
    LabFile(name: "answers/refused.yaml", text: littleSolution + "\nbogus: 1"),
  ])

let littleSolution = web.replacing(
  "        livenessProbe",
  "        startupProbe: {httpGet: {path: /, port: http}, failureThreshold: 9}\n        livenessProbe")

let littleLabYAML = """
  format: 1
  title: {en: Little, ko: 작은 랩}
  summary: {en: A little lab., ko: 작은 랩입니다.}
  topics: [probes]
  difficulty: easy
  minutes: 5
  prerequisites: [probes/three-probes]
  versions: 1.34-1.37
  requirements:
    - id: valid
      title: {en: The API server accepts it., ko: API 서버가 받아들입니다.}
      points: 1
      check: {valid: true}
      feedback:
        - {id: refused, say: {en: It is refused., ko: 거부됩니다.}}
    - id: startup
      title: {en: It survives its start., ko: 시작을 견딥니다.}
      points: 3
      needs: [valid]
      check:
        startup: {workload: Deployment/web, startsAfter: 60}
      feedback:
        - id: no-probe
          when: {field: {of: Deployment/web, at: "spec.template.spec.containers[*].startupProbe", exists: false}}
          say: {en: A startup probe is missing., ko: 시작 프로브가 없습니다.}
        - id: too-short
          say: {en: It gives up too early., ko: 너무 일찍 포기합니다.}
    - id: replicas
      title: {en: One replica., ko: 레플리카 하나.}
      points: 1
      needs: [startup]
      check: {field: {of: Deployment/web, at: spec.replicas, equals: 1}}
  hints:
    - {en: Look., ko: 보세요.}
  answers:
    - {file: no-startup.yaml, title: {en: None, ko: 없음}, points: 1, failed: [startup], blocked: [replicas], says: [startup/no-probe]}
    - {file: refused.yaml, title: {en: Refused, ko: 거부}, points: 0, failed: [valid], blocked: [startup, replicas], says: [valid/refused]}
  """
