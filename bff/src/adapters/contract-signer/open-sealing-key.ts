import { readFile } from 'node:fs/promises';
import {
  ContractPdfError,
  createCertificateCheck,
  createSigningKey,
  type SigningCertificateProblem,
  signingKeyOfPem,
} from '../../contract-pdf';
import { certificatesOfPem } from '../../contract-pdf/signing-key';
import { openSigningKeyPkcs12, PkiError, readPublicKey } from '../../pki';
import type { SealingKey } from '../../ports/contract-signer';
import { createTokenKey, type TokenKey, type TokenKeyOptions } from '../../signing-keys/token-key';
import type { ContractSignerSettings } from './contract-signer-settings';
import { asPortError, misconfigured } from './refuse';

export interface OpenSealingKey extends SealingKey {
  /** What keeps its certificate from sealing at a time; null: nothing. */
  problemAt(at: Date): SigningCertificateProblem | null;
  /** Shows that it signs, where that cannot be told from its file. @throws PortError */
  prove(): Promise<void>;
  /** What is under way is refused. */
  close(): Promise<void>;
}

type Opened = Pick<SealingKey, 'algorithm' | 'signatureBytes' | 'chain' | 'sign'> &
  Partial<Pick<TokenKey, 'prove' | 'close'>>;

/** Node's errors quote paths and OpenSSL's may quote more: only what kind of file it was is said. */
async function read(file: string, code: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw misconfigured(code);
  }
}

/** A line end behind it is the editor's. */
const readSecret = async (file: string, code: string): Promise<string> =>
  (await read(file, code)).toString('utf8').replace(/\r?\n$/, '');

async function openAt(chainPem: string, { key }: ContractSignerSettings, tokens: TokenKeyOptions): Promise<Opened> {
  switch (key.kind) {
    case 'pem': {
      const privateKeyPem = (await read(key.file, 'key-unreadable')).toString('latin1');
      return signingKeyOfPem({ certificateChainPem: chainPem, privateKeyPem });
    }
    case 'pkcs12': {
      const passphrase = await readSecret(key.passphraseFile, 'passphrase-unreadable');
      return createSigningKey(chainPem, openSigningKeyPkcs12(await read(key.file, 'key-unreadable'), passphrase).key);
    }
    case 'pkcs11': {
      const pin = await readSecret(key.pinFile, 'pin-unreadable');
      const [leaf] = certificatesOfPem(chainPem);
      const publicKeyInfo = leaf?.publicKey.export({ type: 'spki', format: 'der' }) ?? Buffer.alloc(0);
      const token = createTokenKey(key.name, pin, readPublicKey(publicKeyInfo), tokens);
      return { ...createSigningKey(chainPem, token), prove: token.prove, close: token.close };
    }
  }
}

/** Everything but what the key itself says: dates come before a token is troubled. */
async function readChain({ chainFile, authorityName }: ContractSignerSettings, at: Date) {
  const chainPem = (await read(chainFile, 'chain-unreadable')).toString('latin1');
  const check = readOrRefuse(() =>
    createCertificateCheck(
      certificatesOfPem(chainPem).map(({ raw }) => raw),
      authorityName,
    ),
  );
  const problem = check(at);
  if (problem) {
    throw misconfigured(problem);
  }
  return { chainPem, problemAt: check };
}

function readOrRefuse<T>(readIt: () => T): T {
  try {
    return readIt();
  } catch {
    throw misconfigured('chain-unreadable');
  }
}

/**
 * Opens the key that the settings name, and refuses one that may not seal now. A key in a token is not asked yet (`prove`). Causes that
 * are kept name no key and no passphrase: they say which of several things is wrong.
 * @throws PortError
 */
export async function openSealingKey(
  settings: ContractSignerSettings,
  at: Date,
  tokens: TokenKeyOptions = {},
): Promise<OpenSealingKey> {
  const { chainPem, problemAt } = await readChain(settings, at);
  try {
    const { prove, close, sign, ...opened } = await openAt(chainPem, settings, tokens);
    return {
      ...opened,
      chainPem,
      problemAt,
      sign: (toBeSigned) => asked(sign(toBeSigned)),
      prove: () => asked(prove?.()),
      close: async () => close?.(),
    };
  } catch (error) {
    throw error instanceof ContractPdfError || error instanceof PkiError ? misconfigured('key-unfit', error) : error;
  }
}

async function asked<T>(answer: T | Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asPortError(error);
  }
}
