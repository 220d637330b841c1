import { getPriority } from 'node:os';

/** Work for a test of the worker pool: how much its thread gives way to others (Linux: of the calling thread). */
export default function ownPriority(): number {
  return getPriority();
}
