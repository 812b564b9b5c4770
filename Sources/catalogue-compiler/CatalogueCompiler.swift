import ArgumentParser

/// Compiles schemas that others publish into the catalogue of facts.
@main struct CatalogueCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue-compiler", abstract: "Compiles published schemas into the facts that the program embeds.",
    subcommands: [KubernetesCommand.self, CustomCommand.self], defaultSubcommand: KubernetesCommand.self)
}
