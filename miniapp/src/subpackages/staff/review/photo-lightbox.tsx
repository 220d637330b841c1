import { type PictureSpot, REVIEW_REASONS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { FOCUSABLE } from '../../../platform/keyboard';
import { REVIEW_REASON_LABELS } from '../../../text/labels';
import { useKeys } from '../desk/use-keys';
import { holdFocus } from '../platform/dialog-focus';
import { STAFF_TEXT } from '../text';
import { type LightboxCommand, lightboxCommand } from './lightbox-keys';
import { NumberReasons } from './number-reasons';
import type { OpenedPhoto } from './order-photo';
import './photo-lightbox.scss';
import { isLargest, type PictureView, turned, UPRIGHT, zoomed, zoomOf } from './picture-geometry';
import { PictureStage } from './picture-stage';

/** Pictures that are looked at together: they are enlarged, turned and moved as one. */
export interface LightboxPage {
  readonly key: string;
  readonly photos: readonly OpenedPhoto[];
  /** What they are compared with. */
  readonly facts?: ReactNode;
}

/** Drawing on a picture says what is wrong with it. */
export interface LightboxMarking {
  readonly canMark: (fileId: string) => boolean;
  readonly spotOn: (fileId: string) => PictureSpot | null;
  readonly onSpot: (fileId: string, spot: PictureSpot) => void;
  /** The reason of what was marked last, in words, empty while there is none; null: nothing is marked on these pictures. */
  readonly reasonFor: (fileIds: readonly string[]) => string | null;
  readonly onReason: (number: number) => void;
}

export interface PhotoLightboxProps {
  readonly pages: readonly LightboxPage[];
  /** The picture that was opened. */
  readonly start: string;
  readonly marking: LightboxMarking | null;
  readonly onClose: () => void;
}

const Tool = ({
  label,
  on = false,
  onTap,
}: {
  readonly label: string;
  readonly on?: boolean;
  readonly onTap: () => void;
}) => (
  <View
    className={on ? 'photo-lightbox__tool photo-lightbox__tool--on' : 'photo-lightbox__tool'}
    role="button"
    {...FOCUSABLE}
    aria-label={label}
    aria-pressed={on}
    onClick={onTap}
  >
    <Text>{label}</Text>
  </View>
);

const PRESSING: readonly string[] = ['Enter', 'Space'];

/** State of the lightbox, and what its keys and buttons do. */
function useLightbox({ pages, start, marking, onClose }: PhotoLightboxProps) {
  const [index, setIndex] = useState(() =>
    Math.max(
      pages.findIndex(({ photos }) => photos.some(({ fileId }) => fileId === start)),
      0,
    ),
  );
  const [view, setView] = useState(UPRIGHT);
  const [isMarking, setMarking] = useState(false);
  const page = pages[Math.min(index, pages.length - 1)];
  const canMark = marking !== null && (page?.photos.some(({ fileId }) => marking.canMark(fileId)) ?? false);
  const turnPage = (step: 1 | -1) => {
    const next = index + step;
    if (pages[next]) {
      setIndex(next);
      setView(UPRIGHT);
    }
  };
  const acts: { readonly [Kind in LightboxCommand['kind']]: (command: LightboxCommand) => void } = {
    close: onClose,
    turn: () => setView(turned),
    mark: () => setMarking((on) => canMark && !on),
    page: (command) => 'step' in command && turnPage(command.step),
    zoom: (command) => 'step' in command && setView((current) => zoomed(current, command.step)),
    reason: (command) => 'number' in command && canMark && marking?.onReason(command.number),
  };
  return {
    index,
    page,
    view,
    setView,
    isMarking: isMarking && canMark,
    canMark,
    act: (command: LightboxCommand) => acts[command.kind](command),
  };
}

/** Photos over everything, page by page: enlarge, turn, move, and mark what is wrong; Esc closes. */
export function PhotoLightbox(props: PhotoLightboxProps) {
  const { pages, marking } = props;
  const { index, page, view, setView, isMarking, canMark, act } = useLightbox(props);
  useEffect(() => holdFocus('photo-lightbox'), []);
  useKeys((press) => {
    const command = lightboxCommand(press);
    if (command) {
      act(command);
    }
    // No key reaches what lies below; those that press what has the focus stay the browser's.
    return !PRESSING.includes(press.code);
  });
  if (!page) {
    return null;
  }
  const reason = marking?.reasonFor(page.photos.map(({ fileId }) => fileId)) ?? null;
  const zoomOnTap = () => setView((current: PictureView) => (isLargest(current) ? UPRIGHT : zoomed(current, 1)));
  return (
    <View className="photo-lightbox" role="dialog" aria-modal aria-label={page.photos[0]?.label}>
      <View className="photo-lightbox__bar">
        <Text className="photo-lightbox__label">{`${zoomOf(view)}×`}</Text>
        {pages.length > 1 && <Tool label={STAFF_TEXT.pageBefore} onTap={() => act({ kind: 'page', step: -1 })} />}
        {pages.length > 1 && (
          <Text className="photo-lightbox__count">{STAFF_TEXT.pageOf(index + 1, pages.length)}</Text>
        )}
        {pages.length > 1 && <Tool label={STAFF_TEXT.pageAfter} onTap={() => act({ kind: 'page', step: 1 })} />}
        <Tool label={STAFF_TEXT.zoomOut} onTap={() => act({ kind: 'zoom', step: -1 })} />
        <Tool label={STAFF_TEXT.zoomIn} onTap={() => act({ kind: 'zoom', step: 1 })} />
        <Tool label={STAFF_TEXT.rotateKey} onTap={() => act({ kind: 'turn' })} />
        {canMark && <Tool label={STAFF_TEXT.markSpot} on={isMarking} onTap={() => act({ kind: 'mark' })} />}
        <Tool label={STAFF_TEXT.closeKey} onTap={() => act({ kind: 'close' })} />
      </View>
      <View className={`photo-lightbox__room photo-lightbox__room--${page.photos.length > 1 ? 'pair' : 'one'}`}>
        {page.photos.map((photo) => (
          <PictureStage
            key={photo.fileId}
            photo={photo}
            view={view}
            onView={setView}
            onTap={zoomOnTap}
            spot={marking?.spotOn(photo.fileId) ?? null}
            onSpot={isMarking && marking?.canMark(photo.fileId) ? (spot) => marking.onSpot(photo.fileId, spot) : null}
          />
        ))}
      </View>
      {isMarking && reason === null && <Text className="photo-lightbox__hint">{STAFF_TEXT.markHint}</Text>}
      {marking && canMark && reason !== null && (
        <View className="photo-lightbox__reasons">
          <NumberReasons
            label={STAFF_TEXT.marked}
            reasons={REVIEW_REASONS.map((each) => REVIEW_REASON_LABELS[each])}
            value={reason}
            onChoose={(chosen) =>
              marking.onReason(REVIEW_REASONS.findIndex((each) => REVIEW_REASON_LABELS[each] === chosen) + 1)
            }
          />
          <Text className="photo-lightbox__hint">{STAFF_TEXT.markedHint}</Text>
        </View>
      )}
      {page.facts && <View className="photo-lightbox__facts">{page.facts}</View>}
    </View>
  );
}
