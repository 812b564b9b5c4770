import Findings

extension Library {
  /// cel-go's functions on strings, at the version that Kubernetes took first.
  static let strings = Library(
    "strings", .all,
    """
    string.charAt(int) -> string
    string.indexOf(string) -> int
    string.indexOf(string, int) -> int
    list<string>.join() -> string
    list<string>.join(string) -> string
    string.lastIndexOf(string) -> int
    string.lastIndexOf(string, int) -> int
    string.lowerAscii() -> string
    string.replace(string, string) -> string
    string.replace(string, string, int) -> string
    string.split(string) -> list<string>
    string.split(string, int) -> list<string>
    string.substring(int) -> string
    string.substring(int, int) -> string
    string.trim() -> string
    string.upperAscii() -> string
    """)

  /// The version that Kubernetes took in 1.29.
  static let formattedStrings = Library(
    "formatted strings", .since(30),
    """
    string.format(list<dyn>) -> string
    =strings.quote(string) -> string
    """)

  /// Reversed texts came with a version of the library that Kubernetes does not take; the suite of CEL has them.
  static let reversedStrings = Library(
    "reversed strings", .all,
    """
    string.reverse() -> string
    """)

  static let regularExpressions = Library(
    "regex", .all,
    """
    string.find(string) -> string
    string.findAll(string) -> list<string>
    string.findAll(string, int) -> list<string>
    """)

  static let urls = Library(
    "URLs", .all,
    """
    url(string) -> URL
    isURL(string) -> bool
    URL.getScheme() -> string
    URL.getHost() -> string
    URL.getHostname() -> string
    URL.getPort() -> string
    URL.getEscapedPath() -> string
    URL.getQuery() -> map<string, list<string>>
    """)

  /// Named formats, since 1.31.
  static let formats = Library(
    "formats", .since(32),
    """
    =format.named(string) -> optional<Format>
    Format.validate(string) -> optional<list<string>>
    =format.dns1123Label() -> Format
    =format.dns1123Subdomain() -> Format
    =format.dns1035Label() -> Format
    =format.qualifiedName() -> Format
    =format.dns1123LabelPrefix() -> Format
    =format.dns1123SubdomainPrefix() -> Format
    =format.dns1035LabelPrefix() -> Format
    =format.labelValue() -> Format
    =format.uri() -> Format
    =format.uuid() -> Format
    =format.byte() -> Format
    =format.date() -> Format
    =format.datetime() -> Format
    """)
}
