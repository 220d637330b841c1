import type { StaffRole } from '@acceptance/shared';
import { type AnyEndpoint, API_BASE_PATH, allEndpoints, buildPath, endpoints, STAFF_ROLES } from '@acceptance/shared';
import { routeEndpoints } from '../../bff/src/create-app';
import { addStaff } from '../../bff/src/modules/staff';
import { storyPhoto } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { bearer, type RawAnswer, rawRequest } from '../support/raw-request';
import { sampleInput } from '../support/sample-input';
import { storedOrder } from '../support/stored-state';
import { meet, newClient, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const titled = (found: readonly AnyEndpoint[]): [string, AnyEndpoint][] =>
  found.map((endpoint) => [endpoint.id, endpoint]);
const isStaffOnly = (endpoint: AnyEndpoint): boolean => typeof endpoint.access === 'object';
const isApplicantOnly = ({ access }: AnyEndpoint): boolean => access === 'applicant' || access === 'verified-applicant';
const hasObject = (endpoint: AnyEndpoint): boolean =>
  /:(orderId|fileId)/.test(endpoint.path) || 'orderId' in sampleBody(endpoint);
const sampleBody = (endpoint: AnyEndpoint): Record<string, unknown> => sampleInput(endpoint).body ?? {};

const SIGNED_IN = allEndpoints.filter((endpoint) => isStaffOnly(endpoint) || isApplicantOnly(endpoint));

/** Sends what the endpoint accepts; `ids` replace the parameters of that name. */
async function send(
  endpoint: AnyEndpoint,
  accessToken: string | null,
  ids: Record<string, string> = {},
): Promise<RawAnswer> {
  const { params, body } = sampleInput(endpoint, ids);
  const headers: Record<string, string> = accessToken ? bearer(accessToken) : {};
  const path = buildPath(endpoint, { params });
  if (endpoint.request === 'multipart') {
    const form = new FormData();
    for (const [name, value] of Object.entries(body ?? {})) {
      form.set(name, String(value));
    }
    form.set('file', new Blob([new Uint8Array(await storyPhoto('front'))], { type: 'image/jpeg' }), 'photo.jpg');
    return rawRequest(system(), endpoint.method, path, { headers, body: form });
  }
  const json = body && { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
  return rawRequest(system(), endpoint.method, path, json ?? { headers });
}

async function staffToken(username: string, roles: StaffRole[]): Promise<string> {
  const password = 'staff of the endpoint tests';
  const { staffMembers } = system().container();
  await addStaff(staffMembers, { username, displayName: username, password, roles, now: system().clock.now() });
  const session = await newClient(system()).call(endpoints.staff.signInStaff, { body: { username, password } });
  return session.accessToken;
}

const tokenOf = ({ applicant }: StoryContext): string => applicant.accessToken ?? '';

describe('routing', () => {
  it('binds every declared endpoint exactly once and nothing else', () => {
    const routed = routeEndpoints(system().container())
      .all()
      .flatMap(({ stack }) => stack)
      .flatMap((layer) =>
        layer.methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(layer.path)}`),
      );
    const declared = allEndpoints.map(({ method, path }) => `${method} ${API_BASE_PATH}${path}`);
    expect(routed.toSorted()).toEqual(declared.toSorted());
    expect(new Set(routed).size).toBe(routed.length);
  });
});

describe('who may call an endpoint', () => {
  let unverified: string;
  let verified: string;
  let reviewer: string;

  beforeAll(async () => {
    unverified = tokenOf(await meet(system(), 'sign-in'));
    verified = tokenOf(await meet(system(), 'sign-in', 'identity'));
    reviewer = await staffToken('every-role', [...STAFF_ROLES]);
  });

  it.each(titled(SIGNED_IN))('%s refuses somebody who is not signed in', async (_id, endpoint) => {
    expect(await send(endpoint, null)).toMatchObject({ status: 401, code: 'auth.required' });
  });

  it.each(titled(SIGNED_IN))('%s refuses a token that is none of ours', async (_id, endpoint) => {
    expect(await send(endpoint, 'not.our.token')).toMatchObject({ status: 401, code: 'auth.session_expired' });
  });

  it.each(titled(allEndpoints.filter(isStaffOnly)))('%s refuses an applicant', async (_id, endpoint) => {
    expect(await send(endpoint, verified)).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  it.each(titled(allEndpoints.filter(isApplicantOnly)))('%s refuses a member of staff', async (_id, endpoint) => {
    expect(await send(endpoint, reviewer)).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  it.each(titled(allEndpoints.filter(isStaffOnly)))('%s refuses staff without its role', async (id, endpoint) => {
    const wanted = (endpoint.access as { staff: readonly StaffRole[] }).staff;
    const others = STAFF_ROLES.filter((role) => !wanted.includes(role));
    const token = await staffToken(`without-${id}`, others);
    expect(await send(endpoint, token)).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  it.each(titled(allEndpoints.filter(({ access }) => access === 'verified-applicant')))(
    '%s refuses an applicant without a verified identity',
    async (_id, endpoint) => {
      expect(await send(endpoint, unverified)).toMatchObject({ status: 403, code: 'identity.required' });
    },
  );
});

describe('an object of somebody else', () => {
  let owner: StoryContext;
  let draft: StoryContext;
  let stranger: string;
  let reviewer: string;

  beforeAll(async () => {
    owner = await walkTo(system(), 'submit');
    draft = await meet(system(), 'sign-in', 'start', 'identity');
    stranger = tokenOf(await meet(system(), 'sign-in', 'identity'));
    reviewer = await staffToken('clerk-of-nothing', [...STAFF_ROLES]);
  });

  const ownersIds = () => ({ orderId: orderOf(owner).id, fileId: orderOf(owner).idCard.front!.id });

  it.each(titled(allEndpoints.filter((endpoint) => isApplicantOnly(endpoint) && hasObject(endpoint))))(
    '%s does not find it',
    async (_id, endpoint) => {
      const before = await storedOrder(system(), owner);
      const answer = await send(endpoint, stranger, ownersIds());
      expect(answer).toMatchObject({ status: 404, code: expect.stringMatching(/^(orders|files)\.not_found$/) });
      expect(await storedOrder(system(), owner)).toEqual(before);
    },
  );

  it.each(titled(allEndpoints.filter((endpoint) => isStaffOnly(endpoint) && hasObject(endpoint))))(
    '%s does not find a draft, which is the applicant’s alone',
    async (_id, endpoint) => {
      const answer = await send(endpoint, reviewer, { orderId: orderOf(draft).id });
      // Its ID photos are seen through a check that the applicant asked for, and through nothing else.
      const code = endpoint.path.includes(':identityCheckId') ? 'identity_checks.not_found' : 'orders.not_found';
      expect(answer).toMatchObject({ status: 404, code });
    },
  );

  it('is not found by staff through another order either', async () => {
    const other = await walkTo(system(), 'submit');
    const ids = { orderId: orderOf(other).id, fileId: ownersIds().fileId };
    expect(await send(endpoints.staff.readOrderFile, reviewer, ids)).toMatchObject({
      status: 404,
      code: 'files.not_found',
    });
  });
});
