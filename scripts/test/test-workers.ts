import { availableParallelism } from 'node:os';

/** Groups of tests that run at once. More than there are cores: each waits for browsers, disks and clocks a quarter of its time. */
export const TEST_WORKERS = Math.ceil(availableParallelism() * 1.5);
