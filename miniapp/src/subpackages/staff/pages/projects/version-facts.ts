import type { ProjectVersionSummary } from '@acceptance/shared';
import { formatChinaDateTime } from '../../../../text/china-date';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';

export const VERSION_TONES = { draft: 'attention', offered: 'good', withdrawn: 'bad', earlier: 'neutral' } as const;

/** Its number, who made it what it is, and when. */
export function versionFacts(version: ProjectVersionSummary): string[] {
  const { number, savedBy, savedAt, publishedBy, publishedAt } = version;
  return [
    ...(number === null ? [] : [TEXT.version(number)]),
    savedBy === null
      ? TEXT.cameWithProgram(formatChinaDateTime(savedAt))
      : TEXT.savedBy(savedBy, formatChinaDateTime(savedAt)),
    ...(publishedBy && publishedAt ? [TEXT.publishedBy(publishedBy, formatChinaDateTime(publishedAt))] : []),
  ];
}
