import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { makeSummary } from '../fixtures/orders';
import { PAID_PROJECT, PROJECTS } from '../fixtures/projects';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, listed } from './applicant-answers';
import { LOAD_TROUBLES } from './troubles';

const choose = (hands: PageHands) => hands.choose(/政府采购云平台/);
const begin = async (hands: PageHands) => {
  await choose(hands);
  await hands.tap('开始申请');
};
const FOR_BOTH = { ...PAID_PROJECT, attachments: [], applicantTypes: ['person' as const, 'unit' as const] };

export const START: PageStates = {
  page: 'applyStart',
  path: 'subpackages/apply/pages/start/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(endpoints.public.listProjects, { items: [...PROJECTS] }), listed([])],
  states: [
    ...LOAD_TROUBLES,
    { name: 'normal', shows: '请先选择一个项目' },
    { name: 'chosen', shows: /审核通过后再支付/, act: choose },
    { name: 'large-type', shows: /审核通过后再支付/, act: choose, largeType: true },
    { name: 'english', shows: 'Which project do you need a certificate for?', english: true },
    { name: 'empty', shows: '现在没有可以办理的项目', answers: [answer(endpoints.public.listProjects, { items: [] })] },
    { name: 'signed-out', shows: '登录后开始申请', as: 'nobody', act: choose },
    { name: 'personal-project', shows: /审核通过后再支付/, act: (hands) => hands.choose(/个人电子签名/) },
    {
      name: 'for-both',
      shows: '请选择为谁办理',
      answers: [answer(endpoints.public.listProjects, { items: [FOR_BOTH] })],
    },
    {
      name: 'for-both-chosen',
      shows: /审核通过后再支付/,
      answers: [answer(endpoints.public.listProjects, { items: [FOR_BOTH] })],
      act: (hands) => hands.choose(/为我本人办理/),
    },
    {
      name: 'draft-exists',
      shows: '继续未提交的申请',
      answers: [listed([makeSummary(0, 'draft')])],
      act: choose,
    },
    { name: 'beginning', shows: '正在建立申请…', answers: [hold(endpoints.orders.createOrder)], act: begin },
    {
      name: 'too-many-drafts',
      shows: '未提交的申请太多了',
      answers: [refuse(endpoints.orders.createOrder, 'orders.too_many_drafts')],
      act: begin,
    },
  ],
};
