import type { AccountView } from '@acceptance/shared';
import type { AccountRecord } from './account.model';

export const presentAccount = (account: AccountRecord): AccountView => ({
  id: account._id.toHexString(),
  phoneMasked: account.phoneMasked,
  identity: account.identity && {
    nameMasked: account.identity.nameMasked,
    idNumberMasked: account.identity.idNumberMasked,
    verifiedAt: account.identity.verifiedAt.toISOString(),
    verifiedBy: account.identity.verifiedBy ?? 'provider',
  },
  wechatBound: account.openid !== null,
});
