/// What `drydock new course` writes: the smallest course that shows a proof and a lab.
enum CourseTemplate {
  static let files: [(path: String, text: String)] =
    [
      ("drydock.yaml", configuration),
      ("content/en/index.md", welcome),
      ("content/en/first/services.md", lesson),
      ("content/examples/web.yaml", service),
    ] + LabTemplate.files(name: "reach-the-web", languages: ["en"])

  private static let configuration = """
    format: 1
    title: My course
    description: Manifests that are proven before they are shown.
    languages: [en]
    versions: 1.34-1.37
    chapters:
    - id: first
      title: First steps
      lessons: [services]
    labs: [reach-the-web]

    """

  private static let welcome = """
    ---
    title: Welcome
    summary: What this course is about.
    ---

    Every manifest on these pages was judged as the API server judges it.

    """

  private static let lesson = """
    ---
    title: Services
    summary: A Service leads to the Pods that its selector selects.
    minutes: 5
    labs: [reach-the-web]
    ---

    A Service has a name that stays while Pods come and go.

    ```yaml include="examples/web.yaml"
    ```

    ## What goes wrong

    A misspelt field is refused, and the page shows how:

    ```yaml title="broken.yaml" invalid="schema/unknown-field@/spec/selektor"
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      selektor:
        app: web
      ports:
      - port: 80
    ```

    """

  private static let service = """
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      selector:
        app: web
      ports:
      - name: http
        port: 80
        targetPort: 8080

    """
}
