import { Text, View } from '@tarojs/components';
import { problemSentence } from '../../../../api/problem';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PermissionNotice } from '../../../../components/permission-notice';
import { PhotoThumb } from '../../../../components/photo-thumb';
import { PrimaryButton } from '../../../../components/primary-button';
import { TextField } from '../../../../components/text-field';
import { TRANSFER_TEXT as TEXT } from '../../texts-transfer';
import type { TransferPage } from './use-transfer';

/** A photo of the slip and a note; they are handed in by the page's button. */
export function SlipCard({ page, slipsLeft }: { readonly page: TransferPage; readonly slipsLeft: number }) {
  const { sender, sent, note, setNote } = page;
  const { photo, progress, problem } = sender;
  const isSending = progress !== null;
  return (
    <Card title={TEXT.slipTitle}>
      <Text className="pay-transfer__hint">{TEXT.slipHint}</Text>
      <PermissionNotice refusal={sender.refusal} onReconsidered={sender.reconsidered} />
      {photo && (
        <PhotoThumb
          label={TEXT.slip}
          src={photo.path}
          progress={progress}
          error={problem ? problemSentence(problem) : null}
          shape="square"
          onTap={problem ? () => void sender.retry() : undefined}
        />
      )}
      {sent && !photo && <Notice kind="success">{TEXT.sent}</Notice>}
      <View className="pay-transfer__sources">
        <PrimaryButton small kind="secondary" pending={isSending} onTap={() => void sender.choose('camera')}>
          {TEXT.fromCamera}
        </PrimaryButton>
        <PrimaryButton small kind="secondary" pending={isSending} onTap={() => void sender.choose('album')}>
          {TEXT.fromAlbum}
        </PrimaryButton>
      </View>
      <TextField label={TEXT.note} hint={TEXT.noteHint} maxLength={200} value={note} onChange={setNote} error={null} />
      {slipsLeft < 5 && <Text className="pay-transfer__hint">{TEXT.slipsLeft(slipsLeft)}</Text>}
    </Card>
  );
}
