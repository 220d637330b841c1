import { type DeliveryStage, type DeliverySummary, endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import {
  DELIVERY_COUNTS,
  FETCHED,
  makeDeliveryItems,
  makeNumbers,
  makeStaffDelivery,
  sentAgain,
  sentDelivery,
} from '../fixtures/deliveries';
import { ORDER_ID } from '../fixtures/orders';
import { SETTINGS } from '../fixtures/settings';
import type { PageState, PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { actTroubles, LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { listDeliveries, readDelivery, sendParcel, settleParcel, importNumbers, exportToSend } = endpoints.deliveryDesk;

const listed = (items: DeliverySummary[], nextCursor: string | null = null) =>
  answer(listDeliveries, { items, nextCursor, total: items.length, counts: DELIVERY_COUNTS });
const ANSWERS = [
  ...STAFF_ANSWERS,
  answer(endpoints.public.readSettings, SETTINGS),
  listed(makeDeliveryItems('to-send', 12)),
  answer(readDelivery, makeStaffDelivery()),
  answer(sendParcel, sentDelivery('sent')),
  answer(exportToSend, Buffer.from('\ufeff申请编号')),
];

const openFirst = (hands: PageHands) => hands.page.getByRole('button', { name: /^打开 CGY202611240001/ }).click();
const stageOf = (stage: DeliveryStage, label: string): PageState => ({
  name: `stage-${stage}`,
  shows: '已全部显示',
  answers: [listed(makeDeliveryItems(stage, 5))],
  act: (hands) => hands.choose(new RegExp(`^${label}`)),
});

export const STAFF_DELIVERIES: PageStates = {
  page: 'staffDeliveries',
  path: 'subpackages/staff/pages/deliveries/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('已全部显示', 'All shown'),
    stageOf('to-collect', '待领取'),
    stageOf('under-way', '在途'),
    stageOf('troubled', '有问题'),
    stageOf('done', '已完成'),
    { name: 'empty', shows: '没有“待寄出”的 UKey', answers: [listed([])] },
    {
      name: 'not-found',
      shows: /没有找到/,
      answers: [listed([])],
      act: async (hands) => {
        await hands.type('查找', 'CGY202611240001');
        await hands.tap('查找');
      },
    },
    { name: 'opened', shows: '登记，寄出', screen: 'desk', act: openFirst },
    {
      name: 'opened-english',
      shows: 'Record as sent',
      english: true,
      screen: 'desk',
      act: (hands) => hands.page.getByRole('button', { name: /^Open CGY202611240001/ }).click(),
    },
    {
      name: 'number-wrong',
      shows: '运单号只有数字和字母，请核对',
      screen: 'desk',
      act: async (hands) => {
        await openFirst(hands);
        await hands.type('运单号', '运单');
        await hands.tap('登记，寄出');
      },
    },
    {
      name: 'number-used',
      shows: /这个运单号已用于申请/,
      screen: 'desk',
      answers: [refuse(sendParcel, 'deliveries.number_used', { details: { orderNumber: 'CGY202611240003' } })],
      act: async (hands) => {
        await openFirst(hands);
        await hands.type('运单号', 'EA123456789CN');
        await hands.tap('登记，寄出');
      },
    },
    {
      name: 'sent',
      shows: '单号登记错了',
      screen: 'desk',
      act: async (hands) => {
        await openFirst(hands);
        await hands.type('运单号', 'EA123456789CN');
        await hands.tap('登记，寄出');
      },
    },
    {
      name: 'export-question',
      shows: '导出待寄清单？',
      act: async (hands) => {
        await hands.page.getByRole('link', { name: '导出待寄清单' }).click();
      },
    },
  ],
};

const settling = (hands: PageHands) => hands.tap('登记结果');

export const STAFF_DELIVERY: PageStates = {
  page: 'staffDelivery',
  path: 'subpackages/staff/pages/delivery/index',
  params: { orderId: ORDER_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readDelivery),
    ...usualLooks('登记，寄出', 'Record as sent'),
    {
      name: 'printed',
      shows: '快递面单',
      screen: 'desk',
      act: async (hands) => {
        // The dialogue of the browser opens nothing here; what it would print is shown.
        await hands.page.evaluate('window.print = () => undefined');
        await hands.tap('打印面单');
        await hands.page.emulateMedia({ media: 'print' });
      },
    },
    {
      name: 'hold-revoked',
      shows: /证书已停用或注销/,
      answers: [answer(readDelivery, makeStaffDelivery({ hold: 'certificate-not-valid', canSend: false }))],
    },
    {
      name: 'hold-unwritten',
      shows: /还没有写入 UKey/,
      answers: [answer(readDelivery, makeStaffDelivery({ hold: 'token-not-checked', canSend: false }))],
    },
    { name: 'sent', shows: '还没有物流消息', answers: [answer(readDelivery, sentDelivery('sent'))] },
    {
      name: 'correcting',
      shows: '改正运单号',
      answers: [answer(readDelivery, sentDelivery('sent'))],
      act: (hands) => hands.tap('改正单号'),
    },
    { name: 'under-way', shows: '物流记录', answers: [answer(readDelivery, sentDelivery('arriving'))] },
    { name: 'returned', shows: '重新寄出', answers: [answer(readDelivery, sentDelivery('returned'))] },
    { name: 'lost', shows: /分拨中心丢失/, answers: [answer(readDelivery, sentDelivery('lost'))] },
    { name: 'sent-again', shows: '之前寄出的', answers: [answer(readDelivery, sentAgain())] },
    {
      name: 'settling',
      shows: '登记包裹的结果',
      answers: [answer(readDelivery, sentDelivery('troubled'))],
      act: settling,
    },
    {
      name: 'settling-incomplete',
      shows: '请选择结果',
      answers: [answer(readDelivery, sentDelivery('troubled'))],
      act: async (hands) => {
        await settling(hands);
        await hands.tap('确认登记');
      },
    },
    {
      name: 'lost-question',
      shows: '登记为丢失？',
      answers: [answer(readDelivery, sentDelivery('troubled')), hold(settleParcel)],
      act: async (hands) => {
        await settling(hands);
        await hands.choose(/^已丢失/);
        await hands.type('说明', '快递客服答复：在分拨中心丢失');
        await hands.tap('确认登记');
      },
    },
    { name: 'fetched', shows: /已领取（本人）/, answers: [answer(readDelivery, FETCHED)] },
    {
      name: 'to-collect',
      shows: '这份 UKey 由申请人到现场领取。',
      answers: [answer(readDelivery, { ...FETCHED, stage: 'to-collect', collected: null })],
    },
  ],
};

const give = (hands: PageHands) =>
  hands.give('选择 CSV 文件', { name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from('申请编号,运单号') });

export const STAFF_NUMBERS: PageStates = {
  page: 'staffNumbers',
  path: 'subpackages/staff/pages/numbers/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(importNumbers, makeNumbers(true))],
  states: [
    ...actTroubles(give, '正在核对'),
    { name: 'normal', shows: '选择 CSV 文件' },
    { name: 'large-type', shows: '登记这 4 条', largeType: true, act: give },
    { name: 'english', shows: 'Choose a CSV file', english: true },
    { name: 'preview', shows: '登记这 4 条', act: give },
    {
      name: 'unreadable',
      shows: '这个文件读不出来',
      answers: [refuse(importNumbers, 'deliveries.file_unreadable')],
      act: give,
    },
    {
      name: 'too-large',
      shows: /不能超过 512 KB/,
      act: (hands) =>
        hands.give('选择 CSV 文件', { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(600 * 1024) }),
    },
    { name: 'result', shows: '登记结果', answers: [answer(importNumbers, makeNumbers(false))], act: give },
  ],
};
