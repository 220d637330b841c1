/** What the platform tells of itself; unknown parts are empty, missing or `unknown`. */
export interface DeviceFacts {
  readonly brand?: string;
  readonly model?: string;
  readonly system?: string;
  /** Of WeChat or of the browser. */
  readonly version?: string;
  /** Where the program runs: WeChat, browser. */
  readonly host: string;
}

/** Limit of `device` in `contracts.recordConsent`. */
const MAX_LENGTH = 200;

const isKnown = (part: string | undefined): part is string => Boolean(part) && part !== 'unknown';

/** One line for the record of consent, e.g. `HUAWEI NOH-AN00; Android 12; WeChat 8.0.50`. */
export function describeDevice({ brand, model, system, version, host }: DeviceFacts): string {
  const parts = [[brand, model], [system], [host, version]].map((part) => part.filter(isKnown).join(' '));
  return parts.filter(Boolean).join('; ').slice(0, MAX_LENGTH);
}
