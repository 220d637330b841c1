import { endpoints } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { useDownloaded } from '../../features/use-downloaded';
import './certificate.scss';
import { SealPicture } from './seal-card';
import { SEAL_TEXT as TEXT } from './texts-seal';

interface SealPreviewProps {
  readonly orderId: string;
  /** For a unit; a person's seal is the signature. */
  readonly isUnit: boolean;
}

/** What the seal of the certificate will look like. Nothing where there will be none. */
export function SealPreviewCard({ orderId, isUnit }: SealPreviewProps) {
  const preview = useDownloaded(endpoints.electronicSeals.previewSeal, { params: { orderId } });
  const isUndrawable = preview.problem?.code === 'electronic_seals.not_drawable';
  if (!preview.data && !isUndrawable) {
    return null;
  }
  return (
    <Card title={TEXT.previewTitle}>
      {preview.data && <SealPicture path={preview.data} />}
      {isUndrawable ? (
        <Notice kind="info">{TEXT.undrawable}</Notice>
      ) : (
        <Text className="certificate__note">{isUnit ? TEXT.previewNote : TEXT.personPreviewNote}</Text>
      )}
    </Card>
  );
}
