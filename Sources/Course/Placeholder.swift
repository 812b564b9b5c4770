// Course: see ARCHITECTURE.md.
