/**
 * Where a courier says a parcel is. `arriving`: the courier is on the way to the door; `troubled`: something is wrong and
 * nobody knows how it ends; `refused`: the receiver would not take it; `returned`: it goes back, or is back.
 */
export const TRACKED_STATES = ['on-the-way', 'arriving', 'received', 'troubled', 'refused', 'returned'] as const;
export type TrackedState = (typeof TRACKED_STATES)[number];

/** One line of a courier's record. */
export interface ParcelStep {
  readonly at: Date;
  /** The courier's words in Chinese: place and what was done, sometimes the name and number of whoever delivers it. */
  readonly text: string;
}

export interface ParcelTrack {
  /** Null as long as the courier has nothing under this number: not scanned yet, or never to be. */
  readonly state: TrackedState | null;
  /** Newest first; empty when `state` is null. At most 200, the newest of them. */
  readonly steps: readonly ParcelStep[];
}

export interface ParcelNumber {
  /** The courier's Chinese name as the projects have it: 顺丰速运, 中国邮政 … */
  readonly courier: string;
  readonly trackingNumber: string;
  /** Last four digits of the receiver's phone; handed on only for couriers that answer nobody without it (顺丰速运 …). */
  readonly receiverPhoneLast4: string;
}

export interface ParcelSubscription extends ParcelNumber {
  /** What the notices of this parcel come back under, and are signed for: letters, digits, `-` and `_`, at most 64. */
  readonly reference: string;
}

export interface ParcelNotice extends ParcelTrack {
  readonly trackingNumber: string;
  /** Null: more will come. `finished`: the parcel is where it stays. `given-up`: nothing new for too long, or no record at all. */
  readonly ended: 'finished' | 'given-up' | null;
}

export interface RawParcelNotice {
  /** The body exactly as received (application/x-www-form-urlencoded). */
  readonly body: string;
  readonly reference: string;
}

/** A service that follows parcels of many couriers. */
export interface ParcelTracker {
  /** Whether the service follows parcels of this courier at all. */
  follows(courier: string): boolean;
  /**
   * Asks for notices about a parcel. One that is subscribed already is no error.
   * @throws PortError `rejected` for a courier that is not followed (COURIER-NOT-KNOWN) or a number they will not take
   */
  subscribe(subscription: ParcelSubscription): Promise<void>;
  /** Where the parcel is now. @throws PortError `rejected` as for `subscribe` */
  query(parcel: ParcelNumber): Promise<ParcelTrack>;
  /**
   * Verifies that a notice was signed for this reference, then reads it. It may be repeated, late or overtaken by a newer one.
   * @throws PortError `rejected` when the signature is wrong (SIGNATURE) or the content is not a notice (NOT-A-NOTICE)
   */
  readNotice(notice: RawParcelNotice): ParcelNotice;
  /** What the sender of an accepted notice is answered, else it comes again. */
  readonly noticeAnswer: { readonly result: true; readonly returnCode: '200'; readonly message: string };
}
