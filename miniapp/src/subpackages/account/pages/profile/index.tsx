import { type AccountView, endpoints } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { call } from '../../../../api/client';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { StatusTag } from '../../../../components/status-tag';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDate } from '../../../../text/china-date';
import { ACCOUNT_TEXT } from '../../text';
import './index.scss';

const Identity = ({ identity }: Pick<AccountView, 'identity'>) =>
  identity ? (
    <Card title={ACCOUNT_TEXT.identity} aside={<StatusTag tone="good">{ACCOUNT_TEXT.verified}</StatusTag>}>
      <ListRow label={ACCOUNT_TEXT.name} value={identity.nameMasked} />
      <ListRow label={ACCOUNT_TEXT.idNumber} value={identity.idNumberMasked} />
      <ListRow label={ACCOUNT_TEXT.verifiedAt} value={formatChinaDate(identity.verifiedAt)} />
    </Card>
  ) : (
    <Notice
      kind="info"
      title={ACCOUNT_TEXT.notVerified}
      action={{ label: ACCOUNT_TEXT.verify, onTap: () => void navigateTo('applyIdentity', {}) }}
    >
      {ACCOUNT_TEXT.notVerifiedHint}
    </Notice>
  );

export default function ProfilePage() {
  const account = useLoad(() => call(endpoints.account.readAccount), '');
  return (
    <PageFrame title={ROUTES.profile.title} load={account}>
      {account.data && (
        <>
          <Card title={ACCOUNT_TEXT.account}>
            <ListRow label={ACCOUNT_TEXT.phone} value={account.data.phoneMasked} />
            <ListRow
              label={ACCOUNT_TEXT.wechat}
              value={account.data.wechatBound ? ACCOUNT_TEXT.bound : ACCOUNT_TEXT.notBound}
            />
          </Card>
          <Identity identity={account.data.identity} />
          <Card title={ACCOUNT_TEXT.protection}>
            <Text className="profile__protection">{ACCOUNT_TEXT.protectionText}</Text>
          </Card>
          <Text className="profile__wrong">{ACCOUNT_TEXT.wrong}</Text>
        </>
      )}
    </PageFrame>
  );
}
