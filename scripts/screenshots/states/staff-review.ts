import { endpoints, type StaffOrderView } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { masked, NOTHING_READ, READING_OF_ANOTHER } from '../fixtures/card-readings';
import { UNUSUAL_FORM } from '../fixtures/forms';
import { ORDER_ID, ROUND } from '../fixtures/orders';
import { CLAIM_OF_ANOTHER, FULL_PERSON, makeStaffOrder, OWN_CLAIM } from '../fixtures/staff-orders';
import type { PageState, PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { claimOrder, readOrder, readOrderFile, readPerson } = endpoints.staff;
/** Read and taken: both say the same of it. */
const underReview = (changes: Partial<StaffOrderView>) => [
  answer(readOrder, makeStaffOrder('submitted', changes)),
  answer(claimOrder, makeStaffOrder('submitted', { claim: OWN_CLAIM, ...changes })),
];
const inStatus = (
  name: string,
  status: Parameters<typeof makeStaffOrder>[0],
  shows: PageState['shows'],
): PageState => ({
  name,
  shows,
  answers: [answer(readOrder, makeStaffOrder(status))],
});
const returning = (hands: PageHands) => hands.tap('退回补充');
const markFront = async (hands: PageHands) => {
  await returning(hands);
  await hands.page.getByRole('checkbox', { name: '身份证人像面' }).locator('visible=true').first().click();
  await hands.choose('有反光');
};

/** Drags around the name on the front of the card, and gives a reason. */
const markSpot = async (hands: PageHands) => {
  await hands.tap('放大查看身份证人像面');
  await hands.tap('圈出问题 M');
  const room = await hands.page.locator('.picture-stage__room').first().boundingBox();
  if (!room) {
    throw new Error('no picture is enlarged');
  }
  const at = (x: number, y: number) => [room.x + room.width * x, room.y + room.height * y] as const;
  await hands.page.mouse.move(...at(0.15, 0.3));
  await hands.page.mouse.down();
  await hands.page.mouse.move(...at(0.55, 0.4), { steps: 4 });
  await hands.page.mouse.up();
  await hands.page.keyboard.press('1');
};

export const STAFF_REVIEW: PageStates = {
  page: 'staffReview',
  path: 'subpackages/staff/pages/review/index',
  params: { orderId: ORDER_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: STAFF_ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readOrder),
    ...usualLooks('填写内容', 'Entered'),
    {
      name: 'resubmitted',
      shows: /退回过 1 次/,
      answers: underReview({
        reviewRounds: [ROUND],
        changedSinceReturn: [{ field: 'id-card-front' }, { field: 'address' }],
      }),
    },
    {
      name: 'risk-flags',
      shows: '这位经办人还替另外 2 家单位申请过',
      answers: underReview({
        riskFlags: [
          { kind: 'person-in-other-units', count: 2, orderNumbers: ['CGY202611200004', 'CGY202611180011'] },
          { kind: 'picture-twice', count: 1, orderNumbers: [] },
        ],
      }),
    },
    inStatus('rejected-why', 'rejected', '不予通过的原因'),
    {
      name: 'unusual-code',
      shows: '校验位不符，申请人确认与执照一致',
      answers: underReview({ form: UNUSUAL_FORM }),
    },
    {
      name: 'card-of-another',
      shows: '照片上的姓名与实名认证的不一致',
      answers: [
        ...underReview({ idCardReading: masked(READING_OF_ANOTHER) }),
        answer(readPerson, { ...FULL_PERSON, card: READING_OF_ANOTHER.front }),
      ],
    },
    {
      name: 'card-unread',
      shows: '没有自动识别，请人工核对',
      answers: underReview({ idCardReading: masked(NOTHING_READ) }),
    },
    {
      name: 'taken-by-another',
      shows: '这份申请正由李审核审核',
      answers: underReview({ claim: CLAIM_OF_ANOTHER }),
    },
    inStatus('returned', 'returned', /不需要审核/),
    inStatus('approved', 'approved', /不需要审核/),
    inStatus('paid', 'paid', '支付记录'),
    {
      name: 'may-only-look',
      shows: '当前账号只能查看，不能审核',
      answers: underReview({ availableEvents: [] }),
    },
    { name: 'photos-loading', shows: '正在打开', answers: [hold(readOrderFile)] },
    { name: 'photos-failed', shows: '重试', answers: [refuse(readOrderFile, 'server.unavailable')] },
    { name: 'returning', shows: '哪些内容需要补充？', act: returning },
    { name: 'marked', shows: '确认退回', act: markFront },
    { name: 'rejecting', shows: '为什么不予通过？', act: (hands) => hands.tap('不予通过') },
    {
      name: 'photo-enlarged',
      shows: /关闭/,
      act: (hands) => hands.tap('放大查看身份证人像面'),
    },
    { name: 'spot-marked', shows: /按数字选原因|已圈出/, act: markSpot },
    {
      name: 'paper-enlarged',
      shows: /3 \/ 4/,
      act: async (hands) => {
        await hands.tap('放大查看身份证人像面');
        await hands.page.keyboard.press('ArrowRight');
        await hands.page.keyboard.press('ArrowRight');
      },
    },
  ],
};
