import type { OrderApplicant, OrderRecord } from './order.model';
import type { ContractConsent, OrderContract } from './parts/contract';

/** What no view of an order shows to its applicant, and a read for one leaves out: more than a third of its bytes. */
export const UNSHOWN = {
  form: 0,
  riskTraces: 0,
  liveClaim: 0,
  outbox: 0,
  contractOpened: 0,
  formerContracts: 0,
  signatureWriting: 0,
  notificationIds: 0,
  'contract.consent.details': 0,
  'contract.consent.reading': 0,
  'contract.consent.device': 0,
  'contract.consent.address': 0,
} as const;

/** What a list of orders leaves out beside that: what grows, so that a page stays well below what one document may hold. */
export const UNLISTED = {
  ...UNSHOWN,
  'applicant.person': 0,
  cardReadings: 0,
  reviewMarks: 0,
  reviewRounds: 0,
  refundRequests: 0,
  history: 0,
} as const;

type NameInConsent<Path> = Path extends `contract.consent.${infer Name}` ? Name : never;

type ShownContract = Omit<OrderContract, 'consent'> & {
  readonly consent: Omit<ContractConsent, NameInConsent<keyof typeof UNSHOWN>> | null;
};

/** An order as far as its applicant sees it. */
export type ShownOrder = Omit<OrderRecord, keyof typeof UNSHOWN | 'contract'> & { contract: ShownContract };

/** An order as far as a line of a list shows it. */
export type ListedOrder = Omit<ShownOrder, keyof typeof UNLISTED | 'applicant'> & {
  applicant: Omit<OrderApplicant, 'person'> | null;
};
