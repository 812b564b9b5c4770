/// The words of the demo's lesson in one language.
struct DemoText {
  let language: String
  let title: String
  let summary: String
  let objectives: [String]
  let body: String

  static let english = DemoText(
    language: "en", title: "Three probes and what each decides",
    summary: "Startup, readiness and liveness probes ask the same question for three different reasons.",
    objectives: [
      "Choose the probe that fits the question you ask.",
      "Work out how long a slow start may take before the kubelet gives up.",
      "Read the API server's answer to a misspelt field.",
    ],
    body: """
      A probe is a question that the kubelet puts to a container, again and again. The *answer* changes what happens next,
      and **which probe asked** decides what that is. The fields are those of `spec.containers[].livenessProbe`.

      ## What each one decides

      | Probe | Question | A failure means | Default period |
      | :-- | :-- | :-- | --: |
      | `startupProbe` | Has it started? | the container is restarted, when `failureThreshold` is used up | 10 s |
      | `readinessProbe` | May it get traffic? | the Pod leaves its Services | 10 s |
      | `livenessProbe` | Is it stuck? | the container is restarted | 10 s |

      ### A start that takes its time

      Until the startup probe succeeds the other two wait. With `periodSeconds: 5` and `failureThreshold: 30` there are
      150 seconds. See [the rules on images](rule:lint/image-tag-latest) and the [lab](lab:slow-starter).

      ```yaml
      ```

      > [!NOTE]
      > A startup probe runs once in the life of a container. After it has succeeded it does not ask again.

      Only the part that matters:

      ```yaml
      ```

      > [!WARNING]
      > A liveness probe that calls a database restarts every Pod when the database is slow.

      ## Two mistakes

      The field is called `livenessProbe`. The API server says so:

      ```yaml
      ```

      1. Look at the case of the letters.
      2. Look at the numbers:
         - ports end at 65535
         - a name needs a port of that name

      And one that is accepted, and regretted:

      ```yaml
      ```

      ## Trying it

      Press <kbd>Ctrl</kbd>+<kbd>C</kbd> to stop. ~~Never~~ Rarely needed.

      ```console
      ```

      - [x] the Deployment exists
      - [ ] the Pods are ready

      > A probe is no monitoring.

      ```yaml
      ```

      More in the [Kubernetes documentation](https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/).
      """)

  static let korean = DemoText(
    language: "ko", title: "세 가지 프로브와 각각이 결정하는 것",
    summary: "시작, 준비성, 활성 프로브는 같은 질문을 서로 다른 세 가지 이유로 던집니다.",
    objectives: [
      "묻고 싶은 것에 맞는 프로브를 고릅니다.",
      "kubelet이 포기하기 전까지 느린 시작에 얼마나 걸려도 되는지 계산합니다.",
      "철자가 틀린 필드에 대한 API 서버의 대답을 읽습니다.",
    ],
    body: """
      프로브는 kubelet이 컨테이너에 거듭해서 던지는 질문입니다. *대답*에 따라 다음에 일어날 일이 달라지며, **어느 프로브가
      물었는지**가 그 일을 결정합니다. 필드는 `spec.containers[].livenessProbe`에 있습니다.

      ## 각각이 결정하는 것

      | 프로브 | 질문 | 실패의 뜻 | 기본 주기 |
      | :-- | :-- | :-- | --: |
      | `startupProbe` | 시작했는가? | `failureThreshold`를 다 쓰면 컨테이너를 재시작 | 10초 |
      | `readinessProbe` | 트래픽을 받아도 되는가? | 파드가 서비스에서 빠짐 | 10초 |
      | `livenessProbe` | 멈춰 있는가? | 컨테이너를 재시작 | 10초 |

      ### 오래 걸리는 시작

      시작 프로브가 성공할 때까지 나머지 둘은 기다립니다. `periodSeconds: 5`와 `failureThreshold: 30`이면 150초입니다.
      [이미지 규칙](rule:lint/image-tag-latest)과 [실습](lab:slow-starter)도 보세요.

      ```yaml
      ```

      > [!NOTE]
      > 시작 프로브는 컨테이너의 일생에 한 번만 실행됩니다. 성공한 뒤에는 다시 묻지 않습니다.

      중요한 부분만 보면 이렇습니다.

      ```yaml
      ```

      > [!TIP]
      > 데이터베이스를 부르는 활성 프로브는 데이터베이스가 느려지면 모든 파드를 재시작합니다.

      ## 두 가지 실수

      필드 이름은 `livenessProbe`입니다. API 서버가 그렇게 말합니다.

      ```yaml
      ```

      받아들여지지만 나중에 후회하는 것도 있습니다.

      ```yaml
      ```

      ## 해 보기

      ```console
      ```

      - [x] 디플로이먼트가 있습니다
      - [ ] 파드가 준비되었습니다

      ```yaml
      ```
      """)
}
