const SCHEME = 'WECHATPAY2-SHA256-RSA2048';
const PARAMETERS = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const;

export type Authorization = Record<(typeof PARAMETERS)[number], string>;

/** `WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",…` in any order; undefined when it is anything else. */
export function parseAuthorization(header: string | undefined): Authorization | undefined {
  const [, scheme, list] = /^(\S+)\s+(.*)$/.exec(header ?? '') ?? [];
  if (scheme !== SCHEME || list === undefined) return undefined;
  const found = new Map<string, string>();
  for (const part of list.split(/,\s*(?=[a-z_]+=")/)) {
    const [, name, value] = /^([a-z_]+)="([^"]*)"$/.exec(part.trim()) ?? [];
    if (name === undefined || value === undefined || found.has(name)) return undefined;
    found.set(name, value);
  }
  if (found.size !== PARAMETERS.length || PARAMETERS.some((name) => !found.get(name))) return undefined;
  return Object.fromEntries(found) as Authorization;
}
