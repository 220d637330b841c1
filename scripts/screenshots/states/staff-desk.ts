import { endpoints, type FoundOrder, type SearchKind } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { PERSON, REVIEWER } from '../fixtures/accounts';
import { DESK_COUNTS } from '../fixtures/desk';
import { SIGNING_KEY } from '../fixtures/device-keys';
import { makeQueue } from '../fixtures/staff-orders';
import type { PageState, PageStates } from '../page-states';
import { queued, STAFF_ANSWERS } from './staff-answers';
import { actTroubles, LOAD_TROUBLES, SIGNED_OUT } from './troubles';

async function signIn(hands: PageHands): Promise<void> {
  await hands.type('账号', 'reviewer');
  await hands.type('密码', `made-up-${PERSON.phone}`);
  await hands.tap('登录');
}

export const STAFF_SIGN_IN: PageStates = {
  page: 'staffSignIn',
  path: 'subpackages/staff/pages/sign-in/index',
  as: 'nobody',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, refuse(endpoints.staff.signInStaff, 'auth.password_wrong')],
  states: [
    ...actTroubles(signIn, '正在登录'),
    { name: 'normal', shows: '受理服务 · 工作人员' },
    { name: 'field-errors', shows: '请输入密码', act: (hands) => hands.tap('登录') },
    { name: 'wrong-password', shows: /账号或密码不对/, act: signIn },
    {
      name: 'second-factor',
      shows: /手机不在身边时/,
      answers: [refuse(endpoints.staff.signInStaff, 'auth.second_factor_required')],
      act: signIn,
    },
    {
      name: 'second-factor-ways',
      shows: '数字证书',
      answers: [
        refuse(endpoints.staff.signInStaff, 'auth.second_factor_required', { details: { ways: 'code+certificate' } }),
      ],
      act: signIn,
    },
    {
      name: 'second-factor-certificate',
      shows: '证书密码',
      answers: [
        refuse(endpoints.staff.signInStaff, 'auth.second_factor_required', { details: { ways: 'certificate' } }),
      ],
      stored: SIGNING_KEY,
      act: signIn,
    },
  ],
};

const openFirst = async (hands: PageHands) => {
  await hands.page.locator('.queue-row').locator('visible=true').first().click();
  await hands.see('审核决定');
};
/** What is decided upon has to be seen first. */
const approve = async (hands: PageHands) => {
  await hands.page.locator('.order-papers__grid img').locator('visible=true').last().waitFor();
  await hands.tap('通过');
};
const onDesk = (
  name: string,
  shows: PageState['shows'],
  act: NonNullable<PageState['act']>,
  answers: PageState['answers'] = [],
): PageState => ({
  name,
  shows,
  answers,
  screen: 'desk',
  act: async (hands) => {
    await openFirst(hands);
    await act(hands);
  },
});

const openFilter = (hands: PageHands): Promise<void> =>
  hands.page.getByRole('link', { name: '筛选', exact: true }).locator('visible=true').click();

export const STAFF_QUEUE: PageStates = {
  page: 'staffQueue',
  path: 'subpackages/staff/pages/queue/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: STAFF_ANSWERS,
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    { name: 'normal', shows: '共 187 份' },
    {
      name: 'nothing-waits',
      shows: '登录安全',
      answers: [
        answer(endpoints.desk.readCounts, { counts: DESK_COUNTS.map((count) => ({ ...count, waiting: 0, late: 0 })) }),
      ],
    },
    { name: 'large-type', shows: '共 187 份', largeType: true },
    { name: 'few', shows: '共 2 份', answers: [queued(makeQueue(2))] },
    { name: 'empty', shows: /没有“待审核”的申请/, answers: [queued([])] },
    { name: 'filter', shows: '存为我的筛选', act: openFilter },
    {
      name: 'filtered',
      shows: '我的筛选',
      stored: {
        [`desk-filters:${REVIEWER.id}`]: {
          last: { status: 'submitted', projectId: null, late: true, flagged: true },
          saved: [
            { name: '超时的', filter: { status: 'submitted', projectId: null, late: true, flagged: true } },
            { name: '等待制证', filter: { status: 'paid', projectId: null, late: false, flagged: false } },
          ],
        },
      },
    },
    { name: 'all-statuses', shows: '收起', act: (hands) => hands.tap('更多状态') },
    onDesk('order-open', '退回补充', async () => undefined),
    onDesk('photos-loading', /照片还没有全部打开/, async () => undefined, [hold(endpoints.staff.readOrderFile)]),
    onDesk('approved-held', /秒后通知申请人/, approve),
    onDesk('returning', '哪些内容需要补充？', (hands) => hands.tap('退回补充')),
    onDesk('rejecting', '为什么不予通过？', (hands) => hands.tap('不予通过')),
    {
      name: 'order-loading',
      shows: '共 187 份',
      screen: 'desk',
      answers: [hold(endpoints.staff.readOrder)],
      act: (hands) => hands.page.locator('.queue-row').locator('visible=true').first().click(),
    },
  ],
};

const find = async (hands: PageHands): Promise<void> => {
  await hands.type('查找申请', PERSON.phone);
  await hands.tap('查找');
};
const FOUND: FoundOrder[] = makeQueue(3).map(({ id, orderNumber, projectName, submittedAt, unitName, ...item }) => ({
  id,
  orderNumber,
  projectName,
  status: item.status,
  submittedAt,
  unitName,
  applicantNameMasked: item.agentNameMasked,
}));
const foundBy = (kind: SearchKind, items: FoundOrder[], hasMore = false) =>
  answer(endpoints.desk.searchOrders, { kind, items, hasMore });

export const STAFF_SEARCH: PageStates = {
  page: 'staffSearch',
  path: 'subpackages/staff/pages/search/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, foundBy('phone', FOUND)],
  states: [
    ...actTroubles(find, '正在查找'),
    { name: 'normal', shows: /申请编号（可只输开头）/ },
    { name: 'field-errors', shows: '请至少输入 2 个字', act: (hands) => hands.tap('查找') },
    { name: 'found', shows: '找到 3 份', act: find },
    {
      name: 'found-without-names',
      shows: '找到 3 份',
      answers: [
        foundBy(
          'phone',
          FOUND.map((item) => ({ ...item, unitName: null, applicantNameMasked: null })),
        ),
      ],
      act: find,
    },
    { name: 'too-many', shows: /只列出最近的 20 份/, answers: [foundBy('name', FOUND, true)], act: find },
    { name: 'empty', shows: /没有用这个手机号实名的申请/, answers: [foundBy('phone', [])], act: find },
    {
      name: 'id-number',
      shows: /不能用身份证号查找申请/,
      answers: [refuse(endpoints.desk.searchOrders, 'desk.no_search_by_id_number')],
      act: find,
    },
    { name: 'large-type', shows: '找到 3 份', largeType: true, act: find },
    {
      name: 'english',
      shows: '3 found',
      english: true,
      act: async (hands) => {
        await hands.type('Find an application', PERSON.phone);
        await hands.tap('Find');
      },
    },
  ],
};
