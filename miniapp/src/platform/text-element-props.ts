/** The element of a text field; `value` is what it was told to show last, not what the person has made of it. */
export interface TextElement {
  value: string;
  /** In browsers what is drawn in it; null before. */
  readonly firstElementChild?: object | null;
}
