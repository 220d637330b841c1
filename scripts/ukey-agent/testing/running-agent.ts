import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPkcs11Driver } from '../pkcs11/create-pkcs11-driver';
import { startAgent } from '../start-agent';
import type { TokenDriver } from '../token/token-driver';
import { type AgentPage, openPage, pair } from './agent-page';
import { makeSoftTokens, softTokenLibrary } from './soft-tokens';

export const DESK = 'https://desk.example.cn';
export const OTHER_DESK = 'https://other.example.cn';

/** An agent on tokens of SoftHSM2 that are in nobody else's hands, with a clock that stands still. */
export interface RunningAgent {
  readonly port: number;
  /** Paired. */
  readonly page: AgentPage;
  /** Of an origin that may call too, not paired. */
  readonly otherPage: AgentPage;
  /** Codes shown so far, the newest last. */
  readonly codes: readonly string[];
  /** Everything printed so far. */
  readonly printed: readonly string[];
  readonly stateFolder: string;
  advance(seconds: number): void;
  now(): Date;
  stop(): Promise<void>;
}

/** @param change wraps the driver, to break it */
export async function runAgent(
  change: (driver: TokenDriver) => TokenDriver = (driver) => driver,
): Promise<RunningAgent> {
  const tokens = makeSoftTokens();
  tokens.use();
  const stateFolder = mkdtempSync(join(tmpdir(), 'ukey-agent-'));
  let time = Date.parse('2026-11-28T08:00:00.000Z');
  const codes: string[] = [];
  const printed: string[] = [];
  const agent = await startAgent({
    driver: change(await createPkcs11Driver(softTokenLibrary())),
    origins: [DESK, OTHER_DESK],
    port: 0,
    stateFolder,
    now: () => new Date(time),
    print: (line) => printed.push(line),
    showCode: ({ code }) => codes.push(code),
  });
  const page = openPage(agent.port, DESK);
  await pair(page, () => codes.at(-1) ?? '');
  return {
    port: agent.port,
    page,
    otherPage: openPage(agent.port, OTHER_DESK),
    codes,
    printed,
    stateFolder,
    advance: (seconds) => {
      time += seconds * 1000;
    },
    now: () => new Date(time),
    async stop() {
      await agent.stop();
      rmSync(stateFolder, { recursive: true, force: true });
      tokens.remove();
    },
  };
}
