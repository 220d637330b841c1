import { ContractPdfError } from '../../contract-pdf';
import { PortError } from '../../ports/port-error';

/** What cannot be made of what was given, however often it is tried. */
export const asRejected = (error: unknown): unknown =>
  error instanceof ContractPdfError ? new PortError('contract-maker', 'rejected', error.code, { cause: error }) : error;
