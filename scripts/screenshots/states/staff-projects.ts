import { endpoints } from '@acceptance/shared';
import { answer } from '../answers/answer';
import {
  DRAFT_PROJECT,
  OFFERED_PROJECT,
  PROJECT_DRAFT,
  PROJECT_OFFERED,
  PROJECT_VERSIONS,
} from '../fixtures/project-versions';
import { REGIONS } from '../fixtures/regions';
import { SETTINGS } from '../fixtures/settings';
import { ADMINISTRATOR } from '../fixtures/staff-members';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { projectVersions } = endpoints;
const ANSWERS = [
  ...STAFF_ANSWERS,
  answer(endpoints.staff.readStaff, ADMINISTRATOR),
  answer(endpoints.staff.readSecondFactor, { enrolled: true, recoveryCodesLeft: 10, certificates: [] }),
  answer(projectVersions.listVersions, { items: PROJECT_VERSIONS }),
  // Of the form's preview.
  answer(endpoints.public.readSettings, SETTINGS),
  answer(endpoints.public.listRegions, { items: [...REGIONS] }),
];
const listIs = (items = [{ projectId: OFFERED_PROJECT.projectId, newest: OFFERED_PROJECT, draft: DRAFT_PROJECT }]) =>
  answer(projectVersions.listProjects, { items });

export const STAFF_PROJECTS: PageStates = {
  page: 'staffProjects',
  path: 'subpackages/staff/pages/projects/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...ANSWERS, listIs()],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('核对草稿', 'Check the draft'),
    { name: 'none', shows: /还没有项目/, answers: [listIs([])] },
  ],
};

const versionIs = (version = PROJECT_DRAFT) => answer(projectVersions.readVersion, version);

export const STAFF_PROJECT: PageStates = {
  page: 'staffProject',
  path: 'subpackages/staff/pages/project/index',
  params: { versionId: PROJECT_DRAFT.id },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...ANSWERS, versionIs()],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('可以发布', 'It can be published'),
    { name: 'publishing', shows: '确认发布', act: (hands) => hands.tap('发布') },
    {
      name: 'form-preview',
      shows: /还有 \d+ 处要填/,
      async act(hands) {
        await hands.tap('预览申请表');
        await hands.choose(/^邮寄领取/);
        await hands.tap('检查填写');
      },
    },
    { name: 'offered', shows: '停办这个项目', answers: [versionIs(PROJECT_OFFERED)] },
    {
      name: 'faulty',
      shows: /发布前还有 1 处要改/,
      answers: [versionIs({ ...PROJECT_DRAFT, problems: [{ path: 'prefix', message: '和别的项目的前缀一样' }] })],
    },
    {
      name: 'another-administrator',
      shows: /请另一位管理员核对并发布/,
      answers: [versionIs({ ...PROJECT_DRAFT, publication: 'another-administrator' })],
    },
  ],
};
