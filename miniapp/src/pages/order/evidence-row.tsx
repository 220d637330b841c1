import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { download } from '../../api/download';
import { ListRow } from '../../components/list-row';
import { ProblemNotice } from '../../components/problem-notice';
import { useAction } from '../../features/use-action';
import { saveFile, savesAtOnce } from '../../platform/save-file';
import { ORDER_TEXT as TEXT } from '../../text/orders';

interface EvidenceRowProps {
  readonly orderId: string;
  readonly contractNumber: string | null;
}

/** The evidence of the sealed contract as a file to keep. */
export function EvidenceRow({ orderId, contractNumber }: EvidenceRowProps) {
  const [fetched, setFetched] = useState<string | null>(null);
  const save = (path: string) => saveFile(path, `evidence-${contractNumber ?? orderId}.zip`);
  const fetchIt = useAction(async () => {
    const path = await download(endpoints.evidence.readOwnEvidence, { params: { orderId } });
    if (savesAtOnce) {
      await save(path);
    } else {
      // WeChat hands files out only in the turn of a tap; downloading takes longer.
      setFetched(path);
    }
  });
  const idle = fetched ? TEXT.evidenceSend : TEXT.evidenceDownload;
  return (
    <>
      <ListRow
        label={TEXT.evidence}
        hint={fetched ? TEXT.evidenceSendHint : TEXT.evidenceHint}
        value={fetchIt.pending ? TEXT.evidenceMaking : idle}
        onTap={fetched ? () => void save(fetched) : () => void fetchIt.run()}
      />
      <ProblemNotice problem={fetchIt.problem} />
    </>
  );
}
