import * as v from 'valibot';

/** An amount of money in fen (1/100 yuan): a whole number, never a fraction. */
export const moneyFenSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
