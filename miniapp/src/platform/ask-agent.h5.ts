import { UKEY_AGENT_PORT } from '@acceptance/shared';

/** What came back from the program on this PC, as it is. */
export interface AgentReply {
  readonly status: number;
  /** Parsed JSON; null when it was none. */
  readonly body: unknown;
}

/** A browser reaches the agent on its own PC; WeChat reaches no loopback address. */
export const reachesAgent = true;

/** A token needs up to a minute for an RSA key. */
const TIMEOUT_MS = 180_000;

/** One call to the UKey agent of this PC; null when no agent answers. Sends no cookies. */
export async function askAgent(path: string, body: unknown, pairingKey: string | null): Promise<AgentReply | null> {
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${UKEY_AGENT_PORT}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(pairingKey && { Authorization: `Bearer ${pairingKey}` }),
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    // Nobody listens, or the browser does not let the page through: it tells a page no more than that.
    return null;
  }
  return { status: response.status, body: await response.json().catch(() => null) };
}
