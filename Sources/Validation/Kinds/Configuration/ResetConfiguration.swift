import Findings
import Schema

extension KindValidation {
  /// kubeadm, `ValidateResetConfiguration`
  static let resetConfiguration = KindValidation.file(
    "kubeadm.k8s.io/v1beta4", "ResetConfiguration", readBy: "kubeadm",
    examples: [
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ResetConfiguration
        cleanupTmpDir: true
        unmountFlags: [MNT_DETACH]
        """),
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ResetConfiguration
        certificatesDir: pki # ←
        criSocket: "npipe:////./pipe/containerd" # ←
        unmountFlags:
        - DETACH # ←
        """),
    ]
  ) { report, file in
    report.criSocket(file["criSocket"])
    report.expectAbsolutePath(file["certificatesDir"])
    for flag in file["unmountFlags"].items {
      report.expect(flag, oneOf: ["MNT_FORCE", "MNT_DETACH", "MNT_EXPIRE", "UMOUNT_NOFOLLOW"])
    }
  }
}
