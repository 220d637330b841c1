import { createHash } from 'node:crypto';
import type { ContractDetails } from '@acceptance/shared';
import type { InkMask } from '../../contract-pdf';
import { readInkMask } from '../../contract-pdf/ink-mask-bytes';
import { PortError } from '../../ports/port-error';

/**
 * The ink that stands for the name, when it is the one that the details name: what was read is what is printed.
 * @throws PortError `rejected` (`name-picture-altered`), ContractPdfError `ink_unreadable`
 */
export function nameInkOf(
  nameInk: Buffer | undefined,
  { namePictureSha256 }: ContractDetails['person'],
): InkMask | undefined {
  const sha256 = nameInk && createHash('sha256').update(nameInk).digest('hex');
  if (sha256 !== namePictureSha256) {
    throw new PortError('contract-maker', 'rejected', 'name-picture-altered');
  }
  return nameInk && readInkMask(nameInk);
}
