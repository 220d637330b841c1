import { endpoints, type InvoiceSummary } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { type Answer, answer, refuse } from '../answers/answer';
import {
  INVOICE_COUNTS,
  ISSUED_INVOICE,
  makeDeskInvoice,
  makeInvoiceResults,
  makeInvoiceSummary,
  makeOwnInvoice,
  RED_WANTED,
} from '../fixtures/invoices';
import { ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { STAFF_ANSWERS } from './staff-answers';
import { actTroubles, LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { invoices, invoiceDesk } = endpoints;

export const PAY_INVOICE: PageStates = {
  page: 'payInvoice',
  path: 'subpackages/apply/pages/invoice/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(invoices.readInvoice, makeOwnInvoice())],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(invoices.readInvoice),
    ...usualLooks('保存', 'Save'),
    { name: 'too-late', shows: /不能再改/, answers: [answer(invoices.readInvoice, ISSUED_INVOICE)] },
    {
      name: 'requested-meanwhile',
      shows: '发票已在开具，不能再修改抬头',
      answers: [refuse(invoices.correctInvoice, 'invoices.already_requested')],
      act: (hands) => hands.tap('保存'),
    },
  ],
};

const listIs = (items: InvoiceSummary[]): Answer =>
  answer(invoiceDesk.listInvoices, { items, nextCursor: null, total: items.length, counts: INVOICE_COUNTS });
const ROWS = [1, 2, 3, 4, 5].map((index) => makeInvoiceSummary(index));

export const STAFF_INVOICES: PageStates = {
  page: 'staffInvoices',
  path: 'subpackages/staff/pages/invoices/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, listIs(ROWS)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('待开具 12', 'To be issued 12'),
    { name: 'empty', shows: /没有“待开具”的发票/, answers: [listIs([])] },
    {
      name: 'red-wanted',
      shows: /已退款/,
      answers: [
        listIs([makeInvoiceSummary(1, { state: 'red-wanted', number: ISSUED_INVOICE.number, isRefunded: true })]),
      ],
      act: (hands) => hands.choose('待红冲 4'),
    },
  ],
};

export const STAFF_INVOICE: PageStates = {
  page: 'staffInvoice',
  path: 'subpackages/staff/pages/invoice/index',
  params: { orderId: ORDER_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(invoiceDesk.readInvoice, makeDeskInvoice())],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(invoiceDesk.readInvoice),
    ...usualLooks('退回待开具', 'Take back'),
    { name: 'red-wanted', shows: '登记红字发票', answers: [answer(invoiceDesk.readInvoice, RED_WANTED)] },
  ],
};

const give = (hands: PageHands) =>
  hands.give('选择结果文件', {
    name: 'results.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('发票流水号,数电票号码'),
  });

export const STAFF_INVOICE_RESULTS: PageStates = {
  page: 'staffInvoiceResults',
  path: 'subpackages/staff/pages/invoice-results/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(invoiceDesk.importResults, makeInvoiceResults(true))],
  states: [
    ...actTroubles(give, '正在核对'),
    ...usualLooks('选择结果文件', 'Choose results'),
    { name: 'preview', shows: /第 4 行/, act: give },
    {
      name: 'unreadable',
      shows: /文件读不出来/,
      answers: [refuse(invoiceDesk.importResults, 'invoices.file_unreadable')],
      act: give,
    },
  ],
};
