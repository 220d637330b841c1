import type { OrderView } from '@acceptance/shared';
import type { KeyValueStorage } from '../../../../platform/key-value-storage';

const KEY = 'order-intention';

/** What one wants to start. The same intention, repeated after a dead network, must make one draft. */
export interface OrderIntention {
  readonly projectId: string;
  readonly applicantType: OrderView['applicantType'];
  /** The unfinished order beside which one starts another on purpose: a new intention. */
  readonly besideOrderId: string | null;
}

interface StoredIntention extends OrderIntention {
  readonly clientToken: string;
}

function isStored(value: unknown): value is StoredIntention {
  return typeof value === 'object' && value !== null && typeof (value as StoredIntention).clientToken === 'string';
}

const isSame = (one: OrderIntention, other: OrderIntention): boolean =>
  one.projectId === other.projectId &&
  one.applicantType === other.applicantType &&
  one.besideOrderId === other.besideOrderId;

/** The `clientToken` of an intention: the stored one for the same intention, else a new one, stored at once. */
export function tokenFor(intention: OrderIntention, storage: KeyValueStorage, newToken: () => string): string {
  const stored = storage.read(KEY);
  if (isStored(stored) && isSame(stored, intention)) {
    return stored.clientToken;
  }
  const clientToken = newToken();
  storage.write(KEY, { ...intention, clientToken } satisfies StoredIntention);
  return clientToken;
}

/** The intention has come to an order; the next one is another. */
export const intentionFulfilled = (storage: KeyValueStorage): void => storage.remove(KEY);
