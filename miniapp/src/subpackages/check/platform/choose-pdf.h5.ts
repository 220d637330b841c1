import type { DocumentChoice } from './chosen-document';

/** Where a person finds the file: on this device, or in a chat. */
export const PDFS_COME_FROM: 'device' | 'chat' = 'device';

/** Lets the person pick one PDF. Never throws. */
export const choosePdf = (): Promise<DocumentChoice> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'application/pdf,.pdf';
    input.style.display = 'none';
    const finish = (choice: DocumentChoice) => {
      input.remove();
      resolve(choice);
    };
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      finish(
        file
          ? { kind: 'chosen', document: { path: URL.createObjectURL(file), size: file.size, fileName: file.name } }
          : { kind: 'cancelled' },
      );
    });
    input.addEventListener('cancel', () => finish({ kind: 'cancelled' }));
    document.body.appendChild(input);
    input.click();
  });
