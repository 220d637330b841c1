import { createHash } from 'node:crypto';
import { createCmsSigner } from './cms-signature';
import type { DrawnContract } from './contract-drawer';
import { ContractPdfError } from './contract-pdf-error';
import { type Stamp, signatureBytes } from './signature-field';
import { fillPlace } from './signed-place';
import type { ContractSigningKey } from './signing-key';

export interface ContractSealer {
  /**
   * Signs in place: the bytes of `drawn` become the sealed contract.
   * @param stamp makes the time stamp of the signature; only where the contract was drawn with room for one
   * @returns lower-case hex SHA-256 of the file
   * @throws ContractPdfError `signature_too_large`; what key and `stamp` throw
   */
  seal(drawn: DrawnContract, stamp?: Stamp): Promise<string>;
}

/** Prepares the signature skeleton of a key. @throws ContractPdfError `signature_too_large` */
export function createContractSealer(signing: ContractSigningKey): ContractSealer {
  const signer = createCmsSigner(signing);
  if (signer.length > signatureBytes) {
    throw new ContractPdfError('signature_too_large', `The chain needs ${signer.length} of ${signatureBytes} bytes`);
  }
  return {
    async seal(drawn, stamp) {
      const { pdf, digest, begun } = drawn;
      fillPlace(pdf, drawn, await signer.sign(digest, stamp));
      const hash = begun?.hash.copy() ?? createHash('sha256');
      return hash.update(pdf.subarray(begun?.length ?? 0)).digest('hex');
    },
  };
}
