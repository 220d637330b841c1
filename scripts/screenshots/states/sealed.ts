import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { hold, lose, refuse } from '../answers/answer';
import { SOME_SHA256 } from '../fixtures/ids';
import { makeContract, makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';

const TICK = '我已阅读生成的合同';
const OPENED = { 'opened-contract': SOME_SHA256 } as const;
const sealing = isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('sealing') }));
const confirm = async (hands: PageHands) => {
  await hands.tick(TICK);
  await hands.tap('确认合同');
};

export const SEALED: PageStates = {
  page: 'applySealed',
  path: 'subpackages/apply/pages/sealed/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ step: 'sealed' }))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    { name: 'normal', shows: '打开合同' },
    { name: 'large-type', shows: '打开合同', largeType: true },
    {
      name: 'failed',
      shows: '合同生成遇到问题，工作人员已收到，无需重复提交',
      answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('failed') })),
    },
    { name: 'sealing', shows: '正在生成合同 · 约 3 秒', answers: sealing },
    {
      name: 'sealing-slowly',
      shows: '比平时慢一些',
      answers: sealing,
      act: async ({ page, see }) => {
        await see('正在生成合同 · 约 3 秒');
        await page.clock.fastForward(25_000);
      },
    },
    { name: 'pdf-coming', shows: '正在下载合同…', answers: [hold(endpoints.contracts.readContractPdf)] },
    {
      name: 'pdf-failed',
      shows: '重新下载合同',
      answers: [refuse(endpoints.contracts.readContractPdf, 'server.unavailable')],
    },
    { name: 'ticked-too-early', shows: '请先打开合同看一看，再勾选', act: (hands) => hands.tick(TICK) },
    { name: 'opened', shows: '请勾选“我已阅读生成的合同”', stored: OPENED },
    { name: 'ticked', shows: '确认合同', stored: OPENED, act: (hands) => hands.tick(TICK) },
    {
      name: 'confirming',
      shows: '正在确认…',
      stored: OPENED,
      answers: [hold(endpoints.contracts.acknowledgeContract)],
      act: confirm,
    },
    {
      name: 'offline-confirming',
      shows: '网络连接不上',
      stored: OPENED,
      answers: [lose(endpoints.contracts.acknowledgeContract)],
      act: confirm,
    },
    {
      name: 'renewal-asked',
      shows: '作废这份合同？',
      act: (hands) => hands.tap('作废合同，修改后重签'),
    },
    { name: 'acknowledged', shows: '已确认', answers: isOrder(makeOrder({ step: 'form' })) },
  ],
};
