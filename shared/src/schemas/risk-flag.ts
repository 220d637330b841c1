import * as v from 'valibot';

/** What a reviewer should know of an application beside its papers: each a reason to look, none a verdict. */
export const RISK_FLAG_KINDS = [
  'person-in-other-units',
  'phone-of-others',
  'device-of-others',
  'address-of-other-units',
  'picture-in-other-orders',
  'picture-twice',
  'code-unusual',
] as const;
export type RiskFlagKind = (typeof RISK_FLAG_KINDS)[number];

export const riskFlagSchema = v.object({
  kind: v.picklist(RISK_FLAG_KINDS),
  /** How many other units, persons or orders it is about; pictures that are there twice; codes that look wrong. */
  count: v.number(),
  /** Numbers of the latest of the other orders, for whom may look at them. */
  orderNumbers: v.array(v.string()),
});
export type RiskFlag = v.InferOutput<typeof riskFlagSchema>;
