/** What fits into one line of a field on a phone of 320 points' width, in Latin letters; a Chinese one takes two. */
const LINE = 28;

const widthOf = (letter: string): number => (/[\u2e80-\uffff]/u.test(letter) ? 2 : 1);

/** Whether a one-line field would cut the text: then it is shown in full below, to be checked. */
export const overflowsLine = (text: string): boolean =>
  [...text].reduce((width, letter) => width + widthOf(letter), 0) > LINE;
