import { certificateStateBy, keptByBytes } from '../../contract-pdf/verify';
import { type ReadCertificate, readCertificate } from '../../pki';
import { PortError } from '../../ports/port-error';
import type { CollectedData, ValidationDataSource } from '../../ports/validation-data';
import { ocspRequest } from './ocsp-request';

export interface ValidationDataSettings {
  /** Where to ask instead of the addresses that certificates name: `{from, to}`, beginnings of addresses. */
  readonly rewrites: readonly { readonly from: string; readonly to: string }[];
  readonly now: () => Date;
  readonly timeoutMs?: number;
  readonly signal?: () => AbortSignal | undefined;
}

const PORT = 'validation-data';
const TIMEOUT_MS = 8000;
/** A list of a large authority; contracts carry it from then on. */
const LARGEST_ANSWER = 2 * 1024 * 1024;

/** About authorities their roots say something seldom: twice a year is usual. */
const OLDEST_WORD_OF_ROOTS_MS = 200 * 24 * 60 * 60_000;

/** So long a word about an authority goes into one contract after another before it is asked for again. */
const WORD_OF_ROOTS_KEPT_MS = 10 * 60_000;
const MOST_WORDS_KEPT = 16;

const unavailable = (code: string, cause?: unknown): PortError => new PortError(PORT, 'unavailable', code, { cause });

/** OCSP where a certificate names a responder, else the list of its issuer (RFC 6960, RFC 5280); HTTP, as certificates do. */
export function createValidationDataSource(settings: ValidationDataSettings): ValidationDataSource {
  const { rewrites, now, timeoutMs = TIMEOUT_MS } = settings;
  const read = keptByBytes((der) => readCertificate(der));
  const wordsOfRoots = new Map<string, { readonly data: CollectedData; readonly until: number }>();

  async function get(url: string, query?: Buffer): Promise<Buffer> {
    const rewrite = rewrites.find(({ from }) => url.startsWith(from));
    const address = rewrite ? rewrite.to + url.slice(rewrite.from.length) : url;
    const ofJob = settings.signal?.();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = ofJob ? AbortSignal.any([ofJob, timeout]) : timeout;
    const request = query && {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body: new Uint8Array(query),
    };
    try {
      const response = await fetch(address, { redirect: 'error', signal, ...request });
      if (response.status !== 200) {
        throw unavailable(`HTTP-${response.status}`);
      }
      const bytes = Buffer.from(await response.arrayBuffer());
      if (bytes.length > LARGEST_ANSWER) {
        throw unavailable('TOO-LARGE');
      }
      return bytes;
    } catch (cause) {
      throw cause instanceof PortError ? cause : unavailable(signal.aborted ? 'TIMEOUT' : 'NO-ANSWER', cause);
    }
  }

  /** @throws PortError when neither says that it is good */
  async function about(certificate: ReadCertificate, issuer: ReadCertificate, since: Date): Promise<CollectedData> {
    const { ocspUrls, crlUrls } = certificate;
    const isGood = (data: CollectedData) => certificateStateBy(certificate.der, issuer.der, data, since) === 'good';
    let last = unavailable('NO-ADDRESS');
    const ways = [
      ...ocspUrls.map((url) => async () => ({
        ocspResponses: [await get(url, ocspRequest(certificate, issuer))],
        crls: [],
      })),
      ...crlUrls.map((url) => async () => ({ ocspResponses: [], crls: [await get(url)] })),
    ];
    for (const way of ways) {
      try {
        const data = await way();
        if (isGood(data)) {
          return data;
        }
        last = new PortError(PORT, 'rejected', 'NOT-GOOD');
      } catch (error) {
        if (!(error instanceof PortError)) {
          throw error;
        }
        last = error;
      }
    }
    throw last;
  }

  /** Authorities are the same for every contract, and who speaks of them does so seldom. */
  async function aboutAuthority(certificate: ReadCertificate, issuer: ReadCertificate, since: Date) {
    const key = [certificate, issuer].map(({ der }) => Buffer.from(der).toString('base64')).join(' ');
    const kept = wordsOfRoots.get(key);
    if (kept && kept.until > now().getTime()) {
      return kept.data;
    }
    const data = await about(certificate, issuer, since);
    if (wordsOfRoots.size >= MOST_WORDS_KEPT) wordsOfRoots.clear();
    wordsOfRoots.set(key, { data, until: now().getTime() + WORD_OF_ROOTS_KEPT_MS });
    return data;
  }

  return {
    async collect(chain, since) {
      const certificates = chain.map(read);
      const oldest = new Date(since.getTime() - OLDEST_WORD_OF_ROOTS_MS);
      const collected: CollectedData[] = [];
      for (const [index, certificate] of certificates.entries()) {
        const issuer = certificates[index + 1];
        if (issuer) {
          const isAuthority = index > 0;
          collected.push(
            await (isAuthority ? aboutAuthority : about)(certificate, issuer, isAuthority ? oldest : since),
          );
        }
      }
      return {
        ocspResponses: collected.flatMap(({ ocspResponses }) => ocspResponses),
        crls: collected.flatMap(({ crls }) => crls),
      };
    },
  };
}
