/**
 * How what is walked through is fetched: left to itself the server sends 101 records and then 16 MB at once, and whoever reads the
 * first of them waits for all.
 */
export const IN_BATCHES = { batchSize: 200 } as const;
