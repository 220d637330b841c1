import { allEndpoints, buildPath, endpoints, type ReviewMark, STAFF_ROLES, type StaffRole } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import type { StoryContext } from '../../scripts/story/story-context';
import { copyAt } from '../support/order-copies';
import { bearer, jsonBody, rawRequest } from '../support/raw-request';
import { sampleInput } from '../support/sample-input';
import { type StaffClient, staffPerson } from '../support/staff-people';
import { orderState } from '../support/stored-state';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MARKS: ReviewMark[] = [{ field: 'email', reason: 'mismatch' }];

const ACTS = {
  approve: { endpoint: endpoints.staff.approveOrder, content: {} },
  return: { endpoint: endpoints.staff.returnOrder, content: { marks: MARKS } },
  reject: { endpoint: endpoints.staff.rejectOrder, content: { reason: '单位不在服务范围内' } },
} as const;
type Act = keyof typeof ACTS;
const NAMES = Object.keys(ACTS) as Act[];

async function underReview(): Promise<StoryContext> {
  return takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
}
function decide(client: StaffClient, context: StoryContext, act: Act) {
  const { endpoint, content } = ACTS[act];
  const path = buildPath(endpoint, { params: paramsOf(context) });
  const body = { ...asShown(context.reviewed!), ...content };
  return rawRequest(system(), 'POST', path, jsonBody(body, bearer(client.accessToken)));
}

describe('two reviewers who decide on the same revision', () => {
  const pairs = NAMES.flatMap((first) => NAMES.map((second) => [first, second] as const));
  it.each(pairs)('%s, then %s by somebody else: 409, and the first decision stands', async (first, second) => {
    const context = await underReview();
    const colleague = await staffPerson(system(), ['reviewer']);
    expect((await decide(context.staff, context, first)).status).toBe(200);
    await system().settle();
    const state = orderState(system(), context);
    const before = await state();
    expect((await decide(colleague.client, context, second)).status).toBe(409);
    expect(await state()).toEqual(before);
  });

  it('at the same moment: one decision happens, whoever they are', async () => {
    for (let round = 0; round < 4; round += 1) {
      const context = await underReview();
      const colleague = await staffPerson(system(), ['reviewer']);
      const answers = await Promise.all([
        decide(context.staff, context, 'approve'),
        decide(colleague.client, context, 'reject'),
        decide(colleague.client, context, 'return'),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    }
  });
});

describe('somebody with several roles', () => {
  const STAFF_ONLY = allEndpoints.filter(({ access }) => typeof access === 'object');
  const rolesOf = (access: unknown): readonly StaffRole[] => (access as { staff: readonly StaffRole[] }).staff;

  it('may call whatever one of them may, in whichever order they are written', async () => {
    const orders: StaffRole[][] = STAFF_ROLES.flatMap((one) =>
      STAFF_ROLES.filter((other) => other !== one).map((other) => [one, other]),
    );
    for (const roles of orders) {
      const { client } = await staffPerson(system(), roles);
      const allowed = STAFF_ONLY.filter(
        ({ access, method }) => method === 'GET' && rolesOf(access).some((role) => roles.includes(role)),
      );
      expect(allowed.length).toBeGreaterThan(0);
      for (const endpoint of allowed) {
        const path = buildPath(endpoint, sampleInput(endpoint));
        const { code } = await rawRequest(system(), 'GET', path, { headers: bearer(client.accessToken) });
        expect([roles, endpoint.id, code]).not.toEqual([roles, endpoint.id, 'auth.forbidden']);
      }
    }
  });

  it('sees the tasks of each of them', async () => {
    const { tasks } = system().container();
    const now = system().clock.now();
    const unclosed = { redoneAt: null, closedAt: null, closedBy: null, outcome: null, note: null };
    const common = { redo: null, facts: {}, openedAt: now, dueAt: now, claimedBy: null, ...unclosed };
    await tasks.create([
      { ...common, kind: 'refund-not-done', subject: 'system:a', role: 'finance' },
      { ...common, kind: 'issuing-not-started', subject: 'system:b', role: 'issuer' },
      { ...common, kind: 'notice-not-sent', subject: 'system:c', role: 'reviewer' },
    ]);
    const { client } = await staffPerson(system(), ['issuer', 'finance']);
    const { items } = await client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['refund-not-done', 'issuing-not-started']));
    expect(kinds).not.toContain('notice-not-sent');
  });
});
