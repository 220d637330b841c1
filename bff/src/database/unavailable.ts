/** What the driver calls it when no server answers, or not in time. */
const NAMES = new Set([
  'DatabaseSilent',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedError',
  'PoolClearedOnNetworkError',
  // Done, but by fewer members than asked for: it may be rolled back.
  'MongoWriteConcernError',
]);

/** What a server answers that fails over, stops, has lost its majority or its time (MongoDB error_codes.yml). */
const CODES = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  133, // FailedToSatisfyReadPreference
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  202, // NetworkInterfaceExceededTimeLimit
  262, // ExceededTimeLimit
  317, // ConnectionPoolExpired
  384, // ConnectionError
  462, // IngressRequestRateLimitExceeded
  9001, // SocketException
  10058, // LegacyNotPrimary
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
]);

interface Told {
  readonly name?: unknown;
  readonly code?: unknown;
  /** What ended a bulk, where it was no answer of a server: the bulk wears its message, not its name. */
  readonly errorResponse?: unknown;
  readonly result?: { getWriteConcernError?: () => { readonly code?: unknown } | undefined };
}

/**
 * Whether it is the database that cannot do anything now, rather than the request that it refuses: asking again later helps, and
 * nobody else is to blame.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const { name, code, result, errorResponse } = error as Told;
  if (
    NAMES.has(String(name)) ||
    (typeof code === 'number' && CODES.has(code)) ||
    isDatabaseUnavailable(errorResponse)
  ) {
    return true;
  }
  // A bulk that was written whole, though not by the majority, is told as a bulk that failed.
  return name === 'MongoBulkWriteError' && code !== 11_000 && result?.getWriteConcernError?.() !== undefined;
}
