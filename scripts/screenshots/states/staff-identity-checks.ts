import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import { STAFF_CHECK, WAITING } from '../fixtures/identity';
import { NAME_PICTURE } from '../fixtures/name-picture';
import { pictureOf } from '../fixtures/pictures';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { listChecks, readCheck, readPhoto, confirmCheck } = endpoints.identityChecks;

const openFirst = async (hands: PageHands) => {
  await hands.page.locator('.queue-row').locator('visible=true').first().click();
  await hands.see('填写内容');
};

export const STAFF_IDENTITY_CHECKS: PageStates = {
  page: 'staffIdentityChecks',
  path: 'subpackages/staff/pages/identity-checks/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    answer(listChecks, { items: WAITING }),
    answer(readCheck, STAFF_CHECK),
    answer(readPhoto, ({ params }) => pictureOf(params.fileId ?? '')),
    refuse(confirmCheck, 'request.conflict'),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks(/已超时/, /Overdue/),
    { name: 'empty', shows: '没有等待核验的人', answers: [answer(listChecks, { items: [] })] },
    { name: 'opened', shows: '核验通过', act: openFirst },
    {
      name: 'name-picture',
      shows: '换一张',
      answers: [answer(readCheck, { ...STAFF_CHECK, namePicture: NAME_PICTURE })],
      act: openFirst,
    },
    {
      name: 'name-picture-missing',
      shows: /还缺姓名的图片/,
      act: async (hands) => {
        await openFirst(hands);
        await hands.tap('核验通过');
      },
    },
    { name: 'opened-large-type', shows: '核验通过', largeType: true, act: openFirst },
    {
      name: 'refusing',
      shows: '确认不通过',
      act: async (hands) => {
        await openFirst(hands);
        await hands.tap('不通过');
        await hands.choose('照片不清楚，请重新拍摄证件正反两面');
      },
    },
    {
      name: 'confirm-question',
      shows: '照片与填写一致？',
      answers: [answer(readCheck, { ...STAFF_CHECK, namePicture: NAME_PICTURE })],
      act: async (hands) => {
        await openFirst(hands);
        await hands.tap('核验通过');
      },
    },
    {
      name: 'photo-enlarged',
      shows: /关闭/,
      act: async (hands) => {
        await openFirst(hands);
        await hands.tap('放大查看证件人像面');
      },
    },
  ],
};
