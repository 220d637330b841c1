import { endpoints, PARCEL_STATES, type ParcelState } from '@acceptance/shared';
import { answer, hold, refuse } from '../answers/answer';
import { deliveryOf, makeDelivery, makeParcel, PICK_UP, RETURNED_BEFORE } from '../fixtures/deliveries';
import { SHORT_FORM } from '../fixtures/forms';
import { hoursAgo } from '../fixtures/moments';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { readOwn, readVoucher, confirmReceived } = endpoints.deliveries;
/** Made two days ago, before the parcels of the pictures were sent. */
const TWO_DAYS_MS = 48 * 3_600_000;
const earlier = (status: 'delivered' | 'completed') => {
  const { timeline } = makeOrder({ status });
  const at = (time: string) => new Date(Date.parse(time) - TWO_DAYS_MS).toISOString();
  return makeOrder({ status }, { timeline: timeline.map((entry) => ({ ...entry, at: at(entry.at) })) });
};
const DELIVERED = earlier('delivered');
const FETCHED = makeOrder({ status: 'issued' }, { form: SHORT_FORM });
const ready = makeDelivery({ way: 'pick-up', pickUp: PICK_UP });

const HEADS: Record<ParcelState, string> = {
  sent: 'UKey 已寄出',
  'on-the-way': 'UKey 正在路上',
  arriving: '快递员今天会与您联系，请当面检查包裹是否完好',
  received: '快递显示已签收',
  troubled: '请打快递电话，核对地址和派送时间',
  refused: '包裹被拒收了',
  returned: '包裹退回受理点了',
  lost: '包裹丢失了',
};
const inEachState: PageState[] = PARCEL_STATES.map((state) => ({
  name: `parcel-${state}`,
  shows: new RegExp(HEADS[state]),
  answers: [answer(readOwn, deliveryOf(makeParcel(state)))],
}));
const collecting = [...isOrder(FETCHED), answer(readOwn, ready), answer(readVoucher, Buffer.from('%PDF-1.7 made-up'))];

export const DELIVERY: PageStates = {
  page: 'delivery',
  path: 'subpackages/certificate/pages/delivery/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    ...isOrder(DELIVERED),
    answer(readOwn, deliveryOf(makeParcel('on-the-way'))),
    answer(confirmReceived, makeOrder({ status: 'completed' })),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('UKey 正在路上', 'Your UKey is on its way'),
    ...inEachState,
    { name: 'making', shows: 'UKey 还在制作', answers: isOrder(makeOrder({ status: 'issuing' })) },
    {
      name: 'waiting',
      shows: 'UKey 已制好，等待寄出',
      answers: [...isOrder(makeOrder({ status: 'issued' })), answer(readOwn, makeDelivery())],
    },
    {
      name: 'sent-again',
      shows: '之前寄出的包裹',
      answers: [answer(readOwn, deliveryOf(makeParcel('arriving'), RETURNED_BEFORE))],
    },
    {
      name: 'all-steps',
      shows: '收起',
      act: async (hands) => {
        await hands.page.getByRole('link', { name: /查看全部/ }).click();
      },
    },
    { name: 'confirm-question', shows: '已经收到 UKey 了？', act: (hands) => hands.tap('确认收到') },
    {
      name: 'confirming',
      shows: '正在确认',
      answers: [hold(confirmReceived)],
      act: async (hands) => {
        await hands.tap('确认收到');
        await hands.confirm();
      },
    },
    {
      name: 'confirm-refused',
      shows: /包裹已登记为丢失/,
      answers: [refuse(confirmReceived, 'deliveries.parcel_lost')],
      act: async (hands) => {
        await hands.tap('确认收到');
        await hands.confirm();
      },
    },
    {
      name: 'completed',
      shows: 'UKey 已交到您手里',
      answers: [...isOrder(earlier('completed')), answer(readOwn, makeDelivery({ parcels: [makeParcel('received')] }))],
    },
    { name: 'pick-up', shows: '要带什么', answers: collecting },
    { name: 'pick-up-english', shows: 'What to bring', english: true, answers: collecting },
    { name: 'pick-up-large-type', shows: '要带什么', largeType: true, answers: collecting },
    {
      name: 'voucher-refused',
      shows: /已经领取过了/,
      answers: [...collecting, refuse(readVoucher, 'deliveries.collected')],
      act: (hands) => hands.tap(/领取凭证/),
    },
    {
      name: 'pick-up-done',
      shows: /已领取$/,
      answers: [
        ...isOrder(makeOrder({ status: 'completed' }, { form: SHORT_FORM })),
        answer(readOwn, makeDelivery({ way: 'pick-up', pickUp: { ...PICK_UP, collectedAt: hoursAgo(1) } })),
      ],
    },
    {
      name: 'software',
      shows: /没有 UKey 要寄送/,
      answers: isOrder(makeOrder({ status: 'delivered' }, { deliveryWay: 'download' })),
    },
  ],
};
