import * as v from 'valibot';
import { tidyCode } from '../format/tidy-code';
import { personNameSchema } from './person-name';
import { lineOfText } from './text-fields';
import { unifiedSocialCreditCodeSchema } from './unified-social-credit-code';

/** As whom somebody acts for a unit. */
export const UNIT_ROLES = ['legal-representative', 'agent'] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];
export const UNIT_ROLE_LABELS: Record<UnitRole, string> = {
  'legal-representative': '法定代表人（负责人）本人',
  agent: '经办人（受单位委托）',
};

/** The code or number that the applicant has compared with the paper although it looks wrong (`unusual-codes.ts`). */
export const confirmedSchema = v.optional(v.pipe(v.string(), v.maxCodePoints(200), v.transform(tidyCode)));

/** A unit as its licence names it, and who acts for it. */
export const unitSchema = v.object({
  name: lineOfText('单位名称', 100),
  unifiedSocialCreditCode: unifiedSocialCreditCodeSchema,
  confirmedCode: confirmedSchema,
  legalRepresentative: v.pipe(
    v.string('请填写法定代表人姓名'),
    v.trim(),
    v.minLength(1, '请填写法定代表人姓名'),
    personNameSchema,
  ),
  role: v.picklist(UNIT_ROLES, '请选择您是法定代表人还是经办人'),
});
export type UnitFacts = v.InferOutput<typeof unitSchema>;
