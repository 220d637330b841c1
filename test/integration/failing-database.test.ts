import { endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { bearer, rawRequest } from '../support/raw-request';
import { meet } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const COMMANDS = ['find', 'aggregate', 'insert', 'update', 'delete', 'findAndModify', 'count', 'distinct', 'getMore'];

/** As a real server is told to that has test commands (`enableTestCommands`). */
async function fail(mode: unknown, data: Record<string, unknown> = {}): Promise<void> {
  const admin = system().container().connection.getClient().db('admin');
  await admin.command({ configureFailPoint: 'failCommand', mode, data: { failCommands: COMMANDS, ...data } });
}
let context: StoryContext;
beforeAll(async () => {
  context = await meet(system(), 'sign-in');
});
afterEach(() => fail('off'));

const { method, path } = endpoints.account.readAccount;
const readAccount = () => rawRequest(system(), method, path, { headers: bearer(context.applicant.accessToken) });
const UNAVAILABLE = { status: 503, code: 'server.unavailable' };

describe('a request', () => {
  it.each([
    ['fails over', { errorCode: 10107 }],
    ['is interrupted as it stops', { errorCode: 11600 }],
    ['shuts down', { errorCode: 91 }],
    ['closes its connections', { closeConnection: true }],
    ['cannot reach its majority', { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } }],
  ])('is told to come again while the database %s, and finds everything when it does', async (_, how) => {
    await fail('alwaysOn', how);
    const answer = await readAccount();
    expect(answer).toMatchObject(UNAVAILABLE);
    expect(answer.headers.get('retry-after')).toBe('5');
    await fail('off');
    expect(await readAccount()).toMatchObject({ status: 200 });
  });

  it('is told so as well by a database that takes commands and answers none', async () => {
    await fail({ times: 3 }, { blockConnection: true, blockTimeMS: 120_000 });
    expect(await readAccount()).toMatchObject(UNAVAILABLE);
    await fail('off');
    expect(await readAccount()).toMatchObject({ status: 200 });
  });
});
