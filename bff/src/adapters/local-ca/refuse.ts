import type { PortFailure } from '../../ports/port-error';
import { PortError } from '../../ports/port-error';

export const PORT = 'certificate-authority';

/** What no repetition will change. */
export const refused = (vendorCode: string, cause?: unknown): PortError =>
  new PortError(PORT, 'rejected', vendorCode, { cause });

/** A PortError on its way between threads, where classes are lost. */
export interface Refusal {
  readonly failure: PortFailure;
  readonly vendorCode: string;
}
