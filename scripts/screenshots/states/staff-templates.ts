import { AppError, endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import {
  CURRENT_TEMPLATE,
  DRAFT_TEMPLATE,
  FAULTY_TEMPLATE,
  PLACEHOLDERS,
  VERSIONS,
} from '../fixtures/contract-templates';
import { daysAgo } from '../fixtures/moments';
import { ADMINISTRATOR } from '../fixtures/staff-members';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { contractTemplates } = endpoints;
const listIs = (items = VERSIONS, mayEdit = true) =>
  answer(contractTemplates.listTemplates, { items, placeholders: PLACEHOLDERS, mayEdit });
const templateIs = (template = DRAFT_TEMPLATE) => answer(contractTemplates.readTemplate, template);
const ANSWERS = [
  ...STAFF_ANSWERS,
  answer(endpoints.staff.readStaff, ADMINISTRATOR),
  answer(endpoints.staff.readSecondFactor, { enrolled: true, recoveryCodesLeft: 10, certificates: [] }),
];

export const STAFF_TEMPLATES: PageStates = {
  page: 'staffTemplates',
  path: 'subpackages/staff/pages/templates/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...ANSWERS, listIs()],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('修改草稿', 'Edit the draft'),
    { name: 'no-draft', shows: '修改合同', answers: [listIs(VERSIONS.slice(1))] },
    { name: 'reader', shows: '以前', answers: [listIs(VERSIONS, false)] },
  ],
};

async function publish(hands: PageHands): Promise<void> {
  await hands.tap('发布');
  await hands.type('本人登录密码', 'made-up password');
  await hands.type('本人动态验证码', '246810');
  await hands.tap('确认发布');
}

export const STAFF_TEMPLATE: PageStates = {
  page: 'staffTemplate',
  path: 'subpackages/staff/pages/template/index',
  params: { templateId: DRAFT_TEMPLATE.id },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...ANSWERS,
    templateIs(),
    answer(contractTemplates.publishDraft, { ...DRAFT_TEMPLATE, state: 'current', publication: null }),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('可以发布', 'Ready to be published'),
    { name: 'current', shows: '全文完', answers: [templateIs(CURRENT_TEMPLATE)] },
    {
      name: 'reader',
      shows: '全文完',
      answers: [templateIs({ ...DRAFT_TEMPLATE, mayEdit: false, publication: null })],
    },
    { name: 'faults', shows: '发布前还有 3 处要改', answers: [templateIs(FAULTY_TEMPLATE)] },
    {
      name: 'another-administrator',
      shows: /请另一位管理员核对并发布/,
      answers: [templateIs({ ...DRAFT_TEMPLATE, publication: 'another-administrator' })],
    },
    {
      name: 'waits',
      shows: /只有一位管理员/,
      answers: [templateIs({ ...DRAFT_TEMPLATE, publication: 'time', publishableFrom: daysAgo(-1) })],
    },
    { name: 'confirm', shows: /已经签署的不变/, act: (hands) => hands.tap('发布') },
    { name: 'published', shows: '现行', act: publish },
    {
      name: 'publish-refused',
      shows: '动态验证码不对或已经用过',
      answers: [refuse(contractTemplates.publishDraft, 'auth.second_factor_wrong')],
      act: publish,
    },
    { name: 'discard-question', shows: '丢弃这份草稿？', act: (hands) => hands.tap('丢弃草稿') },
    {
      name: 'sample-refused',
      shows: '这份草稿还不能用来签合同',
      answers: [refuse(contractTemplates.readSample, 'templates.unfit')],
      act: (hands) => hands.tap('示例合同（单位）'),
    },
    {
      name: 'not-found',
      shows: new AppError('templates.not_found').userMessage,
      answers: [refuse(contractTemplates.readTemplate, 'templates.not_found')],
    },
  ],
};

export const STAFF_TEMPLATE_DRAFT: PageStates = {
  page: 'staffTemplateDraft',
  path: 'subpackages/staff/pages/template-draft/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...ANSWERS, listIs(), templateIs(), refuse(contractTemplates.saveDraft, 'request.conflict')],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('可以使用的占位', 'What may be named'),
    {
      name: 'from-current',
      shows: /为底稿/,
      answers: [listIs(VERSIONS.slice(1)), templateIs(CURRENT_TEMPLATE)],
    },
    {
      name: 'save-refused',
      shows: new AppError('request.conflict').userMessage,
      act: async (hands) => {
        await hands.type('标题', '电子服务合同');
        await hands.tap('保存草稿');
      },
    },
    { name: 'remove-question', shows: '删除这一条？', act: (hands) => hands.tap('删除：第 1 条') },
  ],
};
