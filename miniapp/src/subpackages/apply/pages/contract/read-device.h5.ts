import { describeDevice } from './describe-device';

/** The browser this page runs in, as it names itself, for the record of consent. */
export const readDevice = (): string => describeDevice({ host: navigator.userAgent });
