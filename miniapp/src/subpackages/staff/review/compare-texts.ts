import { tidyCode, tidyName } from '@acceptance/shared';

export interface TextPart {
  readonly text: string;
  readonly differs: boolean;
}

/** What was read, cut where it begins or ends to differ from what is verified, sign by sign. */
function partsOf(verified: string, read: string): TextPart[] {
  const expected = Array.from(verified);
  const parts: TextPart[] = [];
  const signs = Array.from(read);
  // Signs that are missing at the end are a difference, too.
  const shown = signs.length < expected.length ? [...signs, '□'.repeat(expected.length - signs.length)] : signs;
  for (const [index, text] of shown.entries()) {
    const differs = text !== expected[index];
    const last = parts.at(-1);
    if (last?.differs === differs) {
      parts[parts.length - 1] = { text: last.text + text, differs };
    } else {
      parts.push({ text, differs });
    }
  }
  return parts;
}

/** As `tidyName` makes two writings of one name alike. */
export const compareNames = (verified: string, read: string): TextPart[] =>
  tidyName(verified) === tidyName(read) ? [{ text: read, differs: false }] : partsOf(verified, read);

export const compareNumbers = (verified: string, read: string): TextPart[] =>
  partsOf(tidyCode(verified), tidyCode(read));
