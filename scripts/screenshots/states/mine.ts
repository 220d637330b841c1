import { endpoints } from '@acceptance/shared';
import { answer } from '../answers/answer';
import { NEW_ACCOUNT } from '../fixtures/accounts';
import { DELETION_SCHEDULED, NUMBER_BEING_CHANGED } from '../fixtures/matters';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES } from './troubles';
import { usualLooks } from './usual-looks';

const notVerified = [answer(endpoints.account.readAccount, NEW_ACCOUNT)];

export const MINE: PageStates = {
  page: 'mine',
  path: 'pages/mine/index',
  as: 'applicant',
  screens: ['phone'],
  answers: APPLICANT_ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    ...usualLooks('已实名认证', 'Large type'),
    {
      name: 'deletion-scheduled',
      shows: /账号将于/,
      answers: [answer(endpoints.personalData.readMatters, DELETION_SCHEDULED)],
    },
    {
      name: 'object-question',
      shows: '阻止更换手机号？',
      answers: [answer(endpoints.personalData.readMatters, NUMBER_BEING_CHANGED)],
      act: (hands) => hands.tap('阻止'),
    },
    { name: 'signed-out', shows: '您还没有登录', as: 'nobody' },
    { name: 'not-verified', shows: '未实名认证', answers: notVerified },
    { name: 'sign-out-question', shows: '退出登录？', act: (hands) => hands.tap('退出登录') },
  ],
};
