import Findings
import Schema

extension KindValidation {
  /// groups.md 1.3 and 6: the resource whose stored objects are written anew.
  static let storageVersionMigration = KindValidation(
    "storagemigration.k8s.io/v1", "StorageVersionMigration", earlier: ["storagemigration.k8s.io/v1beta1"],
    scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: storagemigration.k8s.io/v1
        kind: StorageVersionMigration
        metadata: {name: secrets}
        spec:
          resource: {group: "", resource: secrets}
        """),
      Example(
        """
        apiVersion: storagemigration.k8s.io/v1
        kind: StorageVersionMigration
        metadata: {name: Secrets} # ←
        spec:
          resource: {group: Apps, resource: Deployments} # ←
        """),
    ]
  ) { report, object in
    let (group, resource) = (object["spec"]["resource"]["group"], object["spec"]["resource"]["resource"])
    report.require(resource, .noResource)
    report.expect(resource, .label1035)
    report.expect(group, .subdomain)
  }
}

extension Message {
  fileprivate static var noResource: Message {
    Message(
      en: "nothing is migrated: add 'spec.resource.resource' such as 'secrets'",
      ko: "마이그레이션할 리소스가 없습니다: 'secrets' 같은 'spec.resource.resource'를 추가하십시오")
  }
}
