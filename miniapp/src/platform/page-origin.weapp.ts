import { MINI_PROGRAM_ORIGIN } from '@acceptance/shared';

export const pageOrigin = (): string => MINI_PROGRAM_ORIGIN;
