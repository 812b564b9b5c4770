// Checker: see ARCHITECTURE.md.
