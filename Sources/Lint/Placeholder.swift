// Lint: see ARCHITECTURE.md.
