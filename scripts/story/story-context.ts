import type {
  ApplicantType,
  CertificateView,
  DeliveryWay,
  OrderView,
  StaffOrderView,
  UnitRole,
} from '@acceptance/shared';
import type { ApiClient } from '../api-client/create-api-client';
import type { StandIns } from '../stand-ins';
import type { StoryPerson } from './people';

/** What the story plays in. */
export interface StoryWorld {
  readonly origin: string;
  readonly standIns: StandIns;
  readonly staffPassword: string;
  /** Resolves when the jobs that are due have been done. */
  readonly settle: () => Promise<void>;
}

/** What the people of the story have in hand; each step adds to it. */
export interface StoryContext {
  readonly world: StoryWorld;
  readonly person: StoryPerson;
  readonly projectId: string;
  readonly applicantType: ApplicantType;
  readonly role: UnitRole;
  readonly delivery: DeliveryWay;
  readonly applicant: ApiClient;
  readonly staff: ApiClient;
  order: OrderView | null;
  reviewed: StaffOrderView | null;
  contractPdf: Uint8Array | null;
  outTradeNo: string | null;
  /** PKCS#8 of the holder's key, which is on the holder's device alone. */
  keyPem: string | null;
  /** The certificate, once it is there. */
  certificate: CertificateView | null;
}

/** The order; a step that needs one comes after the one that makes it. */
export function orderOf(context: StoryContext): OrderView {
  if (!context.order) {
    throw new Error('the story has no order yet');
  }
  return context.order;
}

/** Fails the story with a sentence unless `fact` holds. */
export function expectFact(fact: boolean, sentence: string): asserts fact {
  if (!fact) {
    throw new Error(`The story expected: ${sentence}`);
  }
}
