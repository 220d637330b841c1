import type { ProjectView, ReviewMark } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card';
import { PhotoThumb } from '../../../components/photo-thumb';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { StatusTag } from '../../../components/status-tag';
import { apiWord } from '../../../text/api-texts';
import { joinClauses } from '../../../text/punctuation';
import type { PhotoSender } from '../photo/use-photo-sender';
import { ATTACHMENT_TEXT } from '../texts-form';
import type { Attachment } from './attachment-list';
import { spotsOn } from './spots-on';
import { StoredPhoto } from './stored-photo';
import './paper-card.scss';

export interface PaperCardProps {
  readonly paper: ProjectView['attachments'][number];
  readonly photos: readonly Attachment[];
  /** What the reviewer marked of the papers. */
  readonly marks: readonly ReviewMark[];
  /** The sending of a photo of this paper; null when it is another's turn or nobody's. */
  readonly sender: PhotoSender | null;
  /** No more photos are taken. */
  readonly isFull: boolean;
  readonly onAdd: (source: 'camera' | 'album') => void;
  readonly onRemove: (fileId: string) => void;
  /** Below the hint, e.g. the way to the form that is to be photographed. */
  readonly children?: ReactNode;
}

/** One paper with its photos and the two ways to another one. */
export function PaperCard({ paper, photos, marks, sender, isFull, onAdd, onRemove, children }: PaperCardProps) {
  const { required } = paper;
  const [label, hint] = [apiWord(paper.label), apiWord(paper.hint)];
  const isStuck = sender?.problem?.kind === 'offline' && sender.photo !== null;
  const onItsWay = sender && (sender.progress !== null || isStuck) ? sender.photo : null;
  const tag = required ? ATTACHMENT_TEXT.required : ATTACHMENT_TEXT.optional;
  return (
    <Card title={label} aside={<StatusTag tone={required ? 'active' : 'neutral'}>{tag}</StatusTag>}>
      {hint && <Text className="paper-card__hint">{hint}</Text>}
      {children}
      {(photos.length > 0 || onItsWay) && (
        <View className="paper-card__photos">
          {photos.map(({ file }, index) => (
            <StoredPhoto
              key={file.id}
              fileId={file.id}
              label={label}
              position={index + 1}
              spots={spotsOn(marks, file.id)}
              onRemove={() => onRemove(file.id)}
            />
          ))}
          {onItsWay && (
            <View className="paper-card__photo">
              <PhotoThumb
                label={ATTACHMENT_TEXT.photo(photos.length + 1)}
                src={onItsWay.path}
                progress={sender?.progress}
                shape="square"
              />
            </View>
          )}
        </View>
      )}
      <ProblemNotice
        problem={sender?.problem ?? null}
        action={isStuck ? { label: ATTACHMENT_TEXT.retry, onTap: () => void sender?.retry() } : undefined}
      />
      {!isFull && (
        <View className="paper-card__ways">
          <PrimaryButton
            kind="secondary"
            label={joinClauses(ATTACHMENT_TEXT.camera, label)}
            onTap={() => onAdd('camera')}
          >
            {ATTACHMENT_TEXT.camera}
          </PrimaryButton>
          <PrimaryButton
            kind="secondary"
            label={joinClauses(ATTACHMENT_TEXT.album, label)}
            onTap={() => onAdd('album')}
          >
            {ATTACHMENT_TEXT.album}
          </PrimaryButton>
        </View>
      )}
    </Card>
  );
}
