import * as v from 'valibot';
import { CONTRACT_TEMPLATE_LIMITS } from './contract-template';

/** The longest reading that is told; nobody reads for longer, some leave the page open. */
export const MOST_READING_SECONDS = 86_400;
/** Key points, details, and as many articles as a published text may have. */
export const MOST_READING_SECTIONS = 2 + CONTRACT_TEMPLATE_LIMITS.articles;

const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_READING_SECONDS));

/** How long a contract was read: whole seconds in which the page was in front. */
export const readingTimesSchema = v.object({
  readingSeconds: seconds,
  /**
   * How long each section (`readingSections`) was on the screen. Several are at a time, so that together they may be
   * longer than the whole, and none of them is.
   */
  readingSections: v.pipe(
    v.array(v.object({ id: v.pipe(v.string(), v.maxLength(20)), seconds })),
    v.maxLength(MOST_READING_SECTIONS),
  ),
});
export type ReadingTimes = v.InferOutput<typeof readingTimesSchema>;
