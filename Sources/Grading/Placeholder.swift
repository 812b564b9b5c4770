// Grading: see ARCHITECTURE.md.
