import { useRef, useState } from 'react';
import { type Action, useAction } from '../../../features/use-action';
import { chooseCsv } from '../platform/choose-table';
import type { ChosenFile } from '../platform/chosen-file';
import { forgetFile } from '../platform/forget-file';

export interface FileImport<Result> {
  readonly result: Result | null;
  readonly isTooLarge: boolean;
  readonly choose: Action<[], void>;
  readonly record: Action<[], void>;
}

/** A table in a file: looked at first, then recorded. `read` and `largest` are those of what the file is about. */
export function useFileImport<Result>(
  read: (file: ChosenFile, dryRun: 'true' | 'false') => Promise<Result>,
  largest: number,
): FileImport<Result> {
  const [result, setResult] = useState<Result | null>(null);
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
    setTooLarge(chosen.size > largest);
    if (chosen.size <= largest) {
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
