import type { TrialCertificateAuthority } from '../../../../scripts/trial-ca/trial-certificate-authority';
import { signingKeyOfPem } from '../../contract-pdf';
import { signingMaterialOf } from '../../contract-pdf/testing/sample-contract';
import type { ContractSigner, SealingKey } from '../../ports/contract-signer';

/** A signer whose keys are handed to it; `turnTo` puts another one in place of the present one. */
export function createFixedSigner(keys: TrialCertificateAuthority): ContractSigner & {
  turnTo(next: TrialCertificateAuthority): void;
} {
  const keyOf = (of: TrialCertificateAuthority): SealingKey => ({
    ...signingKeyOfPem(signingMaterialOf(of)),
    chainPem: of.signerChainPem,
  });
  let key = keyOf(keys);
  let chains = [key.chainPem];
  return {
    keyAt: async () => key,
    chains: async () => chains,
    knownKey: () => key,
    knownChains: () => chains,
    turnTo(next) {
      key = keyOf(next);
      chains = [key.chainPem, ...chains];
    },
  };
}
