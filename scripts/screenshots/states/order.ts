import { APPLICATION_STEPS, endpoints, ORDER_STATUSES } from '@acceptance/shared';
import { hold } from '../answers/answer';
import { makeContract, makeOrder, ORDER_ID, returnedOrder } from '../fixtures/orders';
import { FREE_PROJECT } from '../fixtures/projects';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';

const inEachStatus: PageState[] = ORDER_STATUSES.filter((status) => status !== 'draft' && status !== 'returned').map(
  (status) => ({ name: status, shows: '办理进度', answers: isOrder(makeOrder({ status })) }),
);
const draftAtEachStep: PageState[] = APPLICATION_STEPS.map((step) => ({
  name: `draft-at-${step}`,
  shows: '继续申请',
  answers: isOrder(makeOrder({ step })),
}));

export const ORDER: PageStates = {
  page: 'order',
  path: 'pages/order/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ status: 'submitted' }))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    { name: 'normal', shows: '办理进度' },
    { name: 'large-type', shows: '办理进度', largeType: true },
    { name: 'english', shows: 'Progress', english: true },
    ...draftAtEachStep,
    {
      name: 'draft-sealing',
      shows: '正在生成合同，约 3 秒',
      answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('sealing') })),
    },
    ...inEachStatus,
    { name: 'returned', shows: '需要补充的地方', answers: isOrder(returnedOrder()) },
    {
      name: 'free-project',
      shows: '免费',
      answers: isOrder(makeOrder({ status: 'issuing' }, { project: FREE_PROJECT, payments: [] })),
    },
    { name: 'photos-loading', shows: '证件与合同', answers: [hold(endpoints.files.readFile)] },
  ],
};
