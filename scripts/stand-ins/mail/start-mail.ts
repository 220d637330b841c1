import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { DemoCredentials } from '../demo-credentials';
import type { StandInEnvironment } from '../serving/environment';

/** A mail as it stands in a mailbox. */
export interface ReceivedMail {
  id: string;
  /** Lower case. */
  to: string;
  from: string;
  subject: string;
  text: string;
  /** The one-time code, when the mail brings one. */
  code?: string;
  receivedAt: string;
  attachments: { fileName: string; mediaType: string; base64: string }[];
}

export interface MailStandIn {
  /** smtp://127.0.0.1:port */
  url: string;
  /** Newest first. */
  mails(address?: string): ReceivedMail[];
  /** What RCPT answers for an address from now on, e.g. 550; 250 ends it. */
  setMailStatus(address: string, responseCode: number): void;
  stop(): Promise<void>;
}

const NEWEST_KEPT = 500;
/** An attachment of 2 MiB grows by a third in base64. */
const LARGEST_MAIL = 4 * 1024 * 1024;

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** A submission server (RFC 6409) on 127.0.0.1: asks for the demo's user and password, delivers into a list. */
export async function startMail(o: {
  credentials: DemoCredentials;
  environment: StandInEnvironment;
  /** 0 or absent = a free port. */
  port?: number;
}): Promise<MailStandIn> {
  const { credentials, environment } = o;
  const { user, password } = credentials.mail;
  const statuses = new Map<string, number>();
  let newestFirst: ReceivedMail[] = [];
  let lastId = 0;

  const record = (to: string, status: number | null, signatureOk: boolean | null, fault?: 'server-error' | 'timeout') =>
    environment.requests.add({
      standIn: 'mail',
      receivedAt: environment.now().toISOString(),
      method: 'SMTP',
      path: '/mail',
      query: '',
      body: { to: to.replace(/^(.)[^@]*/, '$1***') },
      status,
      signatureOk,
      fault,
    });

  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: 1,
    onAuth(auth, _session, done) {
      if (auth.username === user && auth.password === password) {
        done(null, { user });
        return;
      }
      record('', 535, false);
      done(refusal(535, 'Authentication credentials invalid'));
    },
    onRcptTo({ address }, _session, done) {
      if (environment.faults.strikes('mail', 'timeout', address)) {
        record(address, null, true, 'timeout');
        return;
      }
      if (environment.faults.strikes('mail', 'server-error', address)) {
        record(address, 421, true, 'server-error');
        done(refusal(421, 'Service not available, closing transmission channel'));
        return;
      }
      const status = statuses.get(address.toLowerCase()) ?? 250;
      if (status === 250) {
        done();
        return;
      }
      record(address, status, true);
      done(refusal(status, 'Requested action not taken'));
    },
    onData(stream, { envelope }, done) {
      void (async () => {
        const mail = await PostalMime.parse(await readAll(stream), { attachmentEncoding: 'base64' });
        const text = mail.text ?? '';
        for (const { address } of envelope.rcptTo) {
          lastId += 1;
          const received = {
            id: `demo-mail-${lastId}`,
            to: address.toLowerCase(),
            from: mail.from?.address ?? '',
            subject: mail.subject ?? '',
            text,
            code: /\b\d{6}\b/.exec(text)?.[0],
            receivedAt: environment.now().toISOString(),
            attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
              fileName: filename ?? '',
              mediaType: mimeType,
              base64: String(content),
            })),
          };
          newestFirst = [received, ...newestFirst].slice(0, NEWEST_KEPT);
          record(address, 250, true);
        }
        environment.changed();
      })().then(
        () => done(),
        () => done(refusal(554, 'Transaction failed')),
      );
    },
  });
  // A client that hangs up is no fault of ours; without a listener it would end the process.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(o.port ?? 0, '127.0.0.1', () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: (address) => newestFirst.filter((mail) => !address || mail.to === address.toLowerCase()),
    setMailStatus(address, responseCode) {
      statuses.set(address.toLowerCase(), responseCode);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
