import type { StaffIdentityCheck } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemState } from '../../../../components/problem-state';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import type { OpenedPhoto } from '../../review/order-photo';
import { PhotoLightbox } from '../../review/photo-lightbox';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';
import { CheckDecision } from './check-decision';
import { CheckFacts } from './check-facts';
import { CheckPhotos } from './check-photos';
import { NamePictureCard } from './name-picture-card';
import { useCheck } from './use-check';
import { useCheckKeys } from './use-check-keys';
import type { useIdentityChecks } from './use-identity-checks';

export interface CheckViewProps {
  readonly id: string;
  readonly page: ReturnType<typeof useIdentityChecks>;
  readonly wide: boolean;
}

/** Both sides as far as they are there, to be looked at together. */
function useShownPair() {
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({});
  const photoOf = (file: { readonly id: string } | null, label: string): OpenedPhoto[] =>
    file ? [{ fileId: file.id, label, src: shown[file.id] ?? null }] : [];
  return {
    note: (fileId: string, src: string) => setShown((before) => ({ ...before, [fileId]: src })),
    of: ({ idCard }: StaffIdentityCheck) => [...photoOf(idCard.front, TEXT.front), ...photoOf(idCard.back, TEXT.back)],
  };
}

/** One person: the photos large, what was typed, and the decision. Mounted anew for each. */
export function CheckView({ id, page, wide }: CheckViewProps) {
  const check = useCheck(id, page.onDecided);
  const [photo, setPhoto] = useState<OpenedPhoto | null>(null);
  const pair = useShownPair();
  useCheckKeys(check, { onMove: page.move, onClose: page.close, isPhotoOpen: photo !== null });
  const { data, problem, reload } = check.check;
  return (
    <>
      {!wide && <TextLink onTap={page.close}>{TEXT.backToList}</TextLink>}
      {!data && problem && (
        <ProblemState
          problem={problem}
          onRetry={() => void reload()}
          onSignIn={() => void navigateTo('staffSignIn')}
          onBack={page.close}
        />
      )}
      {!data && !problem && <LoadingState />}
      {data && (
        <>
          <CheckPhotos checkId={id} idCard={data.idCard} onShown={pair.note} onZoom={setPhoto} />
          <View className={wide ? 'identity-checks__columns' : ''}>
            <View>
              <CheckFacts check={data} />
              {data.needsNamePicture && <NamePictureCard check={data} upload={check.namePicture} />}
            </View>
            <View className="identity-checks__decision">
              <CheckDecision check={check} keys={wide} />
            </View>
          </View>
        </>
      )}
      {photo && data && (
        <PhotoLightbox
          pages={[{ key: 'card', photos: pair.of(data), facts: <CheckFacts check={data} /> }]}
          start={photo.fileId}
          marking={null}
          onClose={() => setPhoto(null)}
        />
      )}
    </>
  );
}
