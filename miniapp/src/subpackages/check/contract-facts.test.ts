import type { ContractFileCheck, ContractRecord } from '@acceptance/shared';
import { inGroups, isScannedContract, momentText, recordFacts, signatureFacts } from './contract-facts';

const record: ContractRecord = {
  contractNumber: 'HT-GOV-261123-0001',
  authorityName: '启明数字证书认证有限公司',
  projectName: '政府采购',
  parties: { unitNameMasked: '示例*******有限公司', personNameMasked: '*伟' },
  signedAt: '2026-11-23T02:00:00.000Z',
  sealedAt: '2026-12-31T16:05:00.000Z',
  sha256: 'a'.repeat(64),
  replaced: false,
};
const signature: NonNullable<ContractFileCheck['signature']> = {
  contractNumber: record.contractNumber,
  signerName: '启明',
  signedAt: record.sealedAt,
  timestamp: null,
  revocation: 'unknown',
  revisions: [],
};
const file = (contractNumber: string | null): ContractFileCheck => ({
  verdict: 'genuine',
  doubts: [],
  sha256: 'b'.repeat(64),
  signature: { ...signature, contractNumber },
  record: null,
});
const valuesOf = (facts: readonly { value: string }[]) => facts.map(({ value }) => value);

describe('what is shown of a contract', () => {
  it('has moments of Beijing with their year', () => {
    expect(momentText('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
  });

  it('is what the record says, without a unit for a person and without parties that are gone', () => {
    expect(valuesOf(recordFacts(record))).toEqual([
      'HT-GOV-261123-0001',
      '政府采购',
      '示例*******有限公司',
      '*伟',
      '2026-11-23 10:00',
      '2027-01-01 00:05',
      '启明数字证书认证有限公司',
    ]);
    expect(recordFacts({ ...record, parties: { unitNameMasked: null, personNameMasked: '*伟' } })).toHaveLength(6);
    expect(recordFacts({ ...record, parties: null })).toHaveLength(5);
  });

  it('is of the signature what the record does not say', () => {
    expect(valuesOf(signatureFacts(signature, record))).toEqual(['没有', '文件里没有吊销情况的证据']);
    expect(valuesOf(signatureFacts(signature, null)).slice(0, 3)).toEqual([
      'HT-GOV-261123-0001',
      '启明',
      '2027-01-01 00:05',
    ]);
  });

  it('is a time stamp that nobody has judged only with that remark, and each kind of addition once', () => {
    const timestamp = { time: record.signedAt, authority: '时间戳中心', judged: true };
    const added = { ...signature, revisions: ['revocation_data', 'document_timestamp', 'revocation_data'] as const };
    expect(valuesOf(signatureFacts({ ...added, revisions: [...added.revisions], timestamp }, record))).toEqual([
      '2026-11-23 10:00，时间戳中心',
      '文件里没有吊销情况的证据',
      '证书状态数据、文档时间戳',
    ]);
    const unjudged = { ...signature, timestamp: { ...timestamp, judged: false } };
    expect(valuesOf(signatureFacts(unjudged, record))[0]).toBe('2026-11-23 10:00（未核实）');
  });

  it('tells whether the file is the contract of the QR code', () => {
    expect(isScannedContract(record, file('HT-GOV-261123-0001'))).toBe(true);
    expect(isScannedContract(record, file('HT-GOV-261123-0002'))).toBe(false);
    expect(isScannedContract(null, file('HT-GOV-261123-0001'))).toBeNull();
    expect(isScannedContract(record, { ...file(null), signature: null })).toBeNull();
  });

  it('has fingerprints in groups', () => {
    expect(inGroups('0123456789abcdef')).toBe('01234567 89abcdef');
  });
});
