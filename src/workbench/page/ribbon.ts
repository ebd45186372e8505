import type { AddInManifest, Command } from "./manifest";

/** Fills the ribbon strip with the manifest's groups and buttons. Arrow keys move between buttons, as in Excel. */
export function showRibbon(
  ribbon: HTMLElement,
  manifest: AddInManifest,
  run: (command: Command) => void,
): void {
  const groups = manifest.groups.map((group) => {
    const buttons = element("div", "ribbon-buttons");
    buttons.append(...group.commands.map((command) => commandButton(command, run)));
    const label = element("span", "ribbon-group-label");
    label.textContent = group.label;
    label.id = `ribbon-group-${group.label}`;
    const box = element("div", "ribbon-group");
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", label.id);
    box.append(buttons, label);
    return box;
  });
  ribbon.replaceChildren(...groups);
  const buttons = [...ribbon.querySelectorAll("button")];
  for (const [i, button] of buttons.entries()) button.tabIndex = i === 0 ? 0 : -1;
  ribbon.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  });
}

function commandButton(command: Command, run: (command: Command) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.title = command.tip;
  const icon = document.createElement("img");
  icon.src = command.iconPath;
  icon.alt = "";
  const label = document.createElement("span");
  label.textContent = command.label;
  button.append(icon, label);
  button.addEventListener("click", () => {
    run(command);
  });
  return button;
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
