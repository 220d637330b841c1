import type { Fault, StandInName } from './fault-board';
import type { JsonObject } from './json-object';

const NEWEST_KEPT = 500;

/** One request a stand-in received, secrets already taken out. */
export interface RecordedRequest {
  id: number;
  standIn: StandInName;
  receivedAt: string;
  method: string;
  path: string;
  query: string;
  /** The vendor's operation where the path does not tell it (X-TC-Action). */
  operation?: string;
  body: JsonObject | string;
  /** Null: the request was never answered. */
  status: number | null;
  /** Null: this request carries no signature, or a fault struck before it was looked at. */
  signatureOk: boolean | null;
  /** The vendor's error code in the answer. */
  errorCode?: string;
  fault?: Fault;
}

export interface RequestRecord {
  add(request: Omit<RecordedRequest, 'id'>): void;
  /** Newest first. */
  list(standIn?: StandInName): RecordedRequest[];
  clear(): void;
}

/** Remembers the newest 500 requests. */
export function createRequestRecord(changed: () => void = () => undefined): RequestRecord {
  let newestFirst: RecordedRequest[] = [];
  let lastId = 0;
  return {
    add(request) {
      lastId += 1;
      newestFirst = [{ id: lastId, ...request }, ...newestFirst].slice(0, NEWEST_KEPT);
      changed();
    },
    list: (standIn) => newestFirst.filter((request) => !standIn || request.standIn === standIn),
    clear() {
      newestFirst = [];
      changed();
    },
  };
}
