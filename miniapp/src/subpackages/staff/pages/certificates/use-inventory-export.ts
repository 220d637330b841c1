import { type CertificateState, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { download } from '../../../../api/download';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { saveFile, savesAtOnce } from '../../../../platform/save-file';
import { formatChinaDate } from '../../../../text/china-date';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';

interface Shown {
  readonly state: CertificateState | null;
  readonly search: string;
}

/** The inventory as a table: what the list shows now, all pages of it. */
export function useInventoryExport({ state, search }: Shown) {
  const [fetched, setFetched] = useState<{ readonly of: string; readonly path: string } | null>(null);
  const shown = `${state ?? ''}|${search}`;
  const save = async (path: string) => {
    if (await saveFile(path, TEXT.exportName(formatChinaDate(new Date().toISOString())))) {
      say(TEXT.exported);
    }
  };
  const fetchTable = useAction(async (total: number) => {
    const sure = await ask({ title: TEXT.exportTitle(total), text: TEXT.exportText, confirm: TEXT.exportYes });
    if (!sure) {
      return;
    }
    const query = { ...(state && { state }), ...(search && { search }) };
    const path = await download(endpoints.certificateDesk.exportCertificates, { query });
    if (savesAtOnce) {
      await save(path);
    } else {
      // WeChat hands files out only in the turn of a tap; downloading takes longer.
      setFetched({ of: shown, path });
    }
  });
  return { fetchTable, send: fetched?.of === shown ? () => void save(fetched.path) : null };
}
