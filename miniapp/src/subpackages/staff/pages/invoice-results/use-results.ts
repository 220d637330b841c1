import { ApiError, endpoints, type InvoiceResults, largestInvoiceFile } from '@acceptance/shared';
import { useState } from 'react';
import { problemOf, problemSentence } from '../../../../api/problem';
import { uploadFile } from '../../../../api/upload';
import { useAction } from '../../../../features/use-action';
import { type FileImport, useFileImport } from '../../file-import/use-file-import';
import { choosePdfs } from '../../platform/choose-pdfs';
import { forgetFile } from '../../platform/forget-file';

const { invoiceDesk } = endpoints;
/** A file of results: looked at first, then recorded. */
export const useResults = (): FileImport<InvoiceResults> =>
  useFileImport(
    (file, dryRun) => uploadFile(invoiceDesk.importResults, { body: { dryRun } }, file),
    largestInvoiceFile,
  );

interface Sending {
  readonly done: number;
  readonly all: number;
  readonly refused: readonly { readonly fileName: string; readonly words: string }[];
}

/** PDFs, one after the other: one that is refused stops no other. */
export function usePdfs() {
  const [sending, setSending] = useState<Sending | null>(null);
  const choose = useAction(async () => {
    const files = await choosePdfs();
    let state: Sending = { done: 0, all: files.length, refused: [] };
    for (const file of files) {
      setSending(state);
      try {
        await uploadFile(invoiceDesk.addPdfByName, { body: { fileName: file.fileName } }, file);
        state = { ...state, done: state.done + 1 };
      } catch (error) {
        if (!(error instanceof ApiError)) {
          throw error;
        }
        const refusal = { fileName: file.fileName, words: problemSentence(problemOf(error)) };
        state = { ...state, done: state.done + 1, refused: [...state.refused, refusal] };
      } finally {
        forgetFile(file.path);
      }
    }
    setSending(files.length > 0 ? state : null);
  });
  return { sending, choose };
}
