/** A key in a token, as RFC 7512 names it. */
export interface Pkcs11KeyName {
  /** File of the token's library. */
  readonly modulePath: string;
  readonly token: string;
  /** CKA_LABEL of the private key; null when it is named by its id alone. */
  readonly object: string | null;
  /** CKA_ID of the private key; null when it is named by its label alone. */
  readonly id: Uint8Array | null;
}

const PATH_ATTRIBUTES = ['token', 'object', 'id', 'type'];

/** `name=value` pairs; null when one of them is written twice, has no value, or is broken. */
function attributesOf(text: string, separator: string): Map<string, string> | null {
  const attributes = new Map<string, string>();
  for (const pair of text.split(separator).filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (at < 1 || at === pair.length - 1 || attributes.has(name)) {
      return null;
    }
    attributes.set(name, pair.slice(at + 1));
  }
  return attributes;
}

/** Percent-decoded octets (RFC 3986, 2.1); a CKA_ID need not be text. */
function octetsOf(value: string): Uint8Array {
  const latin1 = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(Buffer.from(latin1, 'latin1'));
}

const textOf = (value: string | undefined): string | null =>
  value === undefined ? null : Buffer.from(octetsOf(value)).toString('utf8');

/**
 * Reads `pkcs11:token=…;object=…;id=…?module-path=…` (RFC 7512). A PIN in it (`pin-value`, `pin-source`) makes it unreadable: settings
 * are printed and copied, PINs have a setting of their own.
 * @param modulePathBeside where the library is said elsewhere; the URI then does not say it again
 * @returns null for anything that does not name one key
 */
export function readPkcs11Uri(uri: string, modulePathBeside = ''): Pkcs11KeyName | null {
  const match = /^pkcs11:([^?]*)(?:\?(.+))?$/.exec(uri);
  const path = attributesOf(match?.[1] ?? '', ';');
  const query = attributesOf(match?.[2] ?? '', '&');
  const modulePath = modulePathBeside || textOf(query?.get('module-path'));
  const token = textOf(path?.get('token'));
  const object = textOf(path?.get('object'));
  const id = path?.get('id');
  const isKnown =
    [...(path?.keys() ?? [])].every((name) => PATH_ATTRIBUTES.includes(name)) &&
    query?.size === (modulePathBeside ? 0 : 1);
  const isOfKey = (path?.get('type') ?? 'private') === 'private';
  if (!modulePath || !token || (object === null && id === undefined) || !isKnown || !isOfKey) {
    return null;
  }
  return { modulePath, token, object, id: id === undefined ? null : octetsOf(id) };
}
