/** A small sheet of paper: a label for a token, a letter with a PIN. */
export interface PrintedSheet {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** What whoever reads it has to know. */
  readonly notes: readonly string[];
}
