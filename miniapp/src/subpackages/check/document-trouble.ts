import { CONTRACT_FILE_LIMIT } from '@acceptance/shared';
import type { ChosenDocument } from './platform/chosen-document';

/** What went wrong on this device, before anything was sent. */
export type LocalTrouble = 'notPdf' | 'empty' | 'tooLarge' | 'refused' | 'chooseFailed' | 'otherCode' | 'scanFailed';

/** Why a file need not be sent at all. */
export function troubleOf({ fileName, size }: ChosenDocument): LocalTrouble | null {
  if (!/\.pdf$/i.test(fileName.trim())) {
    return 'notPdf';
  }
  if (size === 0) {
    return 'empty';
  }
  return size > CONTRACT_FILE_LIMIT ? 'tooLarge' : null;
}
