import ArgumentParser

/// Compiles what others published about Kubernetes into the catalogue of facts.
@main struct CatalogueCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue-compiler", abstract: "Compiles published schemas into the facts that the program embeds.",
    subcommands: [KubernetesCommand.self, CustomCommand.self, ConfigurationCommand.self],
    defaultSubcommand: KubernetesCommand.self)
}
