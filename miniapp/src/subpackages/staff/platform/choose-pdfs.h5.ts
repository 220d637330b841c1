import type { ChosenFile } from './chosen-file';

/** Lets the person pick PDF files; none when they thought better of it. */
export const choosePdfs = (): Promise<readonly ChosenFile[]> =>
  new Promise((resolve) => {
    const accept = '.pdf,application/pdf';
    const input = Object.assign(document.createElement('input'), { type: 'file', accept, multiple: true });
    input.style.display = 'none';
    const finish = (files: readonly File[]) => {
      input.remove();
      resolve(files.map((file) => ({ path: URL.createObjectURL(file), fileName: file.name, size: file.size })));
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.body.appendChild(input);
    input.click();
  });
