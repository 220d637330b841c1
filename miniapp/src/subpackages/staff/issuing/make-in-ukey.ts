import type { KeyAlgorithm, PreparedToken, TokenView } from '@acceptance/shared';
import type { UkeyAgent } from '../../../features/ukey-agent/agent-client';

/** A token with its holder's PIN, as long as the page is open. */
export interface OpenedToken {
  readonly token: string;
  readonly serial: string;
  readonly pin: string;
  /** With the PINs for the letter and the safe; null when the person typed the PIN. */
  readonly letter: PreparedToken | null;
}

/** What the key in a token is called and is to be, for one order. */
export interface WantedKey {
  readonly orderNumber: string;
  readonly algorithm: KeyAlgorithm;
}

/**
 * Initialises the token under the order's number, or goes on where that was broken off; both answer the PIN.
 * @param adminPin of a token with something in it, all of which is erased
 * @throws AgentAway, UkeyAgentError
 */
export async function openToken(
  agent: UkeyAgent,
  { id }: Pick<TokenView, 'id'>,
  { orderNumber, adminPin }: { readonly orderNumber: string; readonly adminPin?: string },
): Promise<OpenedToken> {
  const letter = await agent('prepareToken', { token: id, label: orderNumber, ...(adminPin && { adminPin }) });
  return { token: letter.id, serial: letter.serial, pin: letter.pin, letter };
}

/** The key is called as the order: asked for again, the agent finds it. */
const findOrMakeKey = (agent: UkeyAgent, { token, pin }: OpenedToken, { orderNumber, algorithm }: WantedKey) =>
  agent('makeKey', { token, pin, algorithm, name: orderNumber });

/**
 * Makes the key inside the token and its request.
 * @returns PKCS#10 (RFC 2986), base64 of its DER
 * @throws AgentAway, UkeyAgentError
 */
export async function makeRequest(
  agent: UkeyAgent,
  opened: OpenedToken,
  { commonName, ...wanted }: WantedKey & { readonly commonName: string },
): Promise<string> {
  const { token, pin } = opened;
  const { keyId } = await findOrMakeKey(agent, opened, wanted);
  return (await agent('makeCertificateRequest', { token, pin, keyId, commonName })).certificateRequest;
}

/** Base64 of the DER inside a PEM (RFC 7468). */
const derOf = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');

/**
 * Writes the certificate into the token; the agent reads it back and lets the key sign.
 * @param chainPem the certificate first, its issuers after it
 * @throws AgentAway, UkeyAgentError
 */
export async function writeIntoToken(
  agent: UkeyAgent,
  opened: OpenedToken,
  { chainPem, ...wanted }: WantedKey & { readonly chainPem: readonly string[] },
): Promise<void> {
  const { token, pin } = opened;
  const [certificate = '', ...chain] = chainPem.map(derOf);
  const { keyId } = await findOrMakeKey(agent, opened, wanted);
  await agent('writeCertificate', { token, pin, keyId, certificate, chain });
}
