import { endpoints } from '@acceptance/shared';
import { answer } from '../answers/answer';
import { NEW_ACCOUNT } from '../fixtures/accounts';
import { ENDING_CERTIFICATE } from '../fixtures/certificates';
import { NUMBER_BEING_CHANGED } from '../fixtures/matters';
import { makeSummary } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, listed } from './applicant-answers';
import { LOAD_TROUBLES } from './troubles';
import { usualLooks } from './usual-looks';

const DRAFT = makeSummary(0, 'draft');
const ISSUED = makeSummary(1, 'issued');
const COMPLETED = makeSummary(2, 'completed');

export const HOME: PageStates = {
  page: 'home',
  path: 'pages/home/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, listed([DRAFT, ISSUED, COMPLETED], 5)],
  states: [
    {
      name: 'number-being-changed',
      shows: /有人申请把登录手机号换成/,
      answers: [answer(endpoints.personalData.readMatters, NUMBER_BEING_CHANGED)],
    },
    {
      name: 'certificate-ending',
      shows: '去续期',
      answers: [answer(endpoints.certificates.listCertificates, { items: [ENDING_CERTIFICATE] })],
    },
    ...LOAD_TROUBLES,
    ...usualLooks('最近的申请', 'Recent applications'),
    { name: 'signed-out', shows: '登录后开始申请', as: 'nobody' },
    { name: 'empty', shows: '开始申请', answers: [listed([]), answer(endpoints.account.readAccount, NEW_ACCOUNT)] },
    { name: 'waiting', shows: '正在审核您的申请', answers: [listed([makeSummary(0, 'submitted')])] },
    { name: 'returned', shows: '申请需要补充', answers: [listed([makeSummary(0, 'returned')])] },
    {
      name: 'payment-checked',
      shows: '付款正在核对',
      answers: [listed([makeSummary(0, 'approved', { troubles: ['money-differs'] })])],
    },
    { name: 'to-collect', shows: 'UKey 已制好，可以来领取了', answers: [listed([makeSummary(1, 'issued')])] },
    { name: 'parcel-sent', shows: '证书已寄出，请留意查收', answers: [listed([makeSummary(0, 'delivered')])] },
    { name: 'to-pay', shows: '审核已通过，请支付', answers: [listed([makeSummary(0, 'approved'), COMPLETED])] },
  ],
};
