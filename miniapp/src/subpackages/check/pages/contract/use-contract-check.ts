import {
  ApiError,
  type ContractFileCheck,
  type ContractRecord,
  type ErrorCode,
  endpoints,
  readContractCheckUrl,
} from '@acceptance/shared';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { uploadFile } from '../../../../api/upload';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { scanCode } from '../../../../platform/scan-code';
import { pageUrl } from '../../../../routes';
import { type LocalTrouble, troubleOf } from '../../document-trouble';
import { choosePdf } from '../../platform/choose-pdf';
import { CHECK_TEXT } from '../../text';

/** What stands in the QR code of a contract. */
export interface ScannedCode {
  readonly contractNumber: string;
  readonly code: string;
}

/** A code that is wrong has the same end as one that is misshapen: it is nobody's. */
const UNKNOWN: readonly ErrorCode[] = ['contract_checks.not_found', 'request.invalid'];

async function recordOf(scanned: ScannedCode): Promise<ContractRecord | null> {
  try {
    return await call(endpoints.contractChecks.findByCode, { body: scanned });
  } catch (error) {
    if (error instanceof ApiError && UNKNOWN.includes(error.code)) {
      return null;
    }
    throw error;
  }
}

/** A contract's QR code is looked up, its file is sent to be judged; both may be there, and are compared. */
export function useContractCheck(given: ScannedCode | null) {
  const [scanned, setScanned] = useState(given);
  const [trouble, setTrouble] = useState<LocalTrouble | null>(null);
  const [percent, setPercent] = useState(0);
  const [result, setResult] = useState<ContractFileCheck | null>(null);

  const load = useLoad(
    async () => {
      const [settings, record] = await Promise.all([
        call(endpoints.public.readSettings, {}),
        scanned ? recordOf(scanned) : null,
      ]);
      return { settings, record };
    },
    scanned ? `${scanned.contractNumber} ${scanned.code}` : '',
    // Choosing a file hides the page for a moment; what was found stays.
    { onShow: false },
  );

  const check = useAction(async () => {
    setTrouble(null);
    const choice = await choosePdf();
    if (choice.kind === 'cancelled') {
      return;
    }
    const found =
      choice.kind === 'chosen' ? troubleOf(choice.document) : choice.kind === 'refused' ? 'refused' : 'chooseFailed';
    if (choice.kind !== 'chosen' || found) {
      setTrouble(found);
      return;
    }
    setResult(null);
    setPercent(0);
    const input = { body: {} };
    setResult(await uploadFile(endpoints.contractChecks.checkFile, input, choice.document, { onProgress: setPercent }));
  });

  const scan = useAction(async () => {
    setTrouble(null);
    const outcome = await scanCode();
    if (outcome === 'cancelled') {
      return;
    }
    const code = outcome === 'failed' ? null : readContractCheckUrl(outcome.text);
    if (!code) {
      setTrouble(outcome === 'failed' ? 'scanFailed' : 'otherCode');
      return;
    }
    setResult(null);
    setScanned(code);
  });

  // The check, not what was found: number and code of a contract lead to names, and a card in a chat is everybody's.
  useShareAppMessage(() => ({ title: CHECK_TEXT.share, path: pageUrl('contractCheck') }));

  return { load, scanned, trouble, percent, result, check, scan };
}
