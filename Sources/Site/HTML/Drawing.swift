/// The small drawings of the pages, as inline SVG; their colours come from the style sheet.
enum Drawing {
  /// Drydock's mark: a hull on the blocks of a dock.
  static let mark = """
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
    <path class="dock" d="M2.5 11v17h27V11" fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>\
    <path class="hull" d="M13 3.5h6v4h6.5L24.3 15H7.7L6.5 7.5H13z"/>\
    <path class="keel" d="M8 16.6h16c-.7 3.9-2.7 6.2-5.4 6.2h-5.2c-2.7 0-4.7-2.3-5.4-6.2z"/>\
    <path class="blocks" d="M11.5 24.3h2.6v2.3h-2.6zM17.9 24.3h2.6v2.3h-2.6z"/></svg>
    """

  /// The load line of a ship that was surveyed: the sign of a proof.
  static let plimsoll = stamp("<path d=\"M1.5 10h17\"/>")

  /// A load line struck through: refused.
  static let refusal = stamp("<path d=\"M5.2 5.2l9.6 9.6\"/>")

  /// No load line: nobody looked.
  static let emptyPlimsoll = stamp("")

  private static func stamp(_ inside: String) -> String {
    """
    <svg class="plimsoll" viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" \
    stroke-width="1.8" stroke-linecap="round"><circle cx="10" cy="10" r="6.6"/>\(inside)</svg>
    """
  }

  /// The sign before an alert's title.
  static func alert(_ kind: String) -> String {
    let shape =
      switch kind {
      case "tip": "<path d=\"M7.5 14.5h5M8.5 17h3M6.8 12a5 5 0 1 1 6.4 0c-.5.4-.7.9-.7 1.5h-5c0-.6-.2-1.1-.7-1.5z\"/>"
      case "important": "<path d=\"M3 4h14v9.5H9.5L6 16.5v-3H3zM10 6.3v3.2M10 11.3v.1\"/>"
      case "warning": "<path d=\"M10 3.2l7.3 13H2.7zM10 8v3.8M10 13.9v.1\"/>"
      case "caution": "<path d=\"M6.7 2.5h6.6l4.2 4.2v6.6l-4.2 4.2H6.7l-4.2-4.2V6.7zM10 6.3v4.4M10 13.2v.1\"/>"
      default: "<circle cx=\"10\" cy=\"10\" r=\"7.3\"/><path d=\"M10 9.3v4.4M10 6.4v.1\"/>"
      }
    return """
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false" fill="none" \
      stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">\(shape)</svg>
      """
  }
}
