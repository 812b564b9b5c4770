import Findings
import Schema

extension KindValidation {
  /// groups.md 3.7
  static let csiNode = KindValidation(
    "storage.k8s.io/v1", "CSINode", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: CSINode
        metadata: {name: node-1}
        spec:
          drivers:
          - name: disks.example.com
            nodeID: i-0123
            topologyKeys: [topology.kubernetes.io/zone]
            allocatable: {count: 25}
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: CSINode
        metadata: {name: node-1}
        spec:
          drivers:
          - name: disks_example # ←
            nodeID: i-0123
            topologyKeys: [zone, zone] # ←
            allocatable: {count: -1} # ←
          - name: files.example.com # ←
        """),
    ]
  ) { report, object in
    let drivers = object["spec"]["drivers"]
    for driver in drivers.items { report.csiNodeDriver(driver) }
    report.expectUnique(drivers, by: "name", includingEmpty: true)
  }
}

extension Report {
  fileprivate mutating func csiNodeDriver(_ driver: Field) {
    self.driver(driver["name"])
    require(driver["nodeID"], .noNodeID)
    if let id = driver["nodeID"].text, id.utf8.count > 256 { refuse(driver["nodeID"], .longNodeID, as: .tooLong) }
    expect(driver["allocatable"]["count"], in: 0...)
    let keys = driver["topologyKeys"]
    for key in keys.items {
      require(key.reported(at: driver))
      expect(always: key.reported(at: driver), .qualifiedName)
    }
    expectUniqueItems(keys, reportedAt: driver)
  }
}

extension Message {
  fileprivate static var noNodeID: Message {
    Message(
      en: "the driver does not say what it calls the node: add 'nodeID'",
      ko: "드라이버가 노드를 부르는 이름이 없습니다: 'nodeID'를 추가하십시오")
  }

  fileprivate static var longNodeID: Message {
    Message(en: "'nodeID' is too long: use at most 256 bytes", ko: "'nodeID'가 너무 깁니다: 256바이트까지 쓰십시오")
  }
}
