import Findings

extension Library {
  /// In Kubernetes' environment since 1.28.
  static let quantities = Library(
    "quantities", .since(29),
    """
    quantity(string) -> Quantity
    isQuantity(string) -> bool
    Quantity.sign() -> int
    Quantity.isGreaterThan(Quantity) -> bool
    Quantity.isLessThan(Quantity) -> bool
    Quantity.compareTo(Quantity) -> int
    Quantity.asApproximateFloat() -> double
    Quantity.asInteger() -> int
    Quantity.isInteger() -> bool
    Quantity.add(Quantity) -> Quantity
    Quantity.add(int) -> Quantity
    Quantity.sub(Quantity) -> Quantity
    Quantity.sub(int) -> Quantity
    """)

  /// Addresses, in Kubernetes' environment since 1.30.
  static let addresses = Library(
    "addresses", .since(31),
    """
    ip(string) -> IP
    isIP(string) -> bool
    =ip.isCanonical(string) -> bool
    string(IP) -> string
    IP.family() -> int
    IP.isUnspecified() -> bool
    IP.isLoopback() -> bool
    IP.isLinkLocalMulticast() -> bool
    IP.isLinkLocalUnicast() -> bool
    IP.isGlobalUnicast() -> bool
    cidr(string) -> CIDR
    isCIDR(string) -> bool
    string(CIDR) -> string
    CIDR.containsIP(string) -> bool
    CIDR.containsIP(IP) -> bool
    CIDR.containsCIDR(string) -> bool
    CIDR.containsCIDR(CIDR) -> bool
    CIDR.ip() -> IP
    CIDR.masked() -> CIDR
    CIDR.prefixLength() -> int
    """)

  private static let semverText: StaticString =
    """
    semver(string) -> Semver
    isSemver(string) -> bool
    Semver.major() -> int
    Semver.minor() -> int
    Semver.patch() -> int
    Semver.isGreaterThan(Semver) -> bool
    Semver.isLessThan(Semver) -> bool
    Semver.compareTo(Semver) -> int
    """

  /// Versions, in Kubernetes' environment since 1.33.
  static let semver = Library("semver", .since(34), semverText)

  /// The same for devices, which had it first.
  static let deviceSemver = Library("semver of devices", .all, semverText)

  static let normalizedSemver = Library(
    "normalized semver", .since(34),
    """
    semver(string, bool) -> Semver
    isSemver(string, bool) -> bool
    """)

  /// What the user may do, in Kubernetes' environment since 1.27.
  static let authorization = Library(
    "authorization", .since(27),
    """
    Authorizer.path(string) -> PathCheck
    PathCheck.check(string) -> Decision
    Authorizer.group(string) -> GroupCheck
    Authorizer.serviceAccount(string, string) -> Authorizer
    GroupCheck.resource(string) -> ResourceCheck
    ResourceCheck.subresource(string) -> ResourceCheck
    ResourceCheck.namespace(string) -> ResourceCheck
    ResourceCheck.name(string) -> ResourceCheck
    ResourceCheck.check(string) -> Decision
    Decision.errored() -> bool
    Decision.error() -> string
    Decision.allowed() -> bool
    Decision.reason() -> string
    """)

  /// The feature behind it is on since 1.32.
  static let authorizationSelectors = Library(
    "authorization selectors", .since(32),
    """
    ResourceCheck.fieldSelector(string) -> ResourceCheck
    ResourceCheck.labelSelector(string) -> ResourceCheck
    """)

  /// For patches of admission policies.
  static let jsonPatch = Library(
    "JSON patch", .all,
    """
    =jsonpatch.escapeKey(string) -> string
    """)
}
