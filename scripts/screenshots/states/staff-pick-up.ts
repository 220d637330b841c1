import { endpoints } from '@acceptance/shared';
import { drawOn } from '../../story/browser/draw-on';
import type { PageHands } from '../../story/browser/page-hands';
import { NAME_STROKES } from '../../story/name-strokes';
import { answer, hold, refuse } from '../answers/answer';
import { AGENT_NAME, FETCHED, PICK_UP, VOUCHER } from '../fixtures/deliveries';
import { hoursAgo } from '../fixtures/moments';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { actTroubles } from './troubles';

const { findVoucher, handOver } = endpoints.deliveryDesk;

async function typeCode(hands: PageHands): Promise<void> {
  await hands.type('领取码', PICK_UP.voucherCode);
  await hands.tap('查看');
}
async function found(hands: PageHands): Promise<void> {
  await typeCode(hands);
  await hands.see('应由谁领取');
}
const sign = ({ page }: PageHands): Promise<void> => drawOn(page, 'canvas#pick-up-canvas', NAME_STROKES);
const TICK = '证件原件已核对，与来人一致';
async function signed(hands: PageHands): Promise<void> {
  await found(hands);
  await hands.tick(TICK);
  await sign(hands);
  await hands.tap('交付 UKey');
}

export const STAFF_PICK_UP: PageStates = {
  page: 'staffPickUp',
  path: 'subpackages/staff/pages/pick-up/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(findVoucher, VOUCHER), answer(handOver, FETCHED)],
  states: [
    ...actTroubles(typeCode, '正在查看'),
    { name: 'normal', shows: '查看' },
    { name: 'large-type', shows: '应由谁领取', largeType: true, act: found },
    { name: 'english', shows: 'Look', english: true },
    { name: 'code-wrong', shows: '领取码是 12 位数字和字母', act: (hands) => hands.tap('查看') },
    {
      name: 'code-unknown',
      shows: /没有找到这个领取码/,
      answers: [refuse(findVoucher, 'deliveries.voucher_unknown')],
      act: typeCode,
    },
    { name: 'found', shows: '应由谁领取', act: found },
    {
      name: 'agent',
      shows: '代领人姓名',
      act: async (hands) => {
        await found(hands);
        await hands.choose(/^代领人/);
        await hands.type('代领人姓名', AGENT_NAME);
        await sign(hands);
      },
    },
    {
      name: 'incomplete',
      shows: '请先核对证件，再打勾',
      act: async (hands) => {
        await found(hands);
        await hands.choose(/^代领人/);
        await hands.tap('交付 UKey');
      },
    },
    { name: 'handing', shows: '正在登记', answers: [hold(handOver)], act: signed },
    {
      name: 'refused',
      shows: /已停用或注销/,
      answers: [refuse(handOver, 'deliveries.certificate_not_valid')],
      act: signed,
    },
    { name: 'handed', shows: '下一位', act: signed },
    {
      name: 'collected',
      shows: /已经领取过了/,
      answers: [answer(findVoucher, { ...VOUCHER, collectedAt: hoursAgo(2) })],
      act: typeCode,
    },
    {
      name: 'hold',
      shows: /证书已停用或注销/,
      answers: [answer(findVoucher, { ...VOUCHER, hold: 'certificate-not-valid' })],
      act: typeCode,
    },
  ],
};
