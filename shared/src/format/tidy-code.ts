/** A code of digits and capital letters, however it was typed: wide digits, small letters, in groups. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\ufeff‐‑–—-]/g, '')
    .toUpperCase();
