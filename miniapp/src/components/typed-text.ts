/** What the program knows of the text in a field while a person types into it. */
export interface TypedText {
  /** What the field shows, as far as is known. */
  shown(): string;
  /** The page's value, at each rendering: shown where the page changed it by itself. */
  given(value: string): void;
  /** The person has typed `text`, of which the page gets `value`. */
  typed(text: string, value: string): void;
  /** The field shows this from now on. */
  put(text: string): void;
}

/**
 * While somebody types, the text is the view's: what comes back from typing is not shown again. `show` puts a text in the place
 * of another one.
 */
export function createTypedText(first: string, show: (shown: string, text: string) => void): TypedText {
  let shown = first;
  let last = first;
  /** What the page is known to hold: it came from typing, or is shown. */
  let agreed = first;
  const put = (text: string) => {
    const before = shown;
    shown = text;
    if (before !== text) {
      show(before, text);
    }
  };
  return {
    shown: () => shown,
    put,
    given(value) {
      if (value === last) {
        return;
      }
      last = value;
      if (value !== agreed) {
        agreed = value;
        put(value);
      }
    },
    typed(text, value) {
      shown = text;
      agreed = value;
    },
  };
}
