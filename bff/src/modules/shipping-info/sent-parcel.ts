/** The parcel that an order's UKey is in: the newest one. */
export interface SentParcel {
  /** The courier's Chinese name as the projects have it. */
  readonly courier: string;
  readonly trackingNumber: string;
  readonly sentAt: Date;
}

/** Asks whoever keeps parcels. Null: none is known, as in orders that were sent before numbers were kept. */
export type ParcelOf = (orderId: string) => Promise<SentParcel | null>;
