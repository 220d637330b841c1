import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { REVIEWER } from '../fixtures/accounts';
import { CLOSED_TASKS, NO_TASKS, TASKS } from '../fixtures/tasks';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { listTasks, settleTask, redoTask, summarizeTasks } = endpoints.tasks;
const listed = (items: readonly (typeof TASKS)[number][], nextCursor: string | null = null) =>
  answer(listTasks, { items: [...items], nextCursor, total: items.length });

const settling = (hands: PageHands) => hands.tap('写明结果：收到的款项与订单不符');
const settled = async (hands: PageHands) => {
  await settling(hands);
  await hands.choose('已在商户平台原路退回');
  await hands.type('说明', '退款单已存档');
  await hands.tap('关闭待办');
};
const toClosed = (hands: PageHands) => hands.page.getByRole('tab', { name: '已办' }).click();

export const STAFF_TASKS: PageStates = {
  page: 'staffTasks',
  path: 'subpackages/staff/pages/tasks/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    listed(TASKS),
    refuse(redoTask, 'tasks.claimed', { details: { name: '李审核' } }),
    refuse(settleTask, 'tasks.closed'),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('收到的款项与订单不符', 'Money differs from the order'),
    {
      name: 'empty',
      shows: '没有待办，可以安心审核申请',
      answers: [listed([]), answer(summarizeTasks, NO_TASKS)],
    },
    { name: 'more', shows: '加载更多', answers: [listed(TASKS, 'next')] },
    { name: 'list-loading', shows: '已办', answers: [hold(listTasks)] },
    { name: 'list-failed', shows: '重新加载', answers: [refuse(listTasks, 'server.unavailable')] },
    { name: 'closed', shows: /银行回单已存档/, answers: [listed(CLOSED_TASKS)], act: toClosed },
    { name: 'closed-empty', shows: '还没有办完的待办', answers: [listed([])], act: toClosed },
    {
      name: 'of-a-kind-empty',
      shows: '这一类没有待办了',
      answers: [listed([])],
      act: (hands) => hands.choose('通知没有送达 1'),
    },
    {
      name: 'administrator',
      shows: '等审核员办理',
      answers: [answer(endpoints.staff.readStaff, { ...REVIEWER, roles: ['administrator'] })],
    },
    { name: 'settling', shows: '怎么处理的', act: settling },
    {
      name: 'settlement-missing',
      shows: '请选择处理结果',
      act: async (hands) => {
        await settling(hands);
        await hands.tap('关闭待办');
      },
    },
    { name: 'settle-question', shows: '关闭这项待办？', act: settled },
    {
      name: 'settle-refused',
      shows: '这项待办已经办完',
      act: async (hands) => {
        await settled(hands);
        await hands.page.getByText('关闭', { exact: true }).locator('visible=true').last().click();
      },
    },
    { name: 'redo-refused', shows: /已由李审核认领/, act: (hands) => hands.tap('重新生成：合同没有生成') },
  ],
};
