const NEWEST_KEPT = 500;

/** A text message as it stands on a phone. */
export interface ReceivedSms {
  id: string;
  /** +86… */
  phoneNumber: string;
  templateId: string;
  /** With the signature in front, as phones show it. */
  text: string;
  /** The one-time code, when the message brings one. */
  code?: string;
  receivedAt: string;
}

export interface SmsInbox {
  deliver(message: ReceivedSms): void;
  /** Newest first; a number may be given with or without +86. */
  list(phoneNumber?: string): ReceivedSms[];
  /** What sending to the number answers from now on, e.g. `LimitExceeded.PhoneNumberDailyLimit`; `Ok` ends it. */
  setStatus(phoneNumber: string, code: string): void;
  statusOf(phoneNumber: string): string;
  /** Messages to the number are taken and do not arrive from now on, for this reason (e.g. `MK:0001`); null: they do. */
  setUnreachable(phoneNumber: string, reason: string | null): void;
  /** Reports since the last call, each handed out once. */
  takeReports(limit: number): DeliveryReport[];
}

/** What an operator reports of a message. */
export interface DeliveryReport {
  serial: string;
  /** +86… */
  phoneNumber: string;
  delivered: boolean;
  description: string;
  at: Date;
}

/** +86 and 11 digits of a mainland mobile number, however it was written; undefined when it is none. */
export function mainlandNumber(text: string): string | undefined {
  const digits = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(text)?.[1];
  return digits && `+86${digits}`;
}

export function createSmsInbox(): SmsInbox {
  let newestFirst: ReceivedSms[] = [];
  const statuses = new Map<string, string>();
  const unreachable = new Map<string, string>();
  let reports: DeliveryReport[] = [];
  const normal = (phoneNumber: string): string => mainlandNumber(phoneNumber.replace(/^ (?=86)/, '+')) ?? phoneNumber;
  return {
    deliver(message) {
      const reason = unreachable.get(message.phoneNumber);
      const { id: serial, phoneNumber, receivedAt } = message;
      const report = {
        serial,
        phoneNumber,
        delivered: !reason,
        description: reason ?? 'DELIVRD',
        at: new Date(receivedAt),
      };
      reports = [...reports, report].slice(-NEWEST_KEPT);
      if (!reason) newestFirst = [message, ...newestFirst].slice(0, NEWEST_KEPT);
    },
    list: (phoneNumber) => newestFirst.filter((message) => !phoneNumber || message.phoneNumber === normal(phoneNumber)),
    setStatus(phoneNumber, code) {
      if (code === 'Ok') statuses.delete(normal(phoneNumber));
      else statuses.set(normal(phoneNumber), code);
    },
    setUnreachable(phoneNumber, reason) {
      if (reason === null) unreachable.delete(normal(phoneNumber));
      else unreachable.set(normal(phoneNumber), reason);
    },
    takeReports(limit) {
      const taken = reports.slice(0, limit);
      reports = reports.slice(limit);
      return taken;
    },
    statusOf: (phoneNumber) => statuses.get(normal(phoneNumber)) ?? 'Ok',
  };
}
