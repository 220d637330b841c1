import { createPrivateKey } from 'node:crypto';
import type { TrialCertificateAuthority } from '../../../../scripts/trial-ca/trial-certificate-authority';
import { buildContractTemplate, createContractRenderer } from '../index';
import { type ContractVerification, verifyContractPdf } from '../verify';
import { madeParty, type Party, partyOf } from './made-certificate';
import { madeTimestamp } from './made-timestamp';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  sampleSealedAt,
  signingKeyOf,
} from './sample-contract';

const day = 24 * 60 * 60 * 1000;
export const daysAfter = (days: number): Date => new Date(sampleSealedAt.getTime() + days * day);

/** A contract of ours, and who may have had a hand in it: us, a time stamping authority, and strangers. */
export interface VerifiedWorld {
  readonly keys: TrialCertificateAuthority;
  readonly pdf: Buffer;
  readonly second: Buffer;
  readonly us: Party;
  readonly issuing: Party;
  readonly tsaRoot: Party;
  readonly tsa: Party;
  readonly stranger: Party;
  /** A stranger that is for time stamps. */
  readonly forgedTsa: Party;
  /** As the world outside asks: by what the file says of time. */
  verify(file: Buffer, timestampAnchors?: readonly string[]): ContractVerification;
  stamp(imprint: Buffer, time?: Date, authority?: Party): Buffer;
}

export async function createVerifiedWorld(): Promise<VerifiedWorld> {
  const keys = await createSampleAuthorityKeys();
  const renderer = await createContractRenderer({
    template: buildContractTemplate(sampleAuthority),
    signing: signingKeyOf(keys),
  });
  const { pdf } = await renderer.render(sampleInput());
  const { pdf: second } = await renderer.render(sampleInput({ contractNumber: 'HT-GOV-20261122-000124' }));
  const validity = { notBefore: daysAfter(-30), notAfter: daysAfter(3000) };
  const tsaRoot = madeParty({
    commonName: '时间戳根',
    ...validity,
    usages: ['keyCertSign', 'cRLSign'],
    pathLength: null,
  });
  const tsa = madeParty({
    commonName: '测试时间戳服务',
    issuer: tsaRoot,
    ...validity,
    usages: ['digitalSignature'],
    purposes: ['timeStamping'],
    purposesAreCritical: true,
  });
  const stranger = madeParty({
    commonName: sampleAuthority.name,
    ...validity,
    usages: ['digitalSignature', 'nonRepudiation'],
    purposes: ['documentSigning'],
  });
  const forgedTsa = madeParty({
    commonName: '测试时间戳服务',
    ...validity,
    usages: ['digitalSignature'],
    purposes: ['timeStamping'],
    purposesAreCritical: true,
  });
  return {
    keys,
    pdf,
    second,
    us: partyOf(keys.signerPem, createPrivateKey(keys.signerKeyPem)),
    issuing: partyOf(keys.issuingPem, createPrivateKey(keys.issuingKeyPem)),
    tsaRoot,
    tsa,
    stranger,
    forgedTsa,
    verify: (file, timestampAnchors = []) =>
      verifyContractPdf(file, {
        anchors: [keys.signerPem],
        timestampAnchors,
        authorities: [keys.issuingPem, keys.rootPem],
      }),
    stamp: (imprint, time = daysAfter(1), authority = tsa) =>
      madeTimestamp({ authority, imprint, time, certificates: [authority.der] }),
  };
}
