import type { ContractText } from '@acceptance/shared';
import type { ContractSignatureParts } from '../../ports/contract-maker';
import type { OrderRecord } from '../orders';

/** A contract that is sealed, and what was read for its evidence already. */
export interface SealedEvidence {
  readonly order: OrderRecord;
  /** That was agreed to. */
  readonly text: ContractText;
  readonly fileId: string;
  readonly sealedAt: Date;
  readonly parts: ContractSignatureParts;
  readonly madeAt: Date;
}

/** What the guide has to know of what is in the package. */
export interface GuideFacts extends SealedEvidence {
  readonly hasDetails: boolean;
  /** Whether the phone told how the signature was written. */
  readonly isWritingKnown: boolean;
}
