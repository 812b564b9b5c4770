import Findings
import Schema

extension KindValidation {
  /// kubelet, `validateCredentialProviderConfig`
  static let credentialProviderConfig = KindValidation.file(
    "kubelet.config.k8s.io/v1", "CredentialProviderConfig", readBy: "kubelet",
    others: ["kubelet.config.k8s.io/v1alpha1", "kubelet.config.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: kubelet.config.k8s.io/v1
        kind: CredentialProviderConfig
        providers:
        - name: ecr-credential-provider
          apiVersion: credentialprovider.kubelet.k8s.io/v1
          matchImages: ["*.dkr.ecr.*.amazonaws.com"]
          defaultCacheDuration: 12h
        """),
      Example(
        """
        apiVersion: kubelet.config.k8s.io/v1
        kind: CredentialProviderConfig
        providers:
        - name: bin/provider # ←
          apiVersion: v1 # ←
          matchImages: [] # ←
          defaultCacheDuration: -1h # ←
        """),
    ]
  ) { report, file in
    report.require(file["providers"], .noProvider)
    for provider in file["providers"].items { report.credentialProvider(provider) }
    report.expectUnique(file["providers"], by: "name")
  }
}

extension Report {
  fileprivate mutating func credentialProvider(_ provider: Field) {
    let name = provider["name"]
    require(name)
    if let text = name.text, text.contains("/") || text.contains(" ") || text == "." || text == ".." {
      refuse(name, .binary(name), as: .nameFormat)
    }
    require(provider["apiVersion"])
    let versions: Words = [
      "credentialprovider.kubelet.k8s.io/v1", "credentialprovider.kubelet.k8s.io/v1beta1",
      "credentialprovider.kubelet.k8s.io/v1alpha1",
    ]
    expect(provider["apiVersion"], oneOf: versions)
    require(provider["matchImages"], .noImages)
    require(provider["defaultCacheDuration"])
    expectDuration(provider["defaultCacheDuration"], from: "0s")
  }
}

extension Message {
  fileprivate static var noProvider: Message {
    Message(en: "there is no provider: add at least one", ko: "제공자가 없습니다: 하나 이상 추가하십시오")
  }

  fileprivate static func binary(_ name: Field) -> Message {
    Message(
      en: "name '\(name.written)' is no file of the plugins' folder: write the name of the program alone",
      ko: "name '\(name.written)'은(는) 플러그인 폴더의 파일 이름이 아닙니다: 프로그램 이름만 쓰십시오")
  }

  fileprivate static var noImages: Message {
    Message(
      en: "the provider is asked for no image: add patterns to 'matchImages'",
      ko: "제공자가 맡을 이미지가 없습니다: 'matchImages'에 패턴을 추가하십시오")
  }
}
