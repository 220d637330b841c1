import { request } from 'node:http';
import { API_BASE_PATH } from '@acceptance/shared';

export interface SentRequest {
  readonly port: number;
  /** An address of this machine, 127.x.y.z, that the connection comes from. */
  readonly from?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body: object;
}

/** Posts JSON from an address of one's choice, which `fetch` cannot; answers the status. */
export const postFrom = ({ port, from, path, headers, body }: SentRequest): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        localAddress: from,
        path: `${API_BASE_PATH}${path}`,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        agent: false,
      },
      (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(JSON.stringify(body));
  });
