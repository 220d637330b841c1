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
}

/** +86 and 11 digits of a mainland mobile number, however it was written; undefined when it is none. */
export function mainlandNumber(text: string): string | undefined {
  const digits = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(text)?.[1];
  return digits && `+86${digits}`;
}

export function createSmsInbox(): SmsInbox {
  let newestFirst: ReceivedSms[] = [];
  const statuses = new Map<string, string>();
  const normal = (phoneNumber: string): string => mainlandNumber(phoneNumber.replace(/^ (?=86)/, '+')) ?? phoneNumber;
  return {
    deliver(message) {
      newestFirst = [message, ...newestFirst].slice(0, NEWEST_KEPT);
    },
    list: (phoneNumber) => newestFirst.filter((message) => !phoneNumber || message.phoneNumber === normal(phoneNumber)),
    setStatus(phoneNumber, code) {
      if (code === 'Ok') statuses.delete(normal(phoneNumber));
      else statuses.set(normal(phoneNumber), code);
    },
    statusOf: (phoneNumber) => statuses.get(normal(phoneNumber)) ?? 'Ok',
  };
}
