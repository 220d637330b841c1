import type { ContractTemplateSummary } from '@acceptance/shared';
import { formatChinaDateTime } from '../../../../text/china-date';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';

export const TEMPLATE_TONES = { draft: 'attention', current: 'good', earlier: 'neutral' } as const;

/** Its title, who made a version what it is, and when. */
export function templateFacts({
  title,
  savedBy,
  savedAt,
  publishedBy,
  publishedAt,
}: ContractTemplateSummary): string[] {
  if (savedBy === null) {
    return [title, TEXT.cameWithProgram(formatChinaDateTime(publishedAt ?? savedAt))];
  }
  const saved = TEXT.savedBy(savedBy, formatChinaDateTime(savedAt));
  return publishedBy !== null && publishedAt
    ? [title, saved, TEXT.publishedBy(publishedBy, formatChinaDateTime(publishedAt))]
    : [title, saved];
}
