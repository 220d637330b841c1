import type { AppError, IdentityState } from '@acceptance/shared';
import { isOnlyWay, staffWayFor } from './staff-way';

const person = { name: '张伟', idNumber: '11010519491231002X', phone: null };
const fresh: IdentityState = {
  phoneMasked: '138****1234',
  triesLeft: 3,
  blockedUntil: null,
  check: null,
  face: null,
  draft: null,
};
const after = (code: AppError['code'] | null, state: Partial<IdentityState> = {}, typed: Partial<typeof person> = {}) =>
  staffWayFor({ person: { ...person, ...typed }, isUntypable: false, code, state: { ...fresh, ...state } });

describe('the way by staff', () => {
  it('is not offered before anything went wrong', () => {
    expect(after(null)).toBeNull();
    expect(after('request.invalid')).toBeNull();
    expect(staffWayFor({ person, isUntypable: false, code: null, state: null })).toBeNull();
  });

  it.each([
    ['identity.mismatch', 'contested'],
    ['identity.no_record', 'contested'],
    ['identity.too_many_attempts', 'contested'],
    ['identity.unavailable', 'unavailable'],
    ['identity.name_unprintable', 'name'],
    ['identity.staff_check_needed', 'document'],
  ] as const)('after %s: %s', (code, reason) => {
    expect(after(code)).toBe(reason);
  });

  it('is offered at once for a document that the provider does not know', () => {
    expect(after(null, {}, { idNumber: 'USA110080010101' })).toBe('document');
    expect(after(null, {}, { idNumber: 'usa 1100 8001 0101' })).toBe('document');
  });

  it('is offered for a character that the keyboard shows in a font of its own', () => {
    expect(after(null, {}, { name: '王\ue000' })).toBe('name');
  });

  it('is offered to who says that a character cannot be typed', () => {
    expect(staffWayFor({ person, isUntypable: true, code: null, state: fresh })).toBe('name');
  });

  it('stays when no try is left, also after opening the page anew', () => {
    expect(after(null, { triesLeft: 0 })).toBe('contested');
  });

  it('stays after a refusal by staff, so that one can ask again', () => {
    const check = { state: 'refused', reason: 'contested', requestedAt: '', promisedBy: '', refusal: 'x' } as const;
    expect(after(null, { check })).toBe('contested');
  });
});

describe('the way by staff, after a check by face', () => {
  const check = { id: '0'.repeat(24), failure: null, url: null, expiresAt: '' };
  it.each([
    ['open', 'contested'],
    ['failed', 'contested'],
    ['expired', 'contested'],
    ['closed', null],
  ] as const)('that is %s: %p, so that nobody has to show their face', (state, reason) => {
    expect(after(null, { face: { startsLeft: 2, check: { ...check, state } } })).toBe(reason);
  });
});

describe('the only way', () => {
  it.each([
    ['document', 3, true],
    ['name', 3, true],
    ['contested', 2, false],
    ['contested', 0, true],
    ['unavailable', 3, false],
  ] as const)('%s with %d tries left: %p', (reason, triesLeft, only) => {
    expect(isOnlyWay(reason, { ...fresh, triesLeft })).toBe(only);
  });

  it('is none while the automatic check helps', () => {
    expect(isOnlyWay(null, fresh)).toBe(false);
  });
});
