import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import { endBff, spawnBff, waitUntilReady } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { hasOtherPackages, makeRelease, previousCommit } from '../../scripts/rehearsal/releases';
import { makePerson } from '../../scripts/story/people';
import { newStory, SOFTWARE_CERTIFICATE_STEPS, STORY_STEPS } from '../../scripts/story/walk-story';

jest.setTimeout(600_000);

const root = resolve(__dirname, '../..');
const commit = previousCommit(root);
const canBeMade = commit !== null && !hasOtherPackages(root, commit);

// A checkout without its past, or with other packages, has no version before: there is nothing to hold this version against.
(canBeMade ? describe : describe.skip)(
  'the version before, beside this one, on the database that this one has migrated',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolling-upgrade-'));
    let system: DemoSystem;
    let origins: [string, string];
    const bffs: ChildProcess[] = [];

    beforeAll(async () => {
      system = await startDemoSystem({ runJobs: false });
      const earlier = makeRelease(root, commit ?? '', join(folder, 'earlier'));
      const ports = [await freePort(), await freePort()];
      origins = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string];
      const settings = ports.map((port) => ({
        ...system.environment,
        PORT: String(port),
        LOG_LEVEL: 'error',
        WECHAT_PAY_NOTIFY_URL: `${origins[0]}/api/callbacks/wechat-pay`,
      }));
      const bundle = join(earlier.folder, 'bff/dist/main.js');
      bffs.push(
        spawn(process.execPath, [bundle], { env: { PATH: process.env.PATH, ...settings[0] }, stdio: 'inherit' }),
      );
      bffs.push(await spawnBff({ ...settings[1] }));
      await Promise.all(bffs.map((bff, index) => waitUntilReady(bff, origins[index] ?? '')));
    });
    afterAll(async () => {
      await Promise.all(bffs.map((bff) => endBff(bff, 'SIGKILL')));
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    let turn = 0;
    /** Each call goes to the other version than the one before. */
    function alternating(): ApiClient {
      const clients = origins.map((origin) => createApiClient(origin));
      let accessToken: string | null = null;
      return {
        get accessToken() {
          return accessToken;
        },
        set accessToken(token) {
          accessToken = token;
          for (const client of clients) {
            client.accessToken = token;
          }
        },
        call(endpoint, input) {
          turn += 1;
          return (clients[turn % 2] as ApiClient).call(endpoint, input);
        },
      };
    }

    /** Until no job is under way or due; both versions do them. */
    async function settle(): Promise<void> {
      const { connection } = system.container();
      const soon = () => ({ 'outbox.availableAt': { $lt: new Date(Date.now() + 90_000) } });
      for (const queue of ['orders', 'certificates', 'orders']) {
        while (await connection.collection(queue).findOne(soon())) {
          await new Promise((again) => setTimeout(again, 20));
        }
      }
    }

    it.each([
      ['this one is asked first', 0, {}],
      [
        'the one before is asked first',
        1,
        { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' },
      ],
    ] as const)('serve an application together: %s', async (_name, first, options) => {
      turn = first;
      const { standIns, staffPassword } = system;
      const world = { origin: origins[0], standIns, staffPassword, settle };
      const person = makePerson(61 + first);
      const context = {
        ...newStory(world, { person, ...options }),
        applicant: alternating(),
        staff: alternating(),
      };
      const certificate = context.delivery === 'download' ? SOFTWARE_CERTIFICATE_STEPS : [];
      for (const step of [...STORY_STEPS, ...certificate]) {
        await step.run(context);
      }
      expect(context.order?.status).toBe(context.delivery === 'download' ? 'completed' : 'paid');
      expect(turn).toBeGreaterThan(20);
    });
  },
);
