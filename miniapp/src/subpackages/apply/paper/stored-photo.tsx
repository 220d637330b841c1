import { endpoints, type PictureSpot } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import { PhotoThumb } from '../../../components/photo-thumb';
import { useDownloaded } from '../../../features/use-downloaded';
import { previewPhoto } from '../../../platform/preview-photo';
import { joinClauses } from '../../../text/punctuation';
import { STATE_TEXT } from '../../../text/states';
import { ATTACHMENT_TEXT } from '../texts-form';

export interface StoredPhotoProps {
  readonly fileId: string;
  /** Of the paper: 营业执照. */
  readonly label: string;
  /** Counted from 1. */
  readonly position: number;
  /** What a reviewer marked on it. */
  readonly spots: readonly PictureSpot[];
  readonly onRemove: () => void;
}

/** A photo that is stored, with the way to remove it. */
export function StoredPhoto({ fileId, label, position, spots, onRemove }: StoredPhotoProps) {
  const picture = useDownloaded(endpoints.files.readFile, { params: { fileId } });
  const path = picture.data;
  return (
    <View className="paper-card__photo">
      {path ? (
        <PhotoThumb
          label={joinClauses(label, ATTACHMENT_TEXT.photo(position))}
          src={path}
          spots={spots}
          shape="square"
          tap="look"
          onTap={() => previewPhoto(path)}
        />
      ) : (
        <View
          className="paper-card__waiting"
          role={picture.problem ? 'button' : 'status'}
          aria-label={picture.problem ? STATE_TEXT.retry : STATE_TEXT.loading}
          onClick={() => void (picture.problem && picture.reload())}
        >
          {picture.problem ? STATE_TEXT.retry : STATE_TEXT.loading}
        </View>
      )}
      <View
        className="paper-card__remove"
        role="button"
        aria-label={ATTACHMENT_TEXT.remove(label, position)}
        onClick={onRemove}
      >
        <View className="paper-card__remove-mark">
          <Icon name="close" size={28} tone="white" />
        </View>
      </View>
    </View>
  );
}
