/** What the adapter needs to know of the account at Kuaidi100 (快递100 企业版) and of the address that notices come to. */
export interface Kuaidi100Settings {
  /** https://poll.kuaidi100.com, or a stand-in. */
  readonly baseUrl: string;
  readonly customer: string;
  readonly key: string;
  /** Ours alone: what the salt of each subscription is derived from. */
  readonly salt: string;
  /** Public address of the callback; a notice comes to it with `/<reference>` behind. */
  readonly notifyUrl: string;
  /** How long one request may take; 8000 when absent: a query waits for the courier's own system. */
  readonly timeoutMs?: number;
  /** Ends calls of a job whose time is over; undefined outside of jobs. */
  readonly signal?: () => AbortSignal | undefined;
}
