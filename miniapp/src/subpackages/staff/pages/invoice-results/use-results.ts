import { ApiError, endpoints, type InvoiceResults, largestInvoiceFile } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { problemOf, problemSentence } from '../../../../api/problem';
import { uploadFile } from '../../../../api/upload';
import { useAction } from '../../../../features/use-action';
import { choosePdfs } from '../../platform/choose-pdfs';
import { chooseCsv } from '../../platform/choose-table';
import type { ChosenFile } from '../../platform/chosen-file';
import { forgetFile } from '../../platform/forget-file';

const { invoiceDesk } = endpoints;
const read = (file: ChosenFile, dryRun: 'true' | 'false') =>
  uploadFile(invoiceDesk.importResults, { body: { dryRun } }, file);

/** A file of results: looked at first, then recorded. */
export function useResults() {
  const [result, setResult] = useState<InvoiceResults | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const file = useRef<ChosenFile | null>(null);
  const choose = useAction(async () => {
    const chosen = await chooseCsv();
    if (!chosen) {
      return;
    }
    if (file.current) {
      forgetFile(file.current.path);
    }
    file.current = chosen;
    setResult(null);
    setTooLarge(chosen.size > largestInvoiceFile);
    if (chosen.size <= largestInvoiceFile) {
      setResult(await read(chosen, 'true'));
    }
  });
  const record = useAction(async () => {
    if (file.current) {
      setResult(await read(file.current, 'false'));
    }
  });
  return { result, isTooLarge, choose, record };
}

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
