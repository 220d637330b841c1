import { formatFen, type TimelineMoment } from '@acceptance/shared';
import { apiWord } from '../../../text/api-texts';
import { joinList } from '../../../text/punctuation';
import { TIMELINE_TEXT as TEXT } from '../texts-desk';
import { NOTICES_TEXT } from '../texts-review';

const MESSAGES = (): Readonly<Record<string, string | undefined>> => NOTICES_TEXT.kinds;

/** What happened, in words. */
export function momentWords(moment: TimelineMoment): string {
  switch (moment.kind) {
    case 'status':
      return apiWord(moment.label);
    case 'money':
      return [TEXT.money[moment.event], moment.amountFen === null ? null : formatFen(moment.amountFen)]
        .filter((part) => part !== null)
        .join(' ');
    case 'message':
      return [
        NOTICES_TEXT.channels[moment.channel],
        MESSAGES()[moment.message] ?? moment.message,
        NOTICES_TEXT.states[moment.state],
      ].join(' · ');
    case 'file':
      return TEXT.uploaded(TEXT.files[moment.purpose]);
    case 'look':
      return TEXT.looked(joinList(moment.seen.map((kind) => TEXT.seen[kind])));
  }
}
