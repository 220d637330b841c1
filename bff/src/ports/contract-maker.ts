import type { ContractText } from '@acceptance/shared';

export interface ContractToMake {
  readonly contractNumber: string;
  readonly projectName: string;
  readonly signedAt: Date;
  readonly applicant: {
    readonly name: string;
    readonly idNumber: string;
    readonly phone: string;
    readonly unitName?: string;
    readonly unifiedSocialCreditCode?: string;
  };
  /** The handwritten signature as it was uploaded. */
  readonly signaturePng: Buffer;
}

export interface MadeContract {
  readonly pdf: Buffer;
  /** Lower-case hex SHA-256 of `pdf`. */
  readonly sha256: string;
}

export type SignatureVerdict = 'ok' | 'empty' | 'too-small' | 'unreadable';

/** Makes the sealed and digitally signed contract. */
export interface ContractMaker {
  /** The text to be read before signing. */
  readonly text: ContractText;
  /** Characters that the contract's font cannot print. */
  missingCharacters(text: string): string[];
  checkSignature(png: Buffer): Promise<SignatureVerdict>;
  make(contract: ContractToMake): Promise<MadeContract>;
}
