import { endpoints, type ReconciliationSummary } from '@acceptance/shared';
import { type Answer, answer, refuse } from '../answers/answer';
import { DIFFERING_DAY, makeDay, makeDayView, RECONCILIATION_COUNTS } from '../fixtures/reconciliation';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { reconciliation } = endpoints;

const listIs = (items: ReconciliationSummary[]): Answer =>
  answer(reconciliation.listDays, { items, nextCursor: null, total: items.length, counts: RECONCILIATION_COUNTS });
const NOT_YET = { state: 'waiting', ours: null, theirs: null, comparedAt: null, billSha1: null, flow: null } as const;
const DAYS = [
  makeDay(1, { state: 'waiting', ours: null, theirs: null, comparedAt: null }),
  makeDay(2, { state: 'differs', differences: 3, openDifferences: 2 }),
  makeDay(3, { state: 'settled', differences: 1 }),
  makeDay(4),
  makeDay(5),
];

export const STAFF_RECONCILIATION: PageStates = {
  page: 'staffReconciliation',
  path: 'subpackages/staff/pages/reconciliation/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, listIs(DAYS)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('有差异 2', 'Differs 2'),
    { name: 'empty', shows: /还没有对账记录/, answers: [listIs([])] },
  ],
};

export const STAFF_RECONCILIATION_DAY: PageStates = {
  page: 'staffReconciliationDay',
  path: 'subpackages/staff/pages/reconciliation-day/index',
  params: { day: '2026-11-24' },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(reconciliation.readDay, DIFFERING_DAY)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(reconciliation.readDay),
    ...usualLooks(/有 3 笔差异等待处理/, /3 differences have to be settled/),
    { name: 'matched', shows: /逐笔一致/, answers: [answer(reconciliation.readDay, makeDayView())] },
    {
      name: 'waiting',
      shows: /对账单还没有取到/,
      answers: [answer(reconciliation.readDay, makeDayView({ ...NOT_YET, nextLookAt: '2026-11-25T04:00:00.000Z' }))],
    },
    { name: 'stopped', shows: /原因见“任务”/, answers: [answer(reconciliation.readDay, makeDayView(NOT_YET))] },
    {
      name: 'settled-meanwhile',
      shows: /已由 周明 写明处理结果/,
      answers: [
        refuse(reconciliation.settleDifference, 'reconciliation.difference_settled', { details: { name: '周明' } }),
      ],
      act: async (hands) => {
        await hands.tap('写明处理结果');
        await hands.type('处理结果', '差额已退回付款人');
        await hands.tap('保存');
      },
    },
  ],
};
