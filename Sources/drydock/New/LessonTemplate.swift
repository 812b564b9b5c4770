/// What `drydock new lesson` writes.
enum LessonTemplate {
  static func text(title: String, language: String) -> String {
    """
    ---
    title: "\(title.split(separator: "\"").joined(separator: "'"))"
    summary: \(language == "ko" ? "이 레슨에서 배우는 것을 한 문장으로." : "What this lesson teaches, in one sentence.")
    minutes: 10
    ---

    ```yaml title="config.yaml"
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: example
    data:
      greeting: hello
    ```

    """
  }
}
