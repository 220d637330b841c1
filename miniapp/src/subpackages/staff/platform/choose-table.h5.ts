import type { ChosenFile } from './chosen-file';

/** Lists of numbers and addresses are files of a PC. */
export const handlesTables = true;

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function choose(accept: string): Promise<ChosenFile | null> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept });
    input.style.display = 'none';
    const finish = (file: File | null) => {
      input.remove();
      resolve(file && { path: URL.createObjectURL(file), fileName: file.name, size: file.size });
    };
    input.addEventListener('change', () => finish(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => finish(null));
    document.body.appendChild(input);
    input.click();
  });
}

/** Lets the person pick a CSV file; null when they thought better of it. */
export const chooseCsv = (): Promise<ChosenFile | null> => choose('.csv,text/csv');

/** The same of a table that may be a workbook. */
export const chooseTable = (): Promise<ChosenFile | null> => choose(`.csv,text/csv,.xlsx,${WORKBOOK}`);
