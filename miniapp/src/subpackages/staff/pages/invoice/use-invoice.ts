import { type DeskInvoice, endpoints, invoiceDaySchema, invoiceNumberSchema, lineOfText } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { download } from '../../../../api/download';
import { uploadFile } from '../../../../api/upload';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { newClientToken } from '../../../../features/client-token';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { openPdf } from '../../../../platform/open-document';
import { choosePdfs } from '../../platform/choose-pdfs';
import { forgetFile } from '../../platform/forget-file';
import { STAFF_INVOICE_TEXT as TEXT } from '../../texts-invoices';

const { invoiceDesk } = endpoints;
const reasonSchema = lineOfText('原因', 100);

/** One invoice, and what finance does about it. */
export function useInvoice(orderId: string) {
  const params = { orderId };
  const load = useLoad(() => call(invoiceDesk.readInvoice, { params }), orderId);
  const form = useFields({
    number: (typed) => checkField(invoiceNumberSchema, typed),
    issuedOn: (typed) => checkField(invoiceDaySchema, typed),
    reason: (typed) => checkField(reasonSchema, typed),
  });
  const done = (invoice: DeskInvoice, words: string) => {
    load.setData(invoice);
    form.clear();
    say(words);
  };
  const numbered = () => ({ number: form.values.number.trim(), issuedOn: form.values.issuedOn.trim() });

  const start = useAction(async () => {
    await call(invoiceDesk.startBatch, { body: { batchId: newClientToken(), orderId } });
    await load.reload();
    say(TEXT.started);
  });
  const recordIssued = useAction(async () => {
    if (!form.pass('number', 'issuedOn')) {
      return;
    }
    // A multipart call needs a file: whoever has none yet records the number through results or chooses the PDF here.
    const [file] = await choosePdfs();
    if (!file) {
      return;
    }
    try {
      done(await uploadFile(invoiceDesk.recordIssued, { params, body: numbered() }, file), TEXT.recorded);
    } finally {
      forgetFile(file.path);
    }
  });
  const addPdf = useAction(async ({ number, issuedOn }: DeskInvoice) => {
    const [file] = await choosePdfs();
    if (!file || !number || !issuedOn) {
      return;
    }
    try {
      done(await uploadFile(invoiceDesk.recordIssued, { params, body: { number, issuedOn } }, file), TEXT.recorded);
    } finally {
      forgetFile(file.path);
    }
  });
  const recordRed = useAction(async () => {
    if (form.pass('number', 'issuedOn')) {
      done(await call(invoiceDesk.recordRedLetter, { params, body: numbered() }), TEXT.recorded);
    }
  });
  const refuse = useAction(async () => {
    if (form.pass('reason')) {
      done(await call(invoiceDesk.refuseInvoice, { params, body: { reason: form.values.reason } }), TEXT.refused);
    }
  });
  const takeBack = useAction(async () => done(await call(invoiceDesk.takeBack, { params }), TEXT.takenBack));
  const fetching = useAction(async () => {
    if (!(await openPdf(await download(invoiceDesk.readPdf, { params })))) {
      say(TEXT.blocked);
    }
  });
  const actions = [start, recordIssued, addPdf, recordRed, refuse, takeBack, fetching];
  return {
    load,
    form,
    start,
    recordIssued,
    addPdf,
    recordRed,
    refuse,
    takeBack,
    fetching,
    problem: actions.map(({ problem }) => problem).find((problem) => problem !== null) ?? null,
  };
}
export type InvoicePage = ReturnType<typeof useInvoice>;
