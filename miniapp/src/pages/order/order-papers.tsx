import { endpoints, type OrderView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { download } from '../../api/download';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { PhotoThumb } from '../../components/photo-thumb';
import { ProblemNotice } from '../../components/problem-notice';
import { say } from '../../features/ask';
import { useAction } from '../../features/use-action';
import { useDownloaded } from '../../features/use-downloaded';
import { openPdf } from '../../platform/open-document';
import { previewPhoto } from '../../platform/preview-photo';
import { apiWord } from '../../text/api-texts';
import { ORDER_TEXT } from '../../text/orders';
import { EvidenceRow } from './evidence-row';

type Papers = Pick<OrderView, 'id' | 'idCard' | 'signature' | 'contract' | 'attachments' | 'project'>;
type StoredFile = NonNullable<Papers['signature']>;

interface StoredPhotoProps {
  readonly label: string;
  readonly file: StoredFile;
  readonly shape?: 'card' | 'square' | 'wide';
}

function StoredPhoto({ label, file, shape }: StoredPhotoProps) {
  const photo = useDownloaded(endpoints.files.readFile, { params: { fileId: file.id } });
  const path = photo.data;
  return (
    <PhotoThumb
      label={label}
      shape={shape}
      tap="look"
      src={path}
      error={photo.problem?.message}
      onTap={path ? () => previewPhoto(path) : () => void photo.reload()}
    />
  );
}

const CONTRACT_VALUES = {
  unread: 'contractNone',
  consented: 'contractNone',
  sealing: 'contractSealing',
  failed: 'contractFailed',
  sealed: 'openContract',
  acknowledged: 'openContract',
} as const satisfies Record<Papers['contract']['state'], keyof typeof ORDER_TEXT>;

/** Photos, signature and contract of the order; photos open large, the contract in the PDF viewer. */
export function OrderPapers({ order }: { readonly order: Papers }) {
  const { idCard, signature, contract, attachments } = order;
  const openContract = useAction(async () => {
    const path = await download(endpoints.contracts.readContractPdf, { params: { orderId: order.id } });
    if (!(await openPdf(path))) {
      say(ORDER_TEXT.contractBlocked);
    }
  });
  const sealed = contract.sha256 !== null;
  const labelOf = (kind: string) =>
    apiWord(order.project.attachments.find((paper) => paper.kind === kind)?.label ?? kind);

  return (
    <Card title={ORDER_TEXT.papers}>
      <View className="order__photos">
        {idCard.front && <StoredPhoto label={ORDER_TEXT.idCardFront} file={idCard.front} />}
        {idCard.back && <StoredPhoto label={ORDER_TEXT.idCardBack} file={idCard.back} />}
        {signature && <StoredPhoto label={ORDER_TEXT.signature} file={signature} shape="wide" />}
        {attachments.map(({ kind, file }) => (
          <StoredPhoto key={file.id} label={labelOf(kind)} file={file} shape="square" />
        ))}
      </View>
      <ListRow
        label={ORDER_TEXT.contract}
        hint={contract.contractNumber ?? undefined}
        value={openContract.pending ? ORDER_TEXT.openingContract : ORDER_TEXT[CONTRACT_VALUES[contract.state]]}
        onTap={sealed ? () => void openContract.run() : undefined}
      />
      <ProblemNotice problem={openContract.problem} />
      {sealed && <EvidenceRow orderId={order.id} contractNumber={contract.contractNumber} />}
    </Card>
  );
}
