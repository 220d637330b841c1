import { createFieldCipher } from '../../database/field-cipher';
import type { Actor, RequestContext } from '../../http/request-context';
import { callerAccount, keepCallerAccount } from './caller-account';
import { newAccount } from './register-account';

const caller = (): Actor => ({ kind: 'applicant', id: 'a1', sessionId: 's1', identityVerified: false });
const contextOf = (actor: Actor): RequestContext => ({
  requestId: 'r1',
  actor,
  address: '203.0.113.9',
  userAgent: '',
  origin: null,
  now: new Date('2026-11-23T02:00:00Z'),
});
const key = { id: 'k1', key: Buffer.alloc(32, 1) };
const cipher = createFieldCipher({ encryptionKeys: [key], hashKeys: [key] });
const account = newAccount(cipher, '13800138000', new Date());

it('answers the account of this very caller, and nobody else', () => {
  const actor = keepCallerAccount(caller(), account);
  expect(callerAccount(contextOf(actor))).toBe(account);
  expect(() => callerAccount(contextOf(caller()))).toThrow('keeps the account');
});

it('is none of staff', () => {
  const staff: Actor = { kind: 'staff', id: 's1', sessionId: 's1', roles: [], mustEnrol: false };
  expect(() => callerAccount(contextOf(staff))).toThrow(expect.objectContaining({ code: 'auth.forbidden' }));
});
