import type { ContractText } from '@acceptance/shared';

export interface ContractDetails {
  /** The text that was agreed to, whenever that was. */
  readonly text: ContractText;
  readonly contractNumber: string;
  readonly projectName: string;
  readonly terms: {
    /** In Chinese, as printed. */
    readonly certificateKind: string;
    readonly validityMonths: number;
    readonly feeFen: number;
  };
  /** When the applicant signed. */
  readonly signedAt: Date;
  /** When the authority signs. */
  readonly sealedAt: Date;
  readonly applicant: {
    readonly name: string;
    readonly idNumber: string;
    readonly phone: string;
    readonly unitName?: string;
    readonly unifiedSocialCreditCode?: string;
  };
}

/** The handwritten signature as it was uploaded, or the ink that `prepareSignature` made of it. */
export type HandwrittenSignature = { readonly signaturePng: Buffer } | { readonly inkMask: Buffer };

export type ContractToMake = ContractDetails & HandwrittenSignature;

export interface MadeContract {
  readonly pdf: Buffer;
  /** Lower-case hex SHA-256 of `pdf`. */
  readonly sha256: string;
}

export type SignatureVerdict = 'ok' | 'empty' | 'too-small' | 'unreadable';

/** `inkMask`: bytes to be stored as they are and given to `make`, which then decodes no picture. */
export type PreparedSignature =
  | { readonly verdict: 'ok'; readonly inkMask: Buffer }
  | { readonly verdict: Exclude<SignatureVerdict, 'ok'>; readonly inkMask?: undefined };

/**
 * Makes the sealed and digitally signed contract. Signatures are decoded away from the event loop, and not without end:
 * what has to do so throws PortError `unavailable` when too many wait or the time is over, and may be called again.
 */
export interface ContractMaker {
  /** The text to be read before signing, by today's settings. */
  readonly text: ContractText;
  /** Characters that the contract's font cannot print. */
  missingCharacters(text: string): string[];
  /** Judges a signature and gives its ink. @throws PortError `unavailable`; nothing is known of the signature then */
  prepareSignature(png: Buffer): Promise<PreparedSignature>;
  /**
   * Prints the given text, never today's settings.
   * @throws PortError `unavailable` (only where a picture is given), `rejected` for what can never be printed: a text that
   * is not the one of its hash, or one of an authority by another name than the one that signs now
   */
  make(contract: ContractToMake): Promise<MadeContract>;
  /** What is wrong with a contract that we sealed at that time, judged by its bytes alone; empty: nothing. */
  problemsOf(pdf: Buffer, sealedAt: Date): readonly string[];
  /** Ends its threads; call it once, when the process shuts down and nothing is being made any more. */
  close(): Promise<void>;
}
