import { stat } from 'node:fs/promises';
import type { ContractSigner } from '../../ports/contract-signer';
import { PortError } from '../../ports/port-error';
import type { TokenKeyOptions } from '../../signing-keys/token-key';
import { type ContractSignerSettings, filesOf } from './contract-signer-settings';
import { type OpenSealingKey, openSealingKey } from './open-sealing-key';
import { misconfigured, reasonOf } from './refuse';

/** What became of a key that was put in place of the one before; `unproven`: of that of the start, whose token does not sign yet. */
export type KeyChange =
  | { readonly outcome: 'taken'; readonly isNewCertificate: boolean }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unproven'; readonly reason: string };

export interface ContractSignerOptions {
  readonly settings: ContractSignerSettings;
  readonly now: () => Date;
  /** What else the product must not seal with, in words; absent: nothing. */
  readonly refusalsOf?: (chainPem: string, at: Date) => readonly string[];
  /** Told of each change of the files once. */
  readonly onChange: (change: KeyChange) => void;
  readonly tokens?: TokenKeyOptions;
}

/** How often something is tried again that may pass by itself: a token that is away, a certificate that is to begin. */
const TRY_AGAIN_MS = 10_000;
const PASSING: readonly string[] = ['certificate-not-yet-valid', 'certificate-issuer-not-yet-valid'];

const mayPass = (error: unknown): boolean =>
  error instanceof PortError && (error.failure === 'unavailable' || PASSING.includes(error.vendorCode));

/** Who is restarted until the PIN fits locks the token, and what does not need the token works without it. */
const isOfToken = (error: unknown): boolean =>
  error instanceof PortError && ['token-pin', 'token-absent'].includes(error.vendorCode);

/** A file that is not there is a state like others. */
async function stateOf(files: readonly string[]): Promise<string> {
  const states = files.map(async (file) => {
    try {
      const { mtimeNs, ino, size } = await stat(file, { bigint: true });
      return `${mtimeNs} ${ino} ${size}`;
    } catch {
      return 'none';
    }
  });
  return (await Promise.all(states)).join('|');
}

/**
 * The key of the settings. Its files are looked at whenever somebody asks for it (some system calls, a contract takes milliseconds):
 * a new key seals the next contract, in every process, without a restart. One that is not good, or whose files are written one after
 * the other, replaces nothing.
 * @throws Error that says why the key of the start may not seal; nothing secret is in it
 */
export async function createContractSigner(
  options: ContractSignerOptions,
): Promise<ContractSigner & { close(): Promise<void> }> {
  const { settings, now, refusalsOf = () => [], onChange, tokens } = options;
  const files = filesOf(settings);

  async function open(): Promise<OpenSealingKey> {
    const opened = await openSealingKey(settings, now(), tokens);
    const [refusal] = refusalsOf(opened.chainPem, now());
    if (refusal === undefined) {
      return opened;
    }
    await opened.close();
    throw misconfigured('chain-refused', new Error(refusal));
  }

  /** A key that was there before goes on until the new one has shown that it signs. */
  async function openProven(): Promise<OpenSealingKey> {
    const opened = await open();
    try {
      await opened.prove();
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async function openAtStart(): Promise<OpenSealingKey> {
    const opened = await open();
    await opened.prove().catch(async (error: unknown) => {
      if (!isOfToken(error)) {
        await opened.close();
        throw error;
      }
      onChange({ outcome: 'unproven', reason: reasonOf(error) });
    });
    return opened;
  }

  // Before they are read: what is written meanwhile is another state.
  let seen = await stateOf(files);
  let told = seen;
  let tryAgainAt = Number.POSITIVE_INFINITY;
  let current = await openAtStart().catch((error: unknown) => {
    throw new Error(`the contract signing key cannot be used: ${reasonOf(error)}`);
  });
  let chains: readonly string[] = [current.chainPem];

  async function look(): Promise<void> {
    const state = await stateOf(files);
    if (state === seen && now().getTime() < tryAgainAt) {
      return;
    }
    seen = state;
    tryAgainAt = Number.POSITIVE_INFINITY;
    try {
      const next = await openProven();
      const before = current;
      current = next;
      chains = [next.chainPem, ...chains.filter((chain) => chain !== next.chainPem)];
      // Not waited for: a token that hangs would hold up the one that came in its place.
      void before.close();
      onChange({ outcome: 'taken', isNewCertificate: next.chainPem !== before.chainPem });
    } catch (error) {
      tryAgainAt = mayPass(error) ? now().getTime() + TRY_AGAIN_MS : tryAgainAt;
      if (told !== state) {
        onChange({ outcome: 'refused', reason: reasonOf(error) });
      }
    }
    told = state;
  }

  let looking: Promise<void> | null = null;
  const lookOnce = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };

  return {
    async keyAt(at) {
      await lookOnce();
      const problem = current.problemAt(at);
      if (problem) {
        throw misconfigured(problem);
      }
      return current;
    },
    async chains() {
      await lookOnce();
      return chains;
    },
    knownKey: () => current,
    knownChains: () => chains,
    close: () => current.close(),
  };
}
