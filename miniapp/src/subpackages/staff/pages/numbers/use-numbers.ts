import { endpoints, largestNumbersFile, type NumbersResult } from '@acceptance/shared';
import { uploadFile } from '../../../../api/upload';
import { type FileImport, useFileImport } from '../../file-import/use-file-import';

/** A file of numbers: looked at first, then recorded. */
export const useNumbers = (): FileImport<NumbersResult> =>
  useFileImport(
    (file, dryRun) => uploadFile(endpoints.deliveryDesk.importNumbers, { body: { dryRun } }, file),
    largestNumbersFile,
  );
