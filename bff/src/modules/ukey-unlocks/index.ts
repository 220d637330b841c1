export type { UkeyUnlockModel, UkeyUnlockRecord } from './ukey-unlock.model';
