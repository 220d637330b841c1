import './print-sheet.scss';
import type { PrintedSheet } from './printed-sheet';

export const hasPrinter = true;

const element = (tag: string, className: string, text: string): HTMLElement =>
  Object.assign(document.createElement(tag), { className, textContent: text });

/** Opens the browser's print dialogue with the sheet alone. It stands in the document for as long as the dialogue and no longer. */
export function printSheet({ title, rows, notes }: PrintedSheet): void {
  const sheet = element('div', 'printed-sheet', '');
  sheet.append(
    element('div', 'printed-sheet__title', title),
    ...rows.flatMap(({ label, value }) => [
      element('div', 'printed-sheet__label', label),
      element('div', 'printed-sheet__value', value),
    ]),
    ...notes.map((note) => element('div', 'printed-sheet__note', note)),
  );
  document.querySelector('.printed-sheet')?.remove();
  document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
}
