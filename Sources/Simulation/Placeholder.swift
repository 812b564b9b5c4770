// Simulation: see ARCHITECTURE.md.
