import { type Stamp, withDocumentTimestamp } from '../../contract-pdf';
import { type ContractTrust, trustOf } from '../../contract-pdf/verify';
import type { ContractMaker, ContractTimestamp, MadeContract } from '../../ports/contract-maker';
import type { ContractSigner } from '../../ports/contract-signer';
import { PortError } from '../../ports/port-error';
import type { Timestamp, TimestampAuthority } from '../../ports/timestamp-authority';
import type { ValidationDataSource } from '../../ports/validation-data';
import type { JudgedContract, OwnContracts } from './own-contracts';

export interface LastingServices {
  readonly timestampAuthority: TimestampAuthority;
  /** PEM: whose stamps are believed. */
  readonly timestampAnchorsPem: string;
  readonly validationData: ValidationDataSource;
}

/**
 * The stamp of one signature. When nobody stamps, the contract comes without: a person waits for it, and it is made up for later.
 */
export function stampOnce(lasting: LastingServices | undefined): {
  readonly stamp?: Stamp;
  given(): ContractTimestamp | null;
} {
  let given: Timestamp | null = null;
  return {
    ...(lasting && {
      async stamp(imprint: Buffer) {
        try {
          given = await lasting.timestampAuthority.stamp(imprint);
          return given.token;
        } catch (error) {
          if (error instanceof PortError) return null;
          throw error;
        }
      },
    }),
    given: () => given && { time: given.time, authority: given.authority },
  };
}

const refused = (code: string): PortError => new PortError('contract-maker', 'rejected', code);
/** Whoever has not said yet that a certificate was good may say it later: lists come once a day. */
const notYet = (cause?: unknown): PortError => new PortError('contract-maker', 'unavailable', 'no-word-yet', { cause });

/** See `ContractMaker.makeLasting`. */
export function createLastingMaker(
  {
    signer,
    pastCertificatesPem,
    contracts,
  }: { readonly signer: ContractSigner; readonly pastCertificatesPem: string; readonly contracts: OwnContracts },
  lasting: LastingServices | undefined,
): ContractMaker['makeLasting'] {
  if (!lasting) {
    return async () => {
      throw new PortError('contract-maker', 'misconfigured', 'nobody-stamps');
    };
  }
  const { timestampAuthority, timestampAnchorsPem, validationData } = lasting;
  /** The key may have been replaced since the contract was sealed: this may be days ago. */
  let known: { readonly chains: readonly string[]; readonly trust: ContractTrust } | null = null;
  async function trustNow(): Promise<ContractTrust> {
    const chains = await signer.chains();
    if (known?.chains !== chains) {
      known = { chains, trust: trustOf([...chains, pastCertificatesPem], timestampAnchorsPem) };
    }
    return known.trust;
  }
  const stamp = async (digest: Buffer) => (await timestampAuthority.stamp(digest)).token;

  /** @throws PortError `rejected` for what is no genuine contract of ours */
  async function readGenuine(pdf: Buffer, trust: ContractTrust): Promise<JudgedContract> {
    const judged = await contracts.read(pdf, trust);
    if (judged.verification.verdict !== 'genuine') {
      throw refused('not-genuine');
    }
    return judged;
  }

  const stampIn = ({ verification: { timestamp } }: JudgedContract): ContractTimestamp | null =>
    timestamp?.judged ? { time: timestamp.time, authority: timestamp.authority } : null;

  /** The contract with a stamp that is believed. @throws PortError `unavailable`, `rejected` */
  async function withStamp(pdf: Buffer, trust: ContractTrust) {
    const judged = await readGenuine(pdf, trust);
    const own = stampIn(judged);
    if (own) {
      return { stamped: pdf, judged, given: own };
    }
    const stamped = await withDocumentTimestamp(pdf, stamp);
    const again = await readGenuine(stamped, trust);
    const given = stampIn(again);
    if (!given) {
      throw refused('not-genuine');
    }
    return { stamped, judged: again, given };
  }

  return async (pdf): Promise<MadeContract> => {
    const trust = await trustNow();
    const { stamped, judged, given } = await withStamp(pdf, trust);
    const { signerChain, timestampPaths } = judged;
    const collected = await Promise.all(
      [signerChain, ...timestampPaths].map((each) => validationData.collect(each, given.time)),
    ).catch((error: unknown) => {
      throw error instanceof PortError && error.failure === 'rejected' ? notYet(error) : error;
    });
    const data = {
      certificates: distinct([...signerChain, ...timestampPaths.flat()]),
      ocspResponses: collected.flatMap(({ ocspResponses }) => ocspResponses),
      crls: distinct(collected.flatMap(({ crls }) => crls)),
    };
    const made = await contracts.complete(stamped, data, trust);
    const { verdict, revocation, sha256 } = made.verification;
    if (verdict !== 'genuine' || revocation !== 'good') {
      throw notYet();
    }
    return { pdf: made.pdf, sha256, timestamp: given };
  };
}

/** Each of them once. */
const distinct = (ders: readonly Buffer[]): Buffer[] => [
  ...new Map(ders.map((der) => [der.toString('base64'), der])).values(),
];
