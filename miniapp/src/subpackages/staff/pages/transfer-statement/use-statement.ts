import {
  type EntryBank,
  endpoints,
  type ImportProgress,
  MOST_STATEMENT_BYTES,
  type StatementImport,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { uploadFile } from '../../../../api/upload';
import { useAction } from '../../../../features/use-action';
import { usePolling } from '../../../../features/use-polling';
import { chooseTable } from '../../platform/choose-table';
import type { ChosenFile } from '../../platform/chosen-file';
import { forgetFile } from '../../platform/forget-file';
import { useMoneyProof } from '../../transfers/use-booking';
import { useOtherBank } from './use-other-bank';

const { transferDesk } = endpoints;
const POLL_MS = 2000;

/** A statement is taken in first; with a proof its money is then booked where it fits. */
export function useStatement() {
  const [bank, setBank] = useState<EntryBank>('icbc');
  const [result, setResult] = useState<StatementImport | null>(null);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const proof = useMoneyProof();
  const importId = result?.importId ?? null;

  const other = useOtherBank(setResult);

  const take = useAction(async (chosen: ChosenFile) => {
    try {
      setResult(await uploadFile(transferDesk.importStatement, { body: { bank } }, chosen));
    } finally {
      // It names everybody who paid.
      forgetFile(chosen.path);
    }
  });
  const choose = async () => {
    const chosen = await chooseTable();
    if (!chosen) {
      return;
    }
    setResult(null);
    setProgress(null);
    setTooLarge(chosen.size > MOST_STATEMENT_BYTES);
    if (chosen.size > MOST_STATEMENT_BYTES) {
      forgetFile(chosen.path);
    } else {
      await (bank === 'other' ? other.look : take).run(chosen);
    }
  };
  const chooseBank = (chosen: EntryBank) => {
    other.clear();
    setBank(chosen);
  };
  const match = useAction(async () => {
    const given = importId && proof.take();
    if (importId && given) {
      setProgress(await call(transferDesk.startMatching, { params: { importId }, body: given }));
      proof.form.clear();
    }
  });
  usePolling((progress?.matching ?? 0) > 0, POLL_MS, async () => {
    if (importId) {
      setProgress(await call(transferDesk.readImport, { params: { importId } }));
    }
  });
  const reading = bank === 'other' ? other.look : take;
  return { bank, chooseBank, result, progress, isTooLarge, proof, choose, reading, other, match };
}
export type StatementPage = ReturnType<typeof useStatement>;
