import type { StaffCertificate, StaffIssuing } from '@acceptance/shared';
import { isStep, issuingStep, needsToken } from './issuing-step';

type Asked = Pick<StaffIssuing, 'stage' | 'keyPlace' | 'certificate'>;
const issuing = (stage: Asked['stage'], certificate: Partial<StaffCertificate> | null = null): Asked => ({
  stage,
  keyPlace: 'ukey',
  certificate: certificate as StaffCertificate | null,
});
const token = { serialNumber: 'T1', checkedAt: null };

describe('what is to be done next', () => {
  it('begins a paid order, and makes the key of one that is begun', () => {
    expect(issuingStep('paid', issuing('at-desk'))).toBe('start');
    expect(issuingStep('issuing', issuing('at-desk'))).toBe('key');
  });

  it('waits, then writes, then prints', () => {
    expect(issuingStep('issuing', issuing('requested', { state: 'requested', token }))).toBe('wait');
    // The order goes on by itself: it may still be "issuing" or "issued" already.
    expect(issuingStep('issuing', issuing('issued', { state: 'issued', token }))).toBe('write');
    expect(issuingStep('issued', issuing('issued', { state: 'issued', token }))).toBe('write');
    const checked = { ...token, checkedAt: '2026-11-26T02:00:00.000Z' };
    expect(issuingStep('delivered', issuing('issued', { state: 'issued', token: checked }))).toBe('print');
  });

  it('has nothing to do for what is not made here, not yet, not any more', () => {
    expect(issuingStep('issuing', { ...issuing('needs-key'), keyPlace: 'software' })).toBe('software');
    expect(issuingStep('approved', issuing('not-begun'))).toBe('early');
    expect(issuingStep('issuing', issuing('failed', { state: 'failed', token }))).toBe('failed');
    expect(issuingStep('issued', issuing('issued', { state: 'revoked', token }))).toBe('revoked');
  });

  it('needs the UKey for the key, for writing and for its letter', () => {
    const steps = ['start', 'key', 'wait', 'write', 'print', 'early', 'software', 'failed', 'revoked'] as const;
    expect(steps.filter(needsToken)).toEqual(['key', 'write', 'print']);
    expect(steps.filter(isStep)).toEqual(['start', 'key', 'wait', 'write', 'print']);
  });
});
