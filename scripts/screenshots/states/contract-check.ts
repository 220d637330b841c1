import { type ContractFileCheck, type ContractRecord, endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { SETTINGS } from '../fixtures/settings';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES } from './troubles';

const { checkFile, findByCode } = endpoints.contractChecks;

const RECORD: ContractRecord = {
  contractNumber: 'HT-CGY-261129-0001',
  authorityName: SETTINGS.authorityName,
  projectName: '政府采购云平台（演示）',
  parties: { unitNameMasked: '示例*******有限公司', personNameMasked: '**兰' },
  signedAt: '2026-11-29T02:11:00.000Z',
  sealedAt: '2026-11-29T02:12:30.000Z',
  sha256: '3e366fcf051977334ec3064f05e526dc64ea5485b6ce7995d7a155871ecb1a95',
  replaced: false,
};
const GENUINE: ContractFileCheck = {
  verdict: 'genuine',
  doubts: [],
  sha256: RECORD.sha256,
  signature: {
    contractNumber: RECORD.contractNumber,
    signerName: SETTINGS.authorityName,
    signedAt: RECORD.sealedAt,
    timestamp: { time: '2026-11-29T02:12:31.000Z', authority: '时间戳服务中心', judged: true },
    revocation: 'good',
    revisions: ['revocation_data'],
  },
  record: RECORD,
};
const not = (verdict: 'changed' | 'foreign', ...doubts: ContractFileCheck['doubts']): ContractFileCheck => ({
  verdict,
  doubts,
  sha256: 'c'.repeat(64),
  signature: null,
  record: null,
});
const file = (name: string, size = 1000) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 'x') });
const give = (hands: PageHands) => hands.give('选择合同文件', file('合同.pdf'));
const scanned = { params: { n: RECORD.contractNumber, c: 'ABCDEFGH2345' } };

export const CONTRACT_CHECK: PageStates = {
  page: 'contractCheck',
  path: 'subpackages/check/pages/contract/index',
  as: 'nobody',
  screens: ['phone', 'desk'],
  answers: [...APPLICANT_ANSWERS, answer(checkFile, GENUINE), answer(findByCode, RECORD)],
  states: [
    ...LOAD_TROUBLES,
    { name: 'normal', shows: '这份合同是真的吗？' },
    { name: 'genuine', shows: '这份合同由本机构签署，签署后没有被改动。', act: give },
    { name: 'genuine-large-type', shows: '真实', act: give, largeType: true },
    {
      name: 'genuine-english',
      shows: 'Genuine',
      english: true,
      act: (hands) => hands.give('Choose the file', file('contract.pdf')),
    },
    {
      name: 'changed',
      shows: '签署之后文件中已有的内容被替换过。',
      answers: [answer(checkFile, not('changed', 'overridden'))],
      act: give,
    },
    {
      name: 'foreign',
      shows: '不是本机构签署的',
      answers: [answer(checkFile, not('foreign', 'untrusted'))],
      act: give,
    },
    {
      name: 'without-record',
      shows: /已没有这份合同的办理记录/,
      answers: [answer(checkFile, { ...GENUINE, record: null })],
      act: give,
    },
    { name: 'checking', shows: /正在上传|正在核验/, answers: [hold(checkFile)], act: give },
    { name: 'scanned', shows: '签署记录', ...scanned },
    { name: 'scanned-and-file', shows: '文件与二维码是同一份合同。', ...scanned, act: give },
    {
      name: 'scanned-another-file',
      shows: '文件与二维码不是同一份合同',
      ...scanned,
      answers: [answer(findByCode, { ...RECORD, contractNumber: 'HT-CGY-261129-0007' })],
      act: give,
    },
    {
      name: 'scanned-replaced',
      shows: /请以新合同为准/,
      ...scanned,
      answers: [answer(findByCode, { ...RECORD, replaced: true })],
    },
    {
      name: 'scanned-unknown',
      shows: '没有查到这份合同',
      ...scanned,
      answers: [refuse(findByCode, 'contract_checks.not_found')],
    },
    {
      name: 'not-a-pdf',
      shows: '请选择 PDF 文件',
      act: (hands) => hands.give('选择合同文件', file('合同.jpg')),
    },
    {
      name: 'too-large',
      shows: '文件超过 8 MB',
      act: (hands) => hands.give('选择合同文件', file('合同.pdf', 9 * 1024 * 1024)),
    },
    {
      name: 'busy',
      shows: /现在办理的人较多/,
      answers: [refuse(checkFile, 'server.busy', { details: { seconds: 10 } })],
      act: give,
    },
  ],
};
