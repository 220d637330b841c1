import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { originSchema, UKEY_AGENT_PORT } from '@acceptance/shared';
import * as v from 'valibot';

export interface AgentArguments {
  readonly module: string;
  readonly origins: readonly string[];
  readonly port: number;
  readonly stateFolder: string;
  readonly forgetPairings: boolean;
}

export const USAGE = `npm run ukey-agent -- --module <PKCS#11 library> --origin <https://desk.example.cn> [...]
  --module            the token maker's PKCS#11 library (.so, .dll, .dylib)
  --origin            a page that may use the agent, as scheme, host and port; several times for several
  --port              default ${UKEY_AGENT_PORT}
  --state             folder for pairings and unprinted PINs; default: of this user
  --forget-pairings   every page must be paired again`;

type Environment = Readonly<Record<string, string | undefined>>;

function defaultStateFolder(platform: NodeJS.Platform, env: Environment): string {
  const base = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_STATE_HOME;
  return join(base ?? join(homedir(), '.local', 'state'), 'certificate-acceptance-ukey-agent');
}

/** @throws Error naming the argument that is wrong */
export function readAgentArguments(
  args: readonly string[],
  platform: NodeJS.Platform,
  env: Environment,
): AgentArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      module: { type: 'string' },
      origin: { type: 'string', multiple: true },
      port: { type: 'string', default: String(UKEY_AGENT_PORT) },
      state: { type: 'string' },
      'forget-pairings': { type: 'boolean', default: false },
    },
  });
  const { module, origin: origins = [], port, state } = values;
  if (!module) {
    throw new Error('--module is missing');
  }
  const wrong = origins.find((origin) => !v.is(originSchema, origin));
  if (origins.length === 0 || wrong !== undefined) {
    throw new Error(
      `--origin must be like https://desk.example.cn, with http for this machine only${wrong ? `: ${wrong}` : ''}`,
    );
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1024 || Number(port) > 65_535) {
    throw new Error('--port must be a number from 1024 to 65535');
  }
  return {
    module,
    origins,
    port: Number(port),
    stateFolder: state ?? defaultStateFolder(platform, env),
    forgetPairings: values['forget-pairings'],
  };
}
