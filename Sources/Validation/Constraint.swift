public import Findings

/// What the API server can object to, as a reader learns it: the ids of this module's findings.
///
/// Families for its general kinds of error, and a case of its own where a learner is helped by one. Each has a page.
public enum Constraint: String, Sendable, CaseIterable {
  case accessReview = "access-review"
  case accessRule = "access-rule"
  case addressFormat = "address-format"
  case addressSpelling = "address-spelling"
  case admission = "admission"
  case backend = "backend"
  case bootstrapToken = "bootstrap-token"
  case clusterAddress = "cluster-address"
  case configKey = "config-key"
  case deprecated = "deprecated"
  case deprecatedKind = "deprecated-kind"
  case droppedField = "dropped-field"
  case duplicate = "duplicate"
  case duration = "duration"
  case encryptionKey = "encryption-key"
  case encryptionProvider = "encryption-provider"
  case environmentName = "environment-name"
  case environmentSource = "environment-source"
  case expression = "expression"
  case fieldReference = "field-reference"
  case fileMode = "file-mode"
  case forbidden = "forbidden"
  case hostPort = "host-port"
  case initContainerProbe = "init-container-probe"
  case invalid = "invalid"
  case kubeconfigCredentials = "kubeconfig-credentials"
  case kubeconfigName = "kubeconfig-name"
  case labelFormat = "label-format"
  case limitOrder = "limit-order"
  case mesh = "mesh"
  case metricSource = "metric-source"
  case mountPathTwice = "mount-path-twice"
  case mountWithoutVolume = "mount-without-volume"
  case nameFormat = "name-format"
  case networkPeer = "network-peer"
  case noHandler = "probe-without-handler"
  case notFound = "not-found"
  case notSupported = "not-supported"
  case numberRange = "number-range"
  case pathFormat = "path-format"
  case percentage = "percentage"
  case podSecurityLevel = "pod-security-level"
  case portName = "port-name"
  case portRange = "port-range"
  case privilegeEscalation = "privilege-escalation"
  case quantity = "quantity"
  case quotaScope = "quota-scope"
  case requestAboveLimit = "request-above-limit"
  case required = "required"
  case resourceName = "resource-name"
  case restartPolicy = "restart-policy"
  case schedule = "schedule"
  case secretKey = "secret-key"
  case selectorMismatch = "selector-mismatch"
  case selectorOperator = "selector-operator"
  case servicePortName = "service-port-name"
  case severalHandlers = "probe-several-handlers"
  case severalVolumeSources = "volume-several-sources"
  case structuralSchema = "structural-schema"
  case stuckUpdate = "stuck-update"
  case thresholdOrder = "threshold-order"
  case tokenPlace = "token-place"
  case tooLong = "too-long"
  case tooMany = "too-many"
  case webhookClient = "webhook-client"
  case wildcardAlone = "wildcard-alone"

  /// `validation/selector-mismatch`.
  public var id: String { "validation/" + rawValue }
}

extension Constraint {
  /// The most that its findings can be: what the API server takes with a warning, or without a word, is no error.
  public var severity: Severity {
    switch self {
    case .addressSpelling, .deprecated, .deprecatedKind, .droppedField, .tokenPlace: .warning
    default: .error
    }
  }
}

/// What a reader is told of a constraint: its documentation, and its test.
public struct ConstraintPage: Sendable {
  public let title: Message
  /// Why the API server minds.
  public let why: Message
  /// A manifest with the mistake, its lines marked.
  public let bad: Example
  /// The same without it. Both are empty in the module for the page, which shows findings only.
  public let good: Example

  @inline(__always)
  init(title: Message, why: Message, bad: @autoclosure () -> Example, good: @autoclosure () -> Example) {
    self.title = title
    self.why = why
    #if hasFeature(Embedded)
      self.bad = Example("")
      self.good = Example("")
    #else
      self.bad = bad()
      self.good = good()
    #endif
  }
}

extension Constraint {
  /// Whether it is only about files that programs read.
  var isOfConfiguration: Bool {
    switch self {
    case .bootstrapToken, .duration, .encryptionKey, .encryptionProvider, .kubeconfigCredentials, .kubeconfigName,
      .thresholdOrder:
      true
    default: false
    }
  }

  public var page: ConstraintPage {
    switch self {
    case .accessReview: .accessReview
    case .accessRule: .accessRule
    case .addressFormat: .addressFormat
    case .addressSpelling: .addressSpelling
    case .admission: .admission
    case .backend: .backend
    case .bootstrapToken: .bootstrapToken
    case .clusterAddress: .clusterAddress
    case .configKey: .configKey
    case .deprecated: .deprecated
    case .deprecatedKind: .deprecatedKind
    case .droppedField: .droppedField
    case .duplicate: .duplicate
    case .duration: .duration
    case .encryptionKey: .encryptionKey
    case .encryptionProvider: .encryptionProvider
    case .environmentName: .environmentName
    case .environmentSource: .environmentSource
    case .expression: .expression
    case .fieldReference: .fieldReference
    case .fileMode: .fileMode
    case .forbidden: .forbidden
    case .hostPort: .hostPort
    case .initContainerProbe: .initContainerProbe
    case .invalid: .invalid
    case .kubeconfigCredentials: .kubeconfigCredentials
    case .kubeconfigName: .kubeconfigName
    case .labelFormat: .labelFormat
    case .limitOrder: .limitOrder
    case .mesh: .mesh
    case .metricSource: .metricSource
    case .mountPathTwice: .mountPathTwice
    case .mountWithoutVolume: .mountWithoutVolume
    case .nameFormat: .nameFormat
    case .networkPeer: .networkPeer
    case .noHandler: .noHandler
    case .notFound: .notFound
    case .notSupported: .notSupported
    case .numberRange: .numberRange
    case .pathFormat: .pathFormat
    case .percentage: .percentage
    case .podSecurityLevel: .podSecurityLevel
    case .portName: .portName
    case .portRange: .portRange
    case .privilegeEscalation: .privilegeEscalation
    case .quantity: .quantity
    case .quotaScope: .quotaScope
    case .requestAboveLimit: .requestAboveLimit
    case .required: .required
    case .resourceName: .resourceName
    case .restartPolicy: .restartPolicy
    case .schedule: .schedule
    case .secretKey: .secretKey
    case .selectorMismatch: .selectorMismatch
    case .selectorOperator: .selectorOperator
    case .servicePortName: .servicePortName
    case .severalHandlers: .severalHandlers
    case .severalVolumeSources: .severalVolumeSources
    case .structuralSchema: .structuralSchema
    case .stuckUpdate: .stuckUpdate
    case .thresholdOrder: .thresholdOrder
    case .tokenPlace: .tokenPlace
    case .tooLong: .tooLong
    case .tooMany: .tooMany
    case .webhookClient: .webhookClient
    case .wildcardAlone: .wildcardAlone
    }
  }
}
