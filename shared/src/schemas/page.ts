import * as v from 'valibot';

/** Query of a list that pages by key: `cursor` is opaque and comes from the page before. */
export const pageQueryEntries = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(200), v.regex(/^[A-Za-z0-9_-]+$/, '翻页参数不正确，请刷新列表'))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(50)), '20'),
};

/** Lists are counted up to this, whatever they are long. */
export const MOST_TOTAL = 500;

/** A list's total as it is shown: one above `MOST_TOTAL` is “more than”. */
export const shownTotal = (total: number): string => (total > MOST_TOTAL ? `${MOST_TOTAL}+` : String(total));

/** A page of a list; `nextCursor` is null on the last page, `total` counts what the filter matches, up to one above `MOST_TOTAL`. */
export const pageOf = <const Item extends v.GenericSchema>(item: Item) =>
  v.object({
    items: v.array(item),
    nextCursor: v.nullable(v.string()),
    total: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  });
