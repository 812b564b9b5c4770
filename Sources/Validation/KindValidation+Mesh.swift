extension KindValidation {
  /// The kinds of Istio, in alphabetical order: what its webhook refuses beyond their definitions.
  public static let mesh: [KindValidation] = [
    .authorizationPolicy,
    .destinationRule,
    .istioGateway,
    .peerAuthentication,
    .requestAuthentication,
    .serviceEntry,
    .sidecar,
    .virtualService,
  ]
}
