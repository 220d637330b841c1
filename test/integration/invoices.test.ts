import { endpoints, type TaskView, type WantedInvoice } from '@acceptance/shared';
import { decryptJson, encryptJson } from '../../bff/src/database/encrypted-text';
import { FORM_PURPOSE, type StoredForm } from '../../bff/src/modules/orders';
import { removeOrder } from '../../bff/src/modules/personal-data/remove-order';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError, outcomeOf } from '../support/expect-error';
import { gatheredFiles } from '../support/gathered-data';
import {
  INVOICE_MAILBOX,
  invoiceDeskOf,
  nextBatchId,
  nextInvoiceNumber,
  ownInvoice,
  pdfOf,
  resultsTable,
  specialInvoice,
} from '../support/invoicing';
import { copyAt } from '../support/order-copies';
import { payFor } from '../support/paying';
import { financePerson, ownRefund, paidOrder, refundDeskOf } from '../support/refund-people';
import { STAFF_PASSWORD, type StaffPerson, signInStaff } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY_MS = 86_400_000;

let cashier: StaffPerson;
let colleague: StaffPerson;
beforeAll(async () => {
  cashier = await financePerson(system());
  colleague = await financePerson(system());
});
const desk = () => invoiceDeskOf(cashier);

const storedInvoice = (context: StoryContext) => async () => {
  const { outbox: _jobs, ...invoice } = (await system()
    .container()
    .invoices.findOne({ orderId: orderOf(context).id })
    .lean())!;
  return invoice;
};
/** Open tasks of finance whose facts name this order. */
async function tasksOf(context: StoryContext): Promise<TaskView['kind'][]> {
  await system().settle();
  const { items } = await cashier.client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
  const { orderNumber } = orderOf(context);
  return items.filter(({ facts }) => facts.some(({ value }) => value === orderNumber)).map(({ kind }) => kind);
}
async function issued(context: StoryContext): Promise<string> {
  const number = nextInvoiceNumber();
  await desk().startBatch(context);
  await desk().record(context, number, pdfOf(number));
  await system().settle();
  return number;
}
async function refund(context: StoryContext): Promise<void> {
  await ownRefund(context).ask();
  await refundDeskOf(colleague, context).approve();
  await system().settle();
}

describe('the invoice of a paid order', () => {
  let context: StoryContext;
  let other: StoryContext;
  let number: string;
  beforeAll(async () => {
    [context, other] = [await paidOrder(system()), await paidOrder(system())];
    number = nextInvoiceNumber();
  });

  it('is wanted from the payment on, and is corrected by its applicant until it is asked for', async () => {
    const { read, correct } = ownInvoice(context);
    expect(await read()).toMatchObject({ state: 'wanted', canCorrect: true, particulars: { kind: 'general' } });
    const special = specialInvoice(context);
    const unusual: WantedInvoice = { ...special, taxpayerNumber: '91110199MA00000000' };
    await expectError(() => correct(unusual), 'request.invalid', storedInvoice(context));
    await Promise.all([correct(special), correct(special)]);
    expect(await read()).toMatchObject({ state: 'wanted', particulars: special, number: null, hasPdf: false });
    await expectError(() => ownInvoice(context).pdf(), 'invoices.pdf_missing');
    expect((await desk().list('wanted')).counts.wanted).toBe(2);
    expect(JSON.stringify(await desk().list())).not.toContain(context.person.unitName);
  });

  it('goes into one batch, whoever asks how often, and can no longer be corrected', async () => {
    const batchId = nextBatchId();
    await desk().startBatch(undefined, batchId);
    expect(await desk().startBatch(undefined, batchId)).toEqual({ batchId, invoices: 2 });
    await expectError(() => desk().startBatch(), 'invoices.nothing_waits');
    await expectError(() => desk().table(nextBatchId()), 'invoices.batch_not_found');
    const table = await desk().table(batchId);
    const [heading, ...rows] = table.trim().split('\r\n');
    expect(heading).toMatch(
      /^\uFEFF?"发票流水号","发票类型","特定业务类型","是否含税","受票方自然人标识","购买方名称"/,
    );
    const row = rows.find((line) => line.includes(orderOf(context).orderNumber))!;
    expect(row).toContain(`"增值税专用发票","","是","否","${context.person.unitName}"`);
    expect(row).toContain('"6222000011112222333\t"');
    expect(row).toContain('"1","260.00","260.00"');
    expect(rows).toHaveLength(2);
    const general = { kind: 'general', title: '另一个抬头', email: 'other@example.com' } as const;
    await expectError(() => ownInvoice(context).correct(general), 'invoices.already_requested', storedInvoice(context));
  });

  it('is issued once by results that come twice at once, each line for itself', async () => {
    const own = orderOf(context).orderNumber;
    const others = orderOf(other).orderNumber;
    const table = resultsTable([
      [own, number, '2026/11/23 10:00:00'],
      [others, number, '2026-11-23'],
      [others, '2.61500E+19', '2026-11-23'],
      ['XX-261122-9999', nextInvoiceNumber(), '2026-11-23'],
    ]);
    const preview = await desk().importResults(table, 'true');
    expect(preview.lines.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'issued',
      'invoices.number_used',
      'invoices.row_twice',
      'invoices.none',
    ]);
    expect(preview.lines[1]!.message).toContain(own);
    expect(await ownInvoice(context).read()).toMatchObject({ state: 'requested', number: null });
    const both = await Promise.all([desk().importResults(table), desk().importResults(table)]);
    expect(both.map(({ issued: taken, refused }) => [taken, refused])).toContainEqual([1, 3]);
    expect(await desk().importResults(table)).toMatchObject({ issued: 0, unchanged: 1, refused: 3 });
    expect(await ownInvoice(context).read()).toMatchObject({ state: 'issued', number, issuedOn: '2026-11-23' });
    const numbers = await system().container().invoices.countDocuments({ numbers: number });
    expect(numbers).toBe(1);
    await expectError(() => desk().record(context, nextInvoiceNumber()), 'invoices.number_differs');
    await expectError(() => desk().record(other, number), 'invoices.number_used', storedInvoice(other));
  });

  it('comes as a PDF by the number in its name: to the order and, once, to the e-mail address', async () => {
    const pdf = pdfOf('one');
    const { addPdf } = desk();
    await expectError(() => addPdf('发票.pdf', pdf), 'invoices.pdf_unknown');
    await expectError(
      () => addPdf(`${number}.pdf`, pdf.subarray(0, 40)),
      'invoices.pdf_damaged',
      storedInvoice(context),
    );
    await Promise.all([outcomeOf(addPdf(`dzfp_${number}_示例.pdf`, pdf)), outcomeOf(addPdf(`${number}.pdf`, pdf))]);
    await addPdf(`${number}.pdf`, pdf);
    // The mail is on its way by itself: what is noted of it is no change by the call that is refused.
    await system().settle();
    await expectError(() => addPdf(`${number}.pdf`, pdfOf('another')), 'invoices.pdf_present', storedInvoice(context));
    expect(await ownInvoice(context).pdf()).toEqual(pdf);
    expect(await desk().pdf(context)).toEqual(pdf);
    await expectError(() => ownInvoice({ ...context, applicant: other.applicant }).pdf(), 'orders.not_found');
    const mails = system().standIns.mail.mails(INVOICE_MAILBOX);
    expect(mails.map(({ subject, attachments }) => [subject, attachments.map(({ fileName }) => fileName)])).toEqual([
      [`电子发票 ${number}`, [`${number}.pdf`]],
    ]);
    expect(Buffer.from(mails[0]!.attachments[0]!.base64, 'base64')).toEqual(pdf);
    expect((await ownInvoice(context).read()).mailedAt).not.toBeNull();
    expect((await desk().find(number)).items).toMatchObject([{ orderId: orderOf(context).id, hasPdf: true }]);
  });

  it('is sealed where it is kept, in the export of one’s data, and goes with its order', async () => {
    const stored = JSON.stringify(await storedInvoice(context)());
    expect(stored).not.toContain(context.person.unitName);
    expect(stored).not.toContain(INVOICE_MAILBOX);
    const { id } = await context.applicant.call(endpoints.account.readAccount, {});
    const files = await gatheredFiles(system(), id);
    expect(JSON.parse(files.get('invoices.json')!.toString())).toMatchObject([
      { number, title: context.person.unitName, email: INVOICE_MAILBOX },
    ]);
    expect(files.get(`documents/${orderOf(context).orderNumber}/invoice.pdf`)).toEqual(pdfOf('one'));
    const { pdfId } = await storedInvoice(context)();
    await removeOrder(system().container(), await storedOrder(system(), context));
    expect(await system().container().fileStore.read(pdfId!)).toBeNull();
    expect(
      await system()
        .container()
        .invoices.countDocuments({ orderId: orderOf(context).id }),
    ).toBe(0);
  });
});

describe('an invoice that the tax office refuses', () => {
  it('says why to its applicant, who corrects it; finance has a task meanwhile', async () => {
    const context = await paidOrder(system());
    await expectError(() => desk().refuse(context), 'invoices.not_requested_yet', storedInvoice(context));
    await desk().startBatch(context);
    const { orderNumber } = orderOf(context);
    const results = await desk().importResults(resultsTable([[orderNumber, '', '', '纳税人识别号与名称不符']]));
    expect(results).toMatchObject({ failed: 1, refused: 0 });
    expect(await tasksOf(context)).toEqual(['invoice-failed']);
    expect(await ownInvoice(context).read()).toMatchObject({
      state: 'failed',
      canCorrect: true,
      failure: '纳税人识别号与名称不符',
    });
    await ownInvoice(context).correct(specialInvoice(context));
    expect(await ownInvoice(context).read()).toMatchObject({ state: 'wanted', failure: null });
    expect(await tasksOf(context)).toEqual([]);
    await desk().startBatch(context);
    await desk().takeBack(context);
    expect(await desk().takeBack(context)).toMatchObject({ state: 'wanted', deeds: ['start'] });
  });
});

describe('an invoice whose order is refunded', () => {
  it('is withdrawn before it was issued, red-lettered after it, and asked about in between', async () => {
    const [early, between, late] = [await paidOrder(system()), await paidOrder(system()), await paidOrder(system())];
    await desk().startBatch(between);
    const number = await issued(late);
    for (const context of [early, between, late]) {
      await refund(context);
    }
    expect(await ownInvoice(early).read()).toMatchObject({ state: 'withdrawn', canCorrect: false });
    expect(await tasksOf(early)).toEqual([]);

    expect(await desk().read(between)).toMatchObject({ state: 'requested', isRefunded: true });
    expect(await tasksOf(between)).toEqual(['invoice-red-letter']);
    await desk().takeBack(between);
    expect(await desk().read(between)).toMatchObject({ state: 'withdrawn', deeds: [] });
    expect(await tasksOf(between)).toEqual([]);

    expect(await ownInvoice(late).read()).toMatchObject({ state: 'red-wanted', number });
    expect(await tasksOf(late)).toEqual(['invoice-red-letter']);
    await expectError(() => desk().redLetter(late, number), 'invoices.number_used', storedInvoice(late));
    const red = nextInvoiceNumber();
    await Promise.all([desk().redLetter(late, red), desk().redLetter(late, red)]);
    await expectError(() => desk().redLetter(late, nextInvoiceNumber()), 'invoices.number_differs');
    expect(await ownInvoice(late).read()).toMatchObject({ state: 'red-lettered', redLetter: { number: red } });
    expect(await tasksOf(late)).toEqual([]);
    await expectError(() => desk().redLetter(early, red), 'invoices.no_red_letter_due');
  });

  it('is none where none is wanted', async () => {
    const context = await copyAt(system(), 'approve');
    const { cipher, orders } = system().container();
    const order = await storedOrder(system(), context);
    const { id } = orderOf(context);
    const form = { ...decryptJson<StoredForm>(cipher, order.form!, FORM_PURPOSE, id), invoice: { kind: 'none' } };
    await orders.updateOne({ _id: id }, { $set: { form: encryptJson(cipher, form, FORM_PURPOSE, id) } });
    await payFor(system(), context);
    await expectError(() => ownInvoice(context).read(), 'invoices.none');
    await expectError(() => desk().read(context), 'invoices.none');
  });
});

describe('invoices that wait for more than a day', () => {
  it('are one task of finance, which ends when none waits any more', async () => {
    const context = await paidOrder(system());
    system().clock.advance(DAY_MS + 2 * 3_600_000);
    await system().settle();
    cashier = { ...cashier, client: await signInStaff(system(), cashier.username, STAFF_PASSWORD) };
    const waiting = async () => {
      await system().settle();
      const { items } = await cashier.client.call(endpoints.tasks.listTasks, { query: { kind: 'invoices-waiting' } });
      return items.length;
    };
    expect(await waiting()).toBe(1);
    await takeSteps(context, 'sign-in');
    await desk().startBatch();
    system().clock.advance(2 * 3_600_000);
    await system().settle();
    cashier = { ...cashier, client: await signInStaff(system(), cashier.username, STAFF_PASSWORD) };
    expect(await waiting()).toBe(0);
  });
});
