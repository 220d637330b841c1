import { endpoints, largestNumbersFile, type NumbersResult } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { uploadFile } from '../../../../api/upload';
import { useAction } from '../../../../features/use-action';
import { chooseCsv } from '../../platform/choose-table';
import type { ChosenFile } from '../../platform/chosen-file';
import { forgetFile } from '../../platform/forget-file';

const read = (file: ChosenFile, dryRun: 'true' | 'false') =>
  uploadFile(endpoints.deliveryDesk.importNumbers, { body: { dryRun } }, file);

/** A file of numbers: looked at first, then recorded. */
export function useNumbers() {
  const [result, setResult] = useState<NumbersResult | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const file = useRef<ChosenFile | null>(null);

  const choose = useAction(async () => {
    const chosen = await chooseCsv();
    if (!chosen) {
      return;
    }
    if (file.current) {
      forgetFile(file.current.path);
    }
    file.current = chosen;
    setResult(null);
    setTooLarge(chosen.size > largestNumbersFile);
    if (chosen.size <= largestNumbersFile) {
      setResult(await read(chosen, 'true'));
    }
  });
  const record = useAction(async () => {
    if (file.current) {
      setResult(await read(file.current, 'false'));
    }
  });
  return { result, isTooLarge, choose, record };
}
