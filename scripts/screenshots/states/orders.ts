import { endpoints, ORDER_STATUSES } from '@acceptance/shared';
import { hold } from '../answers/answer';
import { makeSummary } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, listed } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const EVERY_STATUS = ORDER_STATUSES.map((status, n) => makeSummary(n, status));

export const ORDERS: PageStates = {
  page: 'orders',
  path: 'pages/orders/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, listed(EVERY_STATUS, 40)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('继续申请', 'Delete'),
    {
      name: 'waits-for-staff',
      shows: '收到的款项正在核对，请不要重复付款',
      answers: [
        listed([
          makeSummary(0, 'approved', { troubles: ['money-differs'] }),
          makeSummary(1, 'draft', { troubles: ['contract-failed'] }),
        ]),
      ],
    },
    { name: 'empty', shows: '还没有申请', answers: [listed([])] },
    {
      name: 'empty-in-group',
      shows: /没有“待我处理”的申请/,
      answers: [listed([])],
      act: (hands) => hands.choose('待我处理'),
    },
    { name: 'delete-question', shows: '删除这份申请？', act: (hands) => hands.tap(/^删除/) },
    {
      name: 'deleting',
      shows: '删除',
      answers: [hold(endpoints.orders.deleteDraft)],
      act: async (hands) => {
        await hands.tap(/^删除/);
        await hands.see('删除这份申请？');
        await hands.page.locator('.taro-modal__confirm, .taro-model__confirm').first().click();
      },
    },
  ],
};
