import { Image, Text, View } from '@tarojs/components';
import { problemSentence } from '../../../../../api/problem';
import { PrimaryButton } from '../../../../../components/primary-button';
import { previewPhoto } from '../../../../../platform/preview-photo';
import { reasonWords } from '../../../photo/photo-doubt';
import { CAMERA_TEXT } from '../../../texts-camera';
import { PAPERS_TEXT } from '../../../texts-papers';
import type { CardSide } from '../../papers/papers-state';
import { CameraTool } from '../card-camera/camera-tool';
import type { HandedShot, PhotoToSee, WantedShot } from '../shot-hand-over';
import { usePhotoLook } from './use-photo-look';

export interface PhotoLookProps {
  readonly side: CardSide;
  readonly wanted: WantedShot;
  readonly toSee: PhotoToSee;
  readonly onLeave: (shot: HandedShot) => void;
}

/** One photo, whole and large, with what is said of it: turn it, use it, or take another one. */
export function PhotoLook({ side, wanted, toSee, onLeave }: PhotoLookProps) {
  const { prepared, path, turn, newest } = usePhotoLook(wanted, toSee);
  const use = async () => {
    const turned = await newest();
    if (turned) {
      onLeave({ kind: 'photo', prepared: turned });
    }
  };
  const reasons = prepared?.reasons ?? [];
  const words = prepared && (reasons.length > 0 ? reasonWords(reasons) : CAMERA_TEXT.clear);
  const sentence = turn.problem ? problemSentence(turn.problem) : (words ?? CAMERA_TEXT.stored);
  return (
    <View className="card-camera" catchMove>
      <Image
        className="card-camera__shot"
        mode="aspectFit"
        src={path}
        {...{ role: 'img', 'aria-label': CAMERA_TEXT.photo(PAPERS_TEXT.sideLabels[side]) }}
        onClick={() => previewPhoto(path)}
      />
      <View className="card-camera__foot">
        <Text className="card-camera__sentence" {...{ 'aria-live': 'polite' }}>
          {sentence}
        </Text>
        <View className="card-camera__tools">
          <CameraTool label={CAMERA_TEXT.closeLook} onTap={() => onLeave({ kind: 'closed' })} />
          <CameraTool label={CAMERA_TEXT.turn} onTap={() => void turn.run()} />
          <View className="card-camera__side">
            <CameraTool label={CAMERA_TEXT.album} onTap={() => onLeave({ kind: 'album' })} />
          </View>
        </View>
        <View className="card-camera__ways">
          <PrimaryButton kind="secondary" onTap={() => onLeave({ kind: 'camera' })}>
            {CAMERA_TEXT.again}
          </PrimaryButton>
          {prepared && (
            <PrimaryButton pending={turn.pending} onTap={() => void use()}>
              {reasons.length > 0 ? CAMERA_TEXT.useAnyway : CAMERA_TEXT.use}
            </PrimaryButton>
          )}
        </View>
      </View>
    </View>
  );
}
