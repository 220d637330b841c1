import * as v from 'valibot';
import type { UnitAnswer, UnitState } from '../../ports/unit-registry';

/** What of VerifyBizLicenseEnterprise3's answer is looked at. */
export const unitReplySchema = v.object({
  StatusCode: v.number(),
  VerifyResult: v.optional(v.nullable(v.number())),
  OperatingStatus: v.optional(v.nullable(v.string())),
});
type UnitReply = v.InferOutput<typeof unitReplySchema>;

export type Finding = { readonly found: false } | { readonly found: true; readonly fits: boolean; state: UnitState };

/** StatusCode: answered (charged), and nothing found (free). Any other, also 1 (系统异常), is no answer. */
const ANSWERED = 0;
const NOTHING_FOUND = 2;

/** OperatingStatus with ENT_2META. 0 (其他), / (无法查询), none and what the document does not name are no knowledge. */
const STATES = new Map<string, UnitState>([
  ['1', 'active'],
  ['2', 'moved-out'],
  ['3', 'cancelled'],
  ['4', 'revoked'],
  ['5', 'annulled'],
  ['6', 'suspended'],
  ['7', 'annulled'],
]);

/** What a reply says, or undefined when it is no answer. */
export function findingOf({ StatusCode, VerifyResult, OperatingStatus }: UnitReply): Finding | undefined {
  if (StatusCode === NOTHING_FOUND) {
    return { found: false };
  }
  if (StatusCode !== ANSWERED || (VerifyResult !== 0 && VerifyResult !== 1)) {
    return undefined;
  }
  return { found: true, fits: VerifyResult === 1, state: STATES.get(OperatingStatus ?? '') ?? 'unknown' };
}

/** What three factors settle alone: not found, or all fits and the unit does business. Their 2 only means that it does not. */
export function answerOfThree(three: Finding): UnitAnswer | undefined {
  if (!three.found) {
    return { fit: 'not-found' };
  }
  return three.fits && three.state === 'active' ? { fit: 'match', state: 'active' } : undefined;
}

/** What name and code alone tell after that: which of the three differs, or the state in full. */
export function answerOfTwo(threeFit: boolean, two: Finding): UnitAnswer {
  if (!two.found || (threeFit && !two.fits)) {
    return { fit: 'unsure' };
  }
  if (!threeFit) {
    return { fit: 'mismatch', differs: two.fits ? 'legal-representative' : 'name', state: two.state };
  }
  // Three factors did not say that it does business: whoever says so now contradicts them.
  return { fit: 'match', state: two.state === 'active' ? 'unknown' : two.state };
}
