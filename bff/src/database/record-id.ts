import type { Types } from 'mongoose';

/** How a stored record is named in the envelopes that are bound to it. */
export const recordIdOf = ({ _id }: { readonly _id: Types.ObjectId | string }): string => String(_id);
