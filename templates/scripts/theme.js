// Runs before the page is painted, so that a remembered theme does not flash.
try {
  const theme = localStorage.getItem("drydock-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page; the system's theme holds.
}
