interface NotesProps {
  readonly notes: readonly string[];
  readonly warning?: boolean;
}

/** Sentences that the user should know of, one below the other. */
export function Notes({ notes, warning = false }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <ul className="hs-notes">
      {notes.map((note) => (
        <li key={note} className={warning ? "hs-warning" : undefined}>
          {note}
        </li>
      ))}
    </ul>
  );
}
