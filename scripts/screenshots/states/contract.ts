import { type ContractToRead, endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { type Answer, answer, hold, lose, refuse } from '../answers/answer';
import { CONTRACT_TEXT } from '../fixtures/contract-text';
import { SOME_SHA256 } from '../fixtures/ids';
import { NAME_PICTURE } from '../fixtures/name-picture';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { readToTheEnd } from './read-to-the-end';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';

const CONSENT = '我已阅读合同全文，同意签署';
/** Without scrolling to it, which would be reading. */
const tickAtOnce = (hands: PageHands) =>
  hands.page.getByRole('checkbox', { name: CONSENT }).locator('visible=true').first().dispatchEvent('click');
const read = async (hands: PageHands) => {
  await hands.see('先看要点');
  await readToTheEnd(hands);
};
const HURRIED = /^我确认已阅读并理解合同全文/;
const agree = async (hands: PageHands) => {
  await read(hands);
  await hands.tick(HURRIED);
  await hands.tick(CONSENT);
  await hands.tap('同意并继续');
};
const { recordConsent, readContractText } = endpoints.contracts;
/** The first reading gives the contract, every later one with something changed. */
function renewedBy(changes: Partial<ContractToRead>): Answer {
  let readings = 0;
  return answer(readContractText, () => {
    readings += 1;
    return readings === 1 ? CONTRACT_TEXT : { ...CONTRACT_TEXT, ...changes };
  });
}

export const CONTRACT: PageStates = {
  page: 'applyContract',
  path: 'subpackages/apply/pages/contract/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ step: 'contract' }))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    { name: 'normal', shows: '先看要点' },
    { name: 'large-type', shows: '先看要点', largeType: true },
    {
      name: 'name-picture',
      shows: '先看要点',
      answers: [answer(readContractText, { ...CONTRACT_TEXT, namePicture: NAME_PICTURE })],
    },
    { name: 'english', shows: 'Key points first', english: true },
    { name: 'ticked-too-early', shows: '请先读到合同末尾，再勾选', act: tickAtOnce },
    { name: 'read', shows: '已读完', act: read },
    {
      name: 'hurried',
      shows: '您读得很快，请再勾选“我确认已阅读并理解”',
      act: async (hands) => {
        await read(hands);
        await hands.tick(CONSENT);
      },
    },
    {
      name: 'hurried-large-type',
      shows: '您读得很快，请再勾选“我确认已阅读并理解”',
      largeType: true,
      act: async (hands) => {
        await read(hands);
        await hands.tick(CONSENT);
      },
    },
    {
      name: 'ticked',
      shows: '同意并继续',
      act: async (hands) => {
        await read(hands);
        await hands.tick(HURRIED);
        await hands.tick(CONSENT);
      },
    },
    { name: 'agreeing', shows: '正在记录…', answers: [hold(recordConsent)], act: agree },
    { name: 'offline-agreeing', shows: '网络连接不上', answers: [lose(recordConsent)], act: agree },
    {
      name: 'renewed',
      shows: '合同内容有更新',
      answers: [
        refuse(recordConsent, 'contracts.version_outdated'),
        renewedBy({ version: '2026.14', sha256: SOME_SHA256 }),
      ],
      act: agree,
    },
    {
      name: 'details-changed',
      shows: '合同里的信息有变动',
      answers: [refuse(recordConsent, 'contracts.details_changed'), renewedBy({ detailsSha256: CONTRACT_TEXT.sha256 })],
      act: agree,
    },
    {
      name: 'reading-not-recorded',
      shows: '没能记下您的阅读时间',
      answers: [refuse(recordConsent, 'contracts.reading_time_wrong')],
      act: agree,
    },
    {
      name: 'another-legal-representative',
      shows: '申请信息需要修改',
      answers: [refuse(readContractText, 'units.role_mismatch')],
    },
    {
      name: 'agreed',
      shows: '您已同意这份合同，下面可以再看一遍。',
      answers: isOrder(makeOrder({ step: 'signature' })),
    },
  ],
};
