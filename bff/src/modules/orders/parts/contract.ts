import { type ContractState, SIGNED_CONTRACT_STATES } from '@acceptance/shared';

/** How the text was read, as the phone measured it and the server could check it. */
export interface ContractReading {
  /** Whole seconds on the screen by section, as many as the text has (`readingSections` of shared). */
  readonly sections: readonly { readonly id: string; readonly seconds: number }[];
  /** When this text was first given to the applicant: nobody has read it for longer than since then. */
  readonly openedAt: Date;
  /** Whether it was judged too fast to have been read, by the rule of that day. */
  readonly inHaste: boolean;
  /** The second tick; without it nothing that was read in haste is agreed to. */
  readonly confirmsRead: boolean;
}

export interface ContractConsent {
  readonly version: string;
  readonly textSha256: string;
  /** Of the canonical details. */
  readonly detailsSha256: string;
  /** Envelope of the details, as they were read and will be printed. */
  readonly details: string;
  readonly at: Date;
  readonly readToEnd: boolean;
  readonly readingSeconds: number;
  /** Absent in consents of before sections were measured. */
  readonly reading?: ContractReading;
  /** Envelopes, evidence for a court; nothing of the product reads them. */
  readonly device: string;
  readonly address: string;
}

/** The contract of an order. `unread → consented → sealing → sealed → acknowledged`; `failed` leads back to `sealing`. */
export interface OrderContract {
  readonly state: ContractState;
  readonly consent: ContractConsent | null;
  readonly contractNumber: string | null;
  readonly signedAt: Date | null;
  /** Id of the PDF in the file store; written with "sealed", for each run of the sealing makes a file of its own. */
  readonly fileId: string | null;
  /** A file that a job is making of it and has not linked yet. */
  readonly unlinkedFileId?: string;
  /** Of the file as it was sealed: what was read and reviewed. */
  readonly sha256: string | null;
  readonly sealedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  /** When somebody else says that it existed; null where nobody stamps, or has stamped yet; absent before there were stamps. */
  readonly timestamp?: { readonly time: Date; readonly authority: string } | null;
  /** When the job was ordered that makes it lasting; absent while nobody stamps. */
  readonly lastingAskedAt?: Date;
  /** The file with what it needs to be checked when nobody answers any more; `sha256` stays that of the file as it was sealed. */
  readonly lasting?: { readonly at: Date; readonly sha256: string };
}

export const EMPTY_CONTRACT: OrderContract = {
  state: 'unread',
  consent: null,
  contractNumber: null,
  signedAt: null,
  fileId: null,
  sha256: null,
  sealedAt: null,
  acknowledgedAt: null,
};

/** Signature and photos still belong to the person, not yet to the contract. */
export const UNSIGNED_STATES: readonly ContractState[] = ['unread', 'consented'];

/** Whether what the contract prints can no longer be changed without signing anew. */
export const isSigned = ({ state }: Pick<OrderContract, 'state'>): boolean => SIGNED_CONTRACT_STATES.includes(state);
