import Findings
import Grading
import Testing

private func grade(_ text: String, language: String = "en") throws -> Grade {
  let lab = try #require(Lab.read(littleLab).lab)
  let files = text.isEmpty ? [] : [LabFile(name: "web.yaml", text: text)]
  return Grader.grade(lab: lab, files: files, given: [], judge: testJudge, language: language)
}

@Test func readsACompleteLab() throws {
  let (read, findings) = Lab.read(littleLab)
  let lab = try #require(read)
  #expect(findings == [])
  #expect(lab.title.text(in: "ko") == "작은 랩")
  #expect(lab.difficulty == .easy && lab.minutes == 5 && lab.topics == ["probes"])
  #expect(lab.prerequisites.map(\.name) == ["probes/three-probes"])
  #expect(lab.versions?.description == "1.34–1.37")
  #expect(lab.requirements.map(\.id) == ["valid", "startup", "replicas"])
  #expect(lab.requirements.map(\.needs) == [[], ["valid"], ["startup"]])
  #expect(lab.maxPoints == 5)
  #expect(lab.hints.map { $0.text(in: "en") } == ["Look."])
  #expect(lab.answers.map(\.points) == [1, 0])
}

@Test func givesFullMarksToTheSolution() throws {
  let grade = try grade(littleSolution)
  #expect(grade.status == .pass && grade.points == 5)
}

@Test func writesAGradeAsJSON() throws {
  let grade = try grade(web)
  // SHA-256 of 'abc' is the standard's own example.
  #expect(grade.digests.engine == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  let expected = [
    #"{"version":3,"status":"fail","lab":"little","language":"en","points":1,"maxPoints":5,"tests":["#,
    #"{"id":"valid","name":"The API server accepts it.","status":"pass","state":"passed","points":1,"maxPoints":1,"#,
    #""trace":[{"kind":"decision","message":"the API server accepts every object"}]},"#,
    #"{"id":"startup","name":"It survives its start.","status":"fail","state":"failed","#,
    #""message":"A startup probe is missing.","feedback":"startup/no-probe","points":0,"maxPoints":3,"#,
    #""trace":[{"kind":"nearMiss","message":"the livenessProbe of container 'web' kills it at 10 s "#,
    #"(after 3 failures 5 s apart, the first at 0 s or later), before it answers at 60 s","#,
    #""file":"web.yaml","line":14,"column":72,"#,
    #""path":"/spec/template/spec/containers/0/livenessProbe/periodSeconds","#,
    #""field":"spec.template.spec.containers[0].livenessProbe.periodSeconds"}]},"#,
    #"{"id":"replicas","name":"One replica.","status":"fail","state":"blocked","message":"first: startup","#,
    #""points":0,"maxPoints":1,"trace":[]}],"blocked":["replicas"],"digests":{"lab":"sha256:"#,
  ].joined()
  #expect(String(grade.json.text.prefix(expected.count)) == expected)
}

@Test func writesAGradeForATerminal() throws {
  let grade = try grade(web)
  #expect(
    GradeText().text(of: grade) == """
      ✓ The API server accepts it.                                                 1/1
      ✗ It survives its start.                                                     0/3
          A startup probe is missing.
          → web.yaml:14:72: the livenessProbe of container 'web' kills it at 10 s
            (after 3 failures 5 s apart, the first at 0 s or later), before it answers
            at 60 s
      – One replica.                                                               0/1
          first: startup
      ────────────────────────────────────────────────────────────────────────────────
      1 of 5 points

      """)
}

@Test func colorsAGradeAndSpeaksKorean() throws {
  let korean = GradeText(width: 60, usesColor: true).text(of: try grade(web, language: "ko"))
  #expect(korean.contains("\u{1B}[32m✓\u{1B}[0m API 서버가 받아들입니다."))
  #expect(korean.contains("5점 중 1점"))
}

@Test func linesOfATextKeepWithinTheWidth() throws {
  for language in ["en", "ko"] {
    for width in [40, 60, 80] {
      let text = GradeText(width: width).text(of: try grade(web, language: language))
      for line in text.split(separator: "\n") {
        var columns = 0
        for scalar in line.unicodeScalars { columns += TerminalText.width(of: scalar) }
        #expect(columns <= width, "\(line)")
      }
    }
  }
}

@Test func saysWhereAnAnswerCannotBeRead() throws {
  let grade = try grade("a: 1\nb: [\n")
  #expect(grade.status == .error && grade.points == 0 && grade.results.isEmpty)
  #expect(grade.message.hasPrefix("web.yaml:"))
  #expect(grade.json.text.contains(#""findings":[{"id":"yaml/syntax""#))
  let text = GradeText().text(of: grade)
  #expect(text.contains("[yaml/syntax]") && text.contains("Nothing was graded"))
}

@Test(arguments: ["", "# nothing yet\n", "just: text\n"])
func isFriendlyAboutAnEmptyAnswer(text: String) throws {
  let grade = try grade(text)
  #expect(grade.status == .fail && grade.points == 0)
  #expect(grade.results.map(\.state) == [.failed, .blocked, .blocked])
  #expect(grade.results[0].message == "there is no object yet: write one with apiVersion, kind and metadata")
}

@Test func theLearnersObjectReplacesTheGivenOne() throws {
  let files = lab(asking: "{field: {of: Deployment/web, at: spec.replicas, equals: 1}}", given: web)
  let lab = try #require(Lab.read(files).lab)
  let three = web.replacing("spec:\n  selector", "spec:\n  replicas: 3\n  selector")
  for (text, state) in [("apiVersion: v1\nkind: Pod\n", Grade.State.passed), (three, .failed)] {
    let grade = Grader.grade(
      lab: lab, files: [LabFile(name: "a", text: text)], given: files.given, judge: testJudge, language: "en")
    #expect(grade.results.map(\.state) == [state])
  }
}
