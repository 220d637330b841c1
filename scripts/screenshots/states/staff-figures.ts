import { endpoints, type Figures } from '@acceptance/shared';
import { answer, refuse } from '../answers/answer';
import { FIGURES } from '../fixtures/desk';
import { ADMINISTRATOR } from '../fixtures/staff-members';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';

const figures = (changes: Partial<Figures> = {}) => answer(endpoints.desk.readFigures, { ...FIGURES, ...changes });
const NOTHING: Partial<Figures> = {
  open: [],
  review: { approved: 0, returned: 0, rejected: 0, late: 0, measured: 0, reasons: [], projects: [], reviewers: [] },
  money: FIGURES.money?.map((day) => ({ ...day, received: 0, receivedFen: 0, refunded: 0, refundedFen: 0 })) ?? null,
};

export const STAFF_FIGURES: PageStates = {
  page: 'staffFigures',
  path: 'subpackages/staff/pages/figures/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(endpoints.staff.readStaff, ADMINISTRATOR), figures()],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    { name: 'normal', shows: '每日收款和退款' },
    { name: 'of-reviewers', shows: '按项目', answers: [figures({ money: null })] },
    { name: 'of-finance', shows: '每日收款和退款', answers: [figures({ review: null })] },
    { name: 'empty', shows: '这段时间没有退回', answers: [figures(NOTHING)] },
    {
      name: 'own-days',
      shows: { css: 'input[type="date"]' },
      act: (hands) => hands.choose('自选日期'),
    },
    {
      name: 'refused',
      shows: /统计的日期范围不正确/,
      answers: [refuse(endpoints.desk.readFigures, 'desk.span_invalid')],
    },
    { name: 'large-type', shows: '每日收款和退款', largeType: true },
    { name: 'english', shows: 'Money of each day', english: true },
  ],
};
