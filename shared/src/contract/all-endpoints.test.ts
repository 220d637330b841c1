import { ERROR_CATALOGUE, type ErrorCode } from '../errors/error-catalogue';
import { STAFF_ROLES } from '../schemas/staff-role';
import { allEndpoints, endpoints } from './all-endpoints';
import { type AnyEndpoint, allErrorsOf } from './define-endpoint';
import { REFRESH_COOKIES } from './refresh-cookie';

/** What the server answers before it knows which endpoint is meant. */
const ANSWERED_BY_THE_ROUTER: readonly ErrorCode[] = ['request.method_not_allowed'];
/** What the phone finds before anything is sent. */
const SAID_BY_THE_PHONE = ['files.not_redrawn', 'files.signature_not_written'];

const segmentsOf = (path: string): string[] => path.split('/').slice(1);
const isParameter = (segment: string): boolean => segment.startsWith(':');
const parametersOf = (path: string): string[] =>
  segmentsOf(path)
    .filter(isParameter)
    .map((segment) => segment.slice(1).replace(/\.crl$/, ''));
const entriesOf = (schema: AnyEndpoint['params']): string[] =>
  schema && 'entries' in schema ? Object.keys(schema.entries as object) : [];

/** Whether one call could be meant for both: a parameter matches anything in its segment. */
function couldBeConfused(one: AnyEndpoint, other: AnyEndpoint): boolean {
  const [left, right] = [segmentsOf(one.path), segmentsOf(other.path)];
  return (
    one.method === other.method &&
    left.length === right.length &&
    left.every((segment, index) => segment === right[index] || isParameter(segment) || isParameter(right[index]!))
  );
}

describe('all endpoints', () => {
  it('are collected from every area', () => {
    const declared = Object.values(endpoints).flatMap((area) => Object.values(area));
    expect(allEndpoints).toEqual(declared);
    expect(allEndpoints.length).toBeGreaterThan(30);
  });

  it('have ids of their own', () => {
    const ids = allEndpoints.map((endpoint) => endpoint.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Object.entries(endpoints))('of %s have ids that begin with the area', (area, ofArea) => {
    for (const endpoint of Object.values(ofArea as Record<string, AnyEndpoint>)) {
      expect(endpoint.id.split('.')[0]).toBe(area);
    }
  });

  it('have a method and path of their own, and no path hides another', () => {
    const confused = allEndpoints.flatMap((one, index) =>
      allEndpoints
        .slice(index + 1)
        .flatMap((other) => (couldBeConfused(one, other) ? [`${one.id} / ${other.id}`] : [])),
    );
    expect(confused).toEqual([]);
  });
});

describe.each(allEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  it('is called area.verbNoun', () => {
    expect(endpoint.id).toMatch(/^[a-z]+([A-Z][a-z0-9]*)*\.[a-z]+([A-Z][a-z0-9]*)+$/);
  });

  it('has a clean path, whose parameters are those of its schema', () => {
    expect(endpoint.path).toMatch(/^(\/(:[a-z][A-Za-z]*(\.crl)?|[a-z][a-z0-9-]*(\.(json|csv))?))+$/);
    expect(entriesOf(endpoint.params).sort()).toEqual(parametersOf(endpoint.path).sort());
  });

  it('says in Chinese what it is for', () => {
    expect(endpoint.summary).toMatch(/\p{Script=Han}/u);
  });

  it('declares errors that exist, none twice and none that follows from its declaration', () => {
    const { errors } = endpoint;
    expect(errors.filter((code) => !(code in ERROR_CATALOGUE))).toEqual([]);
    expect(new Set(errors).size).toBe(errors.length);
    const implied = allErrorsOf({ ...endpoint, errors: [] });
    expect(errors.filter((code) => endpoint.id !== 'auth.refreshSession' && implied.includes(code))).toEqual([]);
  });

  it('takes a body only where the method has one, and reading changes nothing', () => {
    const reads = endpoint.method === 'GET';
    const bodiless = reads || endpoint.method === 'DELETE';
    expect(bodiless && (endpoint.body !== undefined || endpoint.request !== undefined)).toBe(false);
    expect(reads && !endpoint.idempotent).toBe(false);
    expect((endpoint.method === 'PUT' || endpoint.method === 'DELETE') && !endpoint.idempotent).toBe(false);
  });

  it('is limited in rate where anybody can make it work hard', () => {
    const isOpenWrite = endpoint.access === 'public' && endpoint.method !== 'GET';
    expect(isOpenWrite && endpoint.rateLimit?.by !== 'address').toBe(false);
    expect(endpoint.access === 'public' && endpoint.rateLimit?.by === 'actor').toBe(false);
    // What others may keep is nobody's.
    expect(endpoint.keptSeconds !== undefined && (endpoint.access !== 'public' || endpoint.method !== 'GET')).toBe(
      false,
    );
    // What sends a code to a number shares the budget of an address.
    const sendsCode = endpoint.errors.includes('auth.sms_unavailable');
    expect(Boolean(endpoint.sharedRateLimit)).toBe(sendsCode);
    expect(endpoint.rateLimit?.limit ?? 1).toBeGreaterThan(0);
    expect(endpoint.rateLimit?.windowSeconds ?? 1).toBeGreaterThan(0);
  });

  it('names staff roles that exist, at least one', () => {
    const roles = typeof endpoint.access === 'object' ? endpoint.access.staff : STAFF_ROLES;
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter((role) => !STAFF_ROLES.includes(role))).toEqual([]);
  });

  it('says what becomes of the refresh cookie where it answers a refresh token, and lies where the cookie is sent', () => {
    const { refreshCookie, path, response } = endpoint;
    const givesToken = 'entries' in response && 'refreshToken' in (response.entries as object);
    expect(refreshCookie?.act === 'give' || refreshCookie?.act === 'rotate').toBe(givesToken);
    const cookiePath = refreshCookie && REFRESH_COOKIES[refreshCookie.of].path;
    expect(cookiePath && path !== cookiePath && !path.startsWith(`${cookiePath}/`)).toBeFalsy();
  });

  it('keeps the areas apart: /staff is for the staff, the rest is not', () => {
    const isStaff =
      typeof endpoint.access === 'object' ||
      ['staff.signIn', 'staff.refreshSession', 'staff.acceptInvitation'].includes(endpoint.id);
    expect(endpoint.path.startsWith('/staff/')).toBe(isStaff);
  });
});

describe('errors of an endpoint', () => {
  it('include what follows from who may call it', () => {
    expect(allErrorsOf(endpoints.system.readHealth)).not.toContain('auth.required');
    expect(allErrorsOf(endpoints.callbacks.weChatPay)).not.toContain('auth.required');
    expect(allErrorsOf(endpoints.account.readAccount)).toContain('auth.required');
    expect(allErrorsOf(endpoints.account.readAccount)).not.toContain('identity.required');
    expect(allErrorsOf(endpoints.orders.submitOrder)).toContain('identity.required');
    expect(allErrorsOf(endpoints.staff.readStaff)).toContain('auth.forbidden');
  });

  it('use every code of the catalogue', () => {
    const used = new Set<string>(allEndpoints.flatMap(allErrorsOf));
    const unused = Object.keys(ERROR_CATALOGUE).filter((code) => !used.has(code));
    expect(unused.sort()).toEqual([...ANSWERED_BY_THE_ROUTER, ...SAID_BY_THE_PHONE].sort());
  });
});
