import { type Bag, bagOf, textOf } from '../bag';
import type { Host } from '../host';
import type { InvoiceTitleAnswer, NetworkType, PaymentAnswer, ScanAnswer } from '../phone/phone';
import type { Domain } from './session';

/** What a client may set on the phone, and of which kind. */
const SETTABLE: Record<string, (host: Host, value: unknown) => void> = {
  paymentAnswer: (host, value) => {
    host.phone.paymentAnswer = value as PaymentAnswer;
  },
  phoneNumber: (host, value) => {
    host.phone.phoneNumber = value === null ? null : textOf(value);
  },
  subscriptionAnswer: (host, value) => {
    host.phone.subscriptionAnswer = value as 'accept' | 'reject' | 'ban';
  },
  permissionAnswer: (host, value) => {
    host.phone.permissionAnswer = value as 'allow' | 'refuse' | 'wait';
  },
  settingsChanges: (host, value) => {
    host.phone.settingsChanges = bagOf(value) as Record<string, boolean>;
  },
  privacy: (host, value) => {
    Object.assign(host.phone.privacy, bagOf(value));
  },
  photos: (host, value) => {
    host.phone.photos = (value as string[]).map((base64) => Buffer.from(base64, 'base64'));
  },
  chatFiles: (host, value) => {
    host.phone.chatFiles = (value as { name: string; base64: string }[]).map(({ name, base64 }) => ({
      name,
      bytes: Buffer.from(base64, 'base64'),
    }));
  },
  pictures: (host, value) => {
    Object.assign(host.phone.pictures, bagOf(value));
  },
  cancelsChoosing: (host, value) => {
    host.phone.cancelsChoosing = Boolean(value);
  },
  invoiceTitle: (host, value) => {
    host.phone.invoiceTitle = bagOf(value) as unknown as InvoiceTitleAnswer;
  },
  scan: (host, value) => {
    host.phone.scan = bagOf(value) as unknown as ScanAnswer;
  },
  sharing: (host, value) => {
    host.phone.sharing = value as 'sends' | 'cancels' | 'fails';
  },
  phoneQuotaOut: (host, value) => {
    host.phone.phoneQuotaOut = Boolean(value);
  },
  systemAllowsCamera: (host, value) => {
    host.phone.systemAllowsCamera = Boolean(value);
  },
  loginCodesExpired: (host, value) => {
    host.phone.loginCodesExpired = Boolean(value);
  },
};

/**
 * Host.*: faults and the phone's owner, for a client in another process. DevTools has nothing of the kind: stories must
 * not use it.
 */
export function hostDomain(host: Host): Domain {
  const done = (work: (params: Bag) => unknown) => async (params: Bag) => {
    await work(params);
    return {};
  };
  return {
    kill: done(() => host.kill()),
    launch: done((params) =>
      host.launch({
        path: params.path === undefined ? undefined : textOf(params.path),
        query: bagOf(params.query) as Record<string, string>,
      }),
    ),
    toBackground: done((params) => host.toBackground({ cutTransfers: params.cutTransfers === true })),
    toForeground: done(() => host.toForeground()),
    setNetwork: done((params) =>
      host.setNetwork({
        ...(params.type !== undefined && { type: params.type as NetworkType }),
        ...(params.delayMs !== undefined && { delayMs: Number(params.delayMs) }),
      }),
    ),
    rotate: done((params) => host.rotate(params.landscape === true)),
    warnMemory: done((params) => host.warnMemory(Number(params.level ?? 10))),
    setPhone: done((params) => {
      for (const [name, value] of Object.entries(params)) {
        const set = SETTABLE[name];
        if (!set) throw new Error(`Host.setPhone: ${name} cannot be set`);
        set(host, value);
      }
    }),
    getActs: () => ({ acts: host.phone.acts }),
    getExceptions: () => ({ exceptions: host.exceptions }),
  };
}
