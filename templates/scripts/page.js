// What a page can do beyond reading: copy code, switch the theme, follow the reader in the table of contents.

const dark = matchMedia("(prefers-color-scheme: dark)");
const toggle = document.querySelector("[data-theme-toggle]");
if (toggle) {
  const current = () => document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
  const name = () => {
    const label = current() === "dark" ? toggle.dataset.toLight : toggle.dataset.toDark;
    toggle.title = label;
    toggle.setAttribute("aria-label", label);
  };
  toggle.addEventListener("click", () => {
    const theme = current() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try { localStorage.setItem("drydock-theme", theme); } catch { /* holds for this page only */ }
    name();
  });
  dark.addEventListener("change", name);
  name();
  toggle.hidden = false;
}

/** The code of a figure as it was written: without line numbers and annotations. */
function codeText(figure) {
  let text = "";
  for (const line of figure.querySelectorAll(".line")) text += line.textContent;
  return text;
}

/** The commands of a terminal session: the lines that are not output, without their prompts. */
function commandText(figure) {
  let text = "";
  for (const line of figure.querySelectorAll(".line")) {
    const prompt = line.querySelector(".tok-prompt")?.textContent ?? "";
    if (!line.querySelector(".tok-output") && (prompt || line.textContent.trim())) text += line.textContent.slice(prompt.length);
  }
  return text;
}

async function copy(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
  // A page from disk is not a secure context everywhere.
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copying is not allowed");
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const figure = button.closest("figure");
    const text = button.dataset.copy === "commands" ? commandText(figure) : codeText(figure);
    try {
      await copy(text);
      button.textContent = button.dataset.done;
    } catch {
      button.textContent = button.dataset.failed;
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

const links = new Map([...document.querySelectorAll(".contents a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
if (links.size > 0) {
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const follow = () => {
    let current = headings[0];
    for (const heading of headings) if (heading.getBoundingClientRect().top < 120) current = heading;
    for (const [id, link] of links) {
      if (current && id === current.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  follow();
}

// The menu closes when a reader leaves it or presses Escape.
const menu = document.querySelector("details.menu");
if (menu) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}
