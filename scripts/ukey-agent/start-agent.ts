import { mkdirSync } from 'node:fs';
import { openPairing } from './http/pairing';
import { type AgentServer, startAgentServer } from './http/start-agent-server';
import { createTokenOperations } from './operations/agent-operations';
import { openPinTries } from './state/pin-tries';
import { openPreparationJournal } from './state/preparation-journal';
import { createTurns } from './token/take-turns';
import type { TokenDriver } from './token/token-driver';

export interface AgentOptions {
  readonly driver: TokenDriver;
  readonly origins: readonly string[];
  readonly port: number;
  /** Where pairings, tries of PINs and unprinted PINs are kept; the user's own folder. */
  readonly stateFolder: string;
  readonly now: () => Date;
  readonly print: (line: string) => void;
  readonly showCode: (offer: { origin: string; code: string; seconds: number }) => void;
  readonly forgetPairings?: boolean;
}

/** The agent on a driver of tokens. `stop` lets the act that is under way end, and closes the driver. */
export async function startAgent(options: AgentOptions): Promise<AgentServer> {
  const { driver, stateFolder, now, print } = options;
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const pairing = openPairing(stateFolder, now, options.showCode);
  const journal = openPreparationJournal(stateFolder);
  const tries = openPinTries(stateFolder);
  const turns = createTurns();
  if (options.forgetPairings) {
    pairing.forgetAll();
  }
  const operations = createTokenOperations({ driver, journal, tries, now });
  const server = await startAgentServer({
    agent: { pairing, operations, turns },
    origins: options.origins,
    port: options.port,
    print,
  });
  return {
    port: server.port,
    async stop() {
      await server.stop();
      await turns.settled();
      await driver.close();
    },
  };
}
