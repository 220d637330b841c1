import { type EntryView, endpoints, type TransferSummary } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { type Answer, answer, refuse } from '../answers/answer';
import { ORDER_ID } from '../fixtures/orders';
import { slipPicture } from '../fixtures/pictures';
import {
  ENTRY_ID,
  makeEntry,
  makeEntryDetail,
  makeImport,
  makePreview,
  makeProgress,
  makeSlips,
  makeStaffTransfer,
} from '../fixtures/transfers';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { actTroubles, LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { transferDesk } = endpoints;
const slips = (items: TransferSummary[]): Answer =>
  answer(transferDesk.listTransfers, { items, nextCursor: null, total: items.length, openEntries: 3 });
const entries = (items: EntryView[]): Answer =>
  answer(transferDesk.listEntries, { items, nextCursor: null, total: items.length });
const ANSWERS = [
  ...STAFF_ANSWERS,
  answer(endpoints.staff.readSecondFactor, { enrolled: true, recoveryCodesLeft: 8, certificates: [] }),
  slips(makeSlips(8)),
  entries([1, 2, 3].map((index) => makeEntry(index))),
  answer(transferDesk.readTransfer, makeStaffTransfer()),
  answer(transferDesk.readEntry, makeEntryDetail()),
  answer(transferDesk.readSlip, slipPicture),
];

export const STAFF_TRANSFERS: PageStates = {
  page: 'staffTransfers',
  path: 'subpackages/staff/pages/transfers/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('已全部显示', 'All shown'),
    { name: 'empty', shows: '没有等待核实的凭证', answers: [slips([])] },
    { name: 'money', shows: /没有识别到备注码/, act: (hands) => hands.choose(/^待处理到账/) },
    { name: 'record-empty', shows: '请填写银行流水号', act: (hands) => hands.tap('登记到账') },
  ],
};

export const STAFF_TRANSFER: PageStates = {
  page: 'staffTransfer',
  path: 'subpackages/staff/pages/transfer/index',
  params: { orderId: ORDER_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(transferDesk.readTransfer),
    ...usualLooks('可能对应的到账', 'Money that may be its'),
    {
      name: 'no-money',
      shows: /没有附言带这个备注码/,
      answers: [answer(transferDesk.readTransfer, makeStaffTransfer({ candidates: [] }))],
    },
    { name: 'refuse-empty', shows: '请填写原因', act: (hands) => hands.tap('退回凭证') },
    {
      name: 'paid',
      shows: '已用的到账',
      answers: [
        answer(
          transferDesk.readTransfer,
          makeStaffTransfer({
            state: 'paid',
            candidates: [],
            paidWith: [makeEntryDetail({ state: 'used', remainingFen: 0, problem: null })],
          }),
        ),
      ],
    },
  ],
};

export const STAFF_ENTRY: PageStates = {
  page: 'staffEntry',
  path: 'subpackages/staff/pages/transfer-entry/index',
  params: { entryId: ENTRY_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    {
      name: 'not-found',
      shows: /没有找到这笔到账/,
      answers: [refuse(transferDesk.readEntry, 'bank_transfers.entry_not_found')],
    },
    ...usualLooks('要入账的申请', 'Applications to book to'),
    {
      name: 'order-unknown',
      shows: '没有找到这份申请',
      answers: [answer(transferDesk.findPayable, { items: [] })],
      act: async (hands) => {
        await hands.type('申请编号或备注码', 'CGY-261123-0009');
        await hands.tap('加上申请');
      },
    },
    {
      name: 'returned',
      shows: '已退回',
      answers: [answer(transferDesk.readEntry, makeEntryDetail({ state: 'returned' }))],
    },
  ],
};

const giveOther = async (hands: PageHands) => {
  await hands.choose('其他银行');
  await give(hands);
};
const give = (hands: PageHands) =>
  hands.give('选择文件', { name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from('交易日,贷方金额') });

export const STAFF_STATEMENT: PageStates = {
  page: 'staffStatement',
  path: 'subpackages/staff/pages/transfer-statement/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...ANSWERS,
    answer(transferDesk.importStatement, makeImport()),
    answer(transferDesk.startMatching, makeProgress()),
    answer(endpoints.statementLayouts.previewStatement, makePreview()),
  ],
  states: [
    ...actTroubles(give, '正在导入'),
    { name: 'normal', shows: '选择文件' },
    { name: 'large-type', shows: '自动入账', largeType: true, act: give },
    { name: 'english', shows: 'Choose a file', english: true },
    { name: 'taken', shows: /第 31 行/, act: give },
    {
      name: 'nothing-new',
      shows: /没有新的到账/,
      answers: [
        answer(
          transferDesk.importStatement,
          makeImport({ importId: null, added: 0, addedFen: 0, troubled: 0, troubles: [] }),
        ),
      ],
      act: give,
    },
    {
      name: 'unreadable',
      shows: /认不出这份对账单的表头/,
      answers: [refuse(transferDesk.importStatement, 'bank_transfers.statement_unreadable')],
      act: give,
    },
    { name: 'other-known', shows: /认出了“示例农业银行”/, act: giveOther },
    {
      name: 'other-unknown',
      shows: '保存并导入',
      answers: [answer(endpoints.statementLayouts.previewStatement, makePreview(null))],
      act: async (hands) => {
        await giveOther(hands);
        await hands.choose(/^第 2 行/);
      },
    },
  ],
};
