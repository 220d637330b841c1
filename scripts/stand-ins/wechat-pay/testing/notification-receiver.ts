import { createDecipheriv } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedNotification {
  headers: IncomingHttpHeaders;
  body: string;
  id: string;
  event: string;
  resource: Record<string, unknown>;
}

/** Opens a notification's resource: AES-256-GCM, the tag being the last 16 bytes. */
function decrypt(resource: Record<string, string>, apiV3Key: string): Record<string, unknown> {
  const bytes = Buffer.from(resource.ciphertext ?? '', 'base64');
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce ?? '');
  decipher.setAAD(Buffer.from(resource.associated_data ?? ''));
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'));
}

/** A merchant's notify_url that keeps what comes and answers as it was told; `silence` never answers. */
export async function startNotificationReceiver(apiV3Key: string) {
  const received: ReceivedNotification[] = [];
  const open: ServerResponse[] = [];
  let answers: (number | 'silence')[] = [];
  let arrival: (() => void) | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { id, event_type: event, resource } = JSON.parse(body);
    received.push({ headers: request.headers, body, id, event, resource: decrypt(resource, apiV3Key) });
    const answer = answers.shift() ?? 204;
    if (answer === 'silence') open.push(response);
    else response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end();
    arrival?.();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks/wechat-pay`,
    received,
    /** The next answers; after them everything is accepted with 204. */
    willAnswer(...next: (number | 'silence')[]) {
      answers = next;
    },
    nextArrival: () =>
      new Promise<void>((resolve) => {
        arrival = resolve;
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
