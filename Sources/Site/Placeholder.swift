// Site: see ARCHITECTURE.md.
