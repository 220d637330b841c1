import type { AccessOutcome, AccessRefusal } from './photo-access';

/** Opens, from a tap, where a refusal can be taken back. A browser has no such page: the next photo asks again. */
export const reconsiderAccess = async (_refusal: AccessRefusal): Promise<AccessOutcome> => 'unknown';
