// Validation: see ARCHITECTURE.md.
