import { AppError } from '@acceptance/shared';
import type { PreparedInk } from '../../ports/contract-maker';
import { PortError } from '../../ports/port-error';

const BUSY_SECONDS = 5;

/**
 * Ink that is being made of a picture. Too many are decoded at the moment: nobody has looked at this one, and it may be sent
 * again. @throws AppError files.busy
 */
export async function preparing(work: Promise<PreparedInk>): Promise<PreparedInk> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof PortError && cause.failure === 'unavailable'
      ? new AppError('files.busy', { details: { seconds: BUSY_SECONDS }, cause })
      : cause;
  }
}
