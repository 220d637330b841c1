import type { ReviewMark } from '@acceptance/shared';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { describeReviewMark } from '../../../text/labels';

export interface FormSectionProps {
  readonly title: string;
  /** What the reviewer wrote about this part. */
  readonly marks?: readonly ReviewMark[];
  readonly children: ReactNode;
}

/** A card of the form with the reviewer's reasons on top. */
export const FormSection = ({ title, marks = [], children }: FormSectionProps) => (
  <Card title={title}>
    {marks.map((mark) => (
      <Notice key={`${mark.field}-${mark.reason}`} kind="warning">
        {describeReviewMark(mark, { attachments: [] })}
      </Notice>
    ))}
    {children}
  </Card>
);
