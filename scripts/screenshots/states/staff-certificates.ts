import { type CertificateSummary, endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import {
  INVENTORY,
  makeCertificate,
  ORDER_NUMBER,
  REVOKED_CERTIFICATE,
  UNWRITTEN_CERTIFICATE,
} from '../fixtures/certificates';
import { ADMINISTRATOR } from '../fixtures/staff-members';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { exportCertificates, listCertificates, readCertificate, revokeCertificate } = endpoints.certificateDesk;

const listed = (items: readonly CertificateSummary[], nextCursor: string | null = null) =>
  answer(listCertificates, { items: [...items], nextCursor, total: nextCursor ? 214 : items.length });

export const STAFF_CERTIFICATES: PageStates = {
  page: 'staffCertificates',
  path: 'subpackages/staff/pages/certificates/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, listed(INVENTORY, 'next')],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('共 214 张', '214 in total'),
    { name: 'empty', shows: '还没有证书', answers: [listed([])] },
    {
      name: 'export-too-many',
      shows: /一次导不出来/,
      answers: [refuse(exportCertificates, 'certificates.too_many_to_export', { details: { most: '50000' } })],
      act: async (hands) => {
        await hands.tap('导出表格（CSV）');
        await hands.confirm();
      },
    },
    {
      name: 'state-empty',
      shows: '没有“已停用”的证书',
      answers: [listed([])],
      act: (hands) => hands.choose('已停用'),
    },
    {
      name: 'not-found',
      shows: /没有找到/,
      answers: [listed([])],
      act: async (hands) => {
        await hands.type('申请编号或证书序列号', ORDER_NUMBER);
        await hands.tap('查找');
      },
    },
  ],
};

const revoking = (hands: PageHands) => hands.tap('注销');
const revoked = async (hands: PageHands) => {
  await revoking(hands);
  await hands.choose('丢失，或密码可能被别人知道');
  await hands.type('注销依据', '持有人书面申请，已核对身份');
  await hands.tap('确认注销');
};

export const STAFF_CERTIFICATE: PageStates = {
  page: 'staffCertificate',
  path: 'subpackages/staff/pages/certificate/index',
  params: { certificateId: makeCertificate().id },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    answer(readCertificate, makeCertificate()),
    refuse(revokeCertificate, 'certificates.state_not_allowed', { details: { state: '已注销' } }),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    { name: 'not-found', shows: '没有找到这张证书', answers: [refuse(readCertificate, 'certificates.not_found')] },
    ...usualLooks('公钥指纹（SHA-256）', 'Key fingerprint (SHA-256)'),
    { name: 'unwritten', shows: '继续写入 UKey', answers: [answer(readCertificate, UNWRITTEN_CERTIFICATE)] },
    {
      name: 'unwritten-administrator',
      shows: '还没有写入核对',
      answers: [answer(endpoints.staff.readStaff, ADMINISTRATOR), answer(readCertificate, UNWRITTEN_CERTIFICATE)],
    },
    {
      name: 'suspended',
      shows: '恢复使用',
      answers: [answer(readCertificate, makeCertificate({ state: 'suspended' }))],
    },
    { name: 'revoked', shows: '注销时间', answers: [answer(readCertificate, REVOKED_CERTIFICATE)] },
    { name: 'suspending', shows: '确认停用', act: (hands) => hands.tap('停用') },
    { name: 'revoking', shows: '确认注销', act: revoking },
    {
      name: 'revoking-incomplete',
      shows: '请选择注销原因',
      act: async (hands) => {
        await revoking(hands);
        await hands.tap('确认注销');
      },
    },
    { name: 'revoke-question', shows: '注销这张证书？', act: revoked },
    {
      name: 'revoke-refused',
      shows: /不能这样操作/,
      act: async (hands) => {
        await revoked(hands);
        await hands.page.getByText('确认', { exact: true }).locator('visible=true').last().click();
      },
    },
  ],
};
