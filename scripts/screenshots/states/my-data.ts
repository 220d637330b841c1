import { endpoints } from '@acceptance/shared';
import { answer, refuse } from '../answers/answer';
import { EXPORTS, FAILED_EXPORT, OUTLOOK, PREPARING } from '../fixtures/matters';
import { daysAgo } from '../fixtures/moments';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const exportsAre = (items: typeof EXPORTS) => answer(endpoints.personalData.listExports, { items: [...items] });
const outlookIs = (part: Partial<typeof OUTLOOK>) =>
  answer(endpoints.personalData.readDeletion, { ...OUTLOOK, ...part });

export const MY_DATA: PageStates = {
  page: 'myData',
  path: 'subpackages/account/pages/my-data/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    exportsAre([]),
    outlookIs({ retainedOrders: 0 }),
    answer(endpoints.personalData.requestProof, { resendAfterSeconds: 60, expiresInSeconds: 300 }),
    refuse(endpoints.personalData.requestExport, 'auth.code_wrong', { details: { remaining: 4 } }),
    refuse(endpoints.personalData.readExport, 'personal_data.export_expired'),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('我要注销账号', 'I want to delete my account'),
    { name: 'code-sent', shows: /秒后重新获取/, act: (hands) => hands.tap('获取验证码') },
    { name: 'field-errors', shows: '验证码是 6 位数字', act: (hands) => hands.tap('开始导出') },
    {
      name: 'code-wrong',
      shows: /验证码不对/,
      act: async (hands) => {
        await hands.type('短信验证码', '246810');
        await hands.tap('开始导出');
      },
    },
    { name: 'preparing', shows: /正在打包/, answers: [exportsAre([PREPARING])] },
    { name: 'export-failed', shows: /这份导出没有成功/, answers: [exportsAre([FAILED_EXPORT])] },
    { name: 'exports', shows: '可以下载', answers: [exportsAre(EXPORTS)] },
    {
      name: 'export-expired',
      shows: '这份导出已过期并删除',
      answers: [exportsAre(EXPORTS)],
      act: (hands) => hands.tap('下载'),
    },
    { name: 'deleting', shows: '申请注销', act: (hands) => hands.tap('我要注销账号') },
    { name: 'orders-live', shows: /还有 2 份申请正在办理/, answers: [outlookIs({ liveOrders: 2 })] },
    { name: 'orders-retained', shows: /依法必须保留/, answers: [outlookIs({})] },
    { name: 'deletion-scheduled', shows: '撤回注销', answers: [outlookIs({ dueAt: daysAgo(-6) })] },
  ],
};
