import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Bag, bagOf, textOf } from '../bag';
import type { Host } from '../host';
import { NotInHost } from '../refusal';
import { appDomain } from './app-domain';
import { elementDomain } from './element-domain';
import { hostDomain } from './host-domain';
import { pageDomain } from './page-domain';
import type { Domain, Session } from './session';
import { toolDomain } from './tool-domain';

export interface AutomationServer {
  /** ws://127.0.0.1:PORT, for `automator.connect({ wsEndpoint })`. */
  readonly wsEndpoint: string;
  stop(): Promise<void>;
}

/** JSON that never fails: the app's objects may have cycles. */
function safeJson(message: Bag): string {
  const above: unknown[] = [];
  return JSON.stringify(message, function replace(this: unknown, _key, value: unknown) {
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (typeof value !== 'object' || value === null) return value;
    if (above.includes(value)) return '[Circular]';
    above.push(value);
    return value;
  });
}

function serveClient(host: Host, socket: WebSocket): void {
  const session: Session = {
    logEnabled: false,
    send: (method, params) => socket.send(safeJson({ method, params })),
    close: () => socket.close(),
  };
  const domains: Record<string, Domain> = {
    App: appDomain(host, session),
    Page: pageDomain(host),
    Element: elementDomain(host),
    Tool: toolDomain(host, session),
    Host: hostDomain(host),
  };
  const stop = host.on({
    log: (type, args) => {
      if (session.logEnabled) session.send('App.logAdded', { type, args });
    },
    exception: (exception) => session.send('App.exceptionThrown', { exception }),
  });
  socket.once('close', stop);

  const handle = async (text: string): Promise<Bag> => {
    const { id, method, params } = bagOf(JSON.parse(text));
    try {
      const [domain = '', name = ''] = textOf(method).split('.');
      const work = Object.hasOwn(domains[domain] ?? {}, name) ? domains[domain]?.[name] : undefined;
      if (!work) throw new NotInHost(textOf(method));
      return { id, result: (await work(bagOf(params))) ?? {} };
    } catch (error) {
      return { id, error: { message: (error as Error).message } };
    }
  };
  socket.on('message', (data) => {
    void handle(String(data)).then((answer) => {
      if (socket.readyState === socket.OPEN) socket.send(safeJson(answer));
    });
  });
}

/** Speaks DevTools' automation protocol on 127.0.0.1; `port` 0 = a free one. */
export async function serveAutomation(host: Host, port = 0): Promise<AutomationServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  server.on('connection', (socket) => serveClient(host, socket));
  return {
    wsEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
