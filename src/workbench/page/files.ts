import { byId } from "./dom";

export interface Files {
  readonly open: (bytes: Uint8Array) => Promise<void>;
  readonly save: () => Promise<Uint8Array>;
  readonly tell: (message: string) => void;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** "Open .xlsx" and "Download .xlsx". The file never leaves the browser. */
export function connectFiles({ open, save, tell }: Files): void {
  const input = byId("file-input") as HTMLInputElement;
  const name = byId("file-name");
  byId("open-file").addEventListener("click", () => {
    input.click();
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = ""; // choosing the same file again must be a change
    if (!file) return;
    file
      .arrayBuffer()
      .then((bytes) => open(new Uint8Array(bytes)))
      .then(
        () => {
          name.textContent = file.name;
          tell(`Opened ${file.name}.`);
        },
        (error: unknown) => {
          tell(`${file.name} could not be opened: ${reason(error)} The workbook is as it was.`);
        },
      );
  });
  byId("download-file").addEventListener("click", () => {
    const fileName = name.textContent.endsWith(".xlsx") ? name.textContent : "Hedgesheet.xlsx";
    save().then(
      (bytes) => {
        download(bytes, fileName);
        tell(`Downloaded ${fileName}.`);
      },
      (error: unknown) => {
        tell(`The workbook could not be written: ${reason(error)}`);
      },
    );
  });
}

function download(bytes: Uint8Array, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  link.download = fileName;
  link.click();
  // Safari reads the file only after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
