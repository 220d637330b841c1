import type { Bag } from '../bag';

/** Methods of one protocol domain by name without the domain. */
export type Domain = Record<string, (params: Bag) => unknown>;

/** One connected client. */
export interface Session {
  logEnabled: boolean;
  /** An event of the protocol. */
  send(method: string, params: Bag): void;
  close(): void;
}
