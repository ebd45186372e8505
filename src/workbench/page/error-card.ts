import type { Area, CellError, Engine } from "../engine/engine";
import { byId } from "./dom";

/** What the errors mean when the function that answered them did not say. */
const MEANINGS: Readonly<Record<string, string>> = {
  "#BUSY!": "The function has been called and has not answered yet.",
  "#NAME?": "No function or name of this spelling is known. Is the add-in loaded?",
  "#SPILL!": "The result needs more cells, and one of them is not empty.",
};

/** Shows why the selected cell is in error, beside the cell, as Excel's error card does. */
export function showErrorCard(engine: Engine, rectangleOf: (cell: Area) => DOMRect | null): void {
  const card = byId("error-card");
  const heading = document.createElement("h2");
  const text = document.createElement("p");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", "Close the explanation");
  close.addEventListener("click", () => {
    card.hidden = true;
  });
  card.append(heading, text, close);
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") card.hidden = true;
  });

  const update = () => {
    const cell = activeCell(engine);
    const value = engine.values(cell)[0]?.[0];
    const message = typeof value === "object" ? reasonFor(value) : undefined;
    const rectangle = message === undefined ? null : rectangleOf(cell);
    card.hidden = !rectangle;
    if (!rectangle || typeof value !== "object" || message === undefined) return;
    heading.textContent = value.error;
    text.textContent = message;
    card.style.left = `${Math.min(rectangle.right + 8, window.innerWidth - 360)}px`;
    card.style.top = `${Math.min(rectangle.top, window.innerHeight - 140)}px`;
  };
  engine.on((event) => {
    if (event.type === "editing" && event.editing) card.hidden = true;
    else setTimeout(update, 0);
  });
}

function activeCell(engine: Engine): Area {
  const [area] = engine.selection();
  return { sheet: engine.activeSheet(), row: area?.row ?? 0, column: area?.column ?? 0, rows: 1, columns: 1 };
}

function reasonFor({ error, message }: CellError): string | undefined {
  return message ?? MEANINGS[error];
}
