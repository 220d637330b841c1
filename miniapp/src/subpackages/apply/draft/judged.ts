import type { DraftField } from '@acceptance/shared';

/** What may be shown in red: never what somebody has not seen yet. */
export interface Judged {
  readonly wasTried: boolean;
  readonly fields: readonly DraftField[];
}

export const NOTHING_JUDGED: Judged = { wasTried: false, fields: [] };

export const isJudged = ({ fields }: Judged, field: DraftField): boolean => fields.includes(field);

/** Also these; what opens later by another choice is not among them. */
export function judgeFields(judged: Judged, fields: readonly DraftField[], wasTried: boolean): Judged {
  const more = fields.filter((field) => !isJudged(judged, field));
  return more.length === 0 && wasTried === judged.wasTried ? judged : { wasTried, fields: [...judged.fields, ...more] };
}
