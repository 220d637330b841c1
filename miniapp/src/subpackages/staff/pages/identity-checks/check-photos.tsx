import { endpoints, type FileView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { useDownloaded } from '../../../../features/use-downloaded';
import { forgetFile } from '../../platform/forget-file';
import { FramedPhoto, type OpenedPhoto } from '../../review/order-photo';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';

interface SideProps extends Pick<CheckPhotosProps, 'onShown'> {
  readonly checkId: string;
  readonly label: string;
  readonly file: FileView | null;
  readonly onZoom: (photo: OpenedPhoto) => void;
}

/** Each download is recorded as a look. */
function Side({ checkId, file, onShown, ...photo }: SideProps) {
  const params = file && { identityCheckId: checkId, fileId: file.id };
  const picture = useDownloaded(endpoints.identityChecks.readPhoto, params && { params });
  const path = picture.data;
  useEffect(() => (path ? () => forgetFile(path) : undefined), [path]);
  return (
    <FramedPhoto {...photo} file={file} picture={picture} onShown={() => file && path && onShown(file.id, path)} />
  );
}

export interface CheckPhotosProps {
  readonly checkId: string;
  readonly idCard: { readonly front: FileView | null; readonly back: FileView | null };
  /** A picture is there to be seen, at this path. */
  readonly onShown: (fileId: string, src: string) => void;
  readonly onZoom: (photo: OpenedPhoto) => void;
}

/** Both sides of the card that the person photographed, as large as there is room. */
export const CheckPhotos = ({ checkId, idCard, onShown, onZoom }: CheckPhotosProps) => (
  <View className="identity-checks__photos">
    <Side checkId={checkId} label={TEXT.front} file={idCard.front} onShown={onShown} onZoom={onZoom} />
    <Side checkId={checkId} label={TEXT.back} file={idCard.back} onShown={onShown} onZoom={onZoom} />
  </View>
);
