import { type IncomingMessage, request as openRequest } from 'node:http';
import {
  type UkeyAgentAnswer,
  type UkeyAgentOperationName,
  type UkeyAgentRequest,
  ukeyAgentErrorFromBody,
  ukeyAgentOperations,
} from '@acceptance/shared';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Any request at all, with headers that a browser's page could not set. */
export function sendRaw(
  port: number,
  { method = 'POST', path = '/', headers = {}, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = openRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** What a page of an origin does with the agent. */
export interface AgentPage {
  pairingKey: string | null;
  call<N extends UkeyAgentOperationName>(name: N, request: UkeyAgentRequest<N>): Promise<UkeyAgentAnswer<N>>;
  /** The code of the refusal, `answered` when there was none. */
  refusalOf<N extends UkeyAgentOperationName>(name: N, request: UkeyAgentRequest<N>): Promise<string>;
}

export function openPage(port: number, origin: string): AgentPage {
  const page: AgentPage = {
    pairingKey: null,
    async call(name, request) {
      const { status, body } = await sendRaw(port, {
        path: ukeyAgentOperations[name].path,
        headers: {
          origin,
          'content-type': 'application/json',
          ...(page.pairingKey && { authorization: `Bearer ${page.pairingKey}` }),
        },
        body: JSON.stringify(request),
      });
      const parsed: unknown = JSON.parse(body);
      if (status !== 200) {
        throw ukeyAgentErrorFromBody(parsed) ?? new Error(`${status} ${body}`);
      }
      return parsed as never;
    },
    async refusalOf(name, request) {
      const answer = await page.call(name, request).then(
        () => 'answered',
        (error: unknown) => (error as { code?: string }).code ?? String(error),
      );
      return answer;
    },
  };
  return page;
}

/** Lets the page pair with the code that the agent shows. */
export async function pair(page: AgentPage, shownCode: () => string): Promise<void> {
  await page.call('beginPairing', {});
  page.pairingKey = (await page.call('completePairing', { code: shownCode() })).pairingKey;
}
