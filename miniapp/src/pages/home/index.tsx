import { Text, View } from '@tarojs/components';
import { LanguageOffer } from '../../components/language-offer';
import { MattersNotice } from '../../components/matters-notice';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { ProblemNotice } from '../../components/problem-notice';
import { nextThing } from '../../features/next-thing';
import { RenewalNotice } from '../../features/renewal-notice';
import { useMatters } from '../../features/use-matters';
import { useOrderAction } from '../../features/use-order-action';
import { HOME_TEXT } from '../../text/home';
import { shortAuthorityName } from '../../text/window-title';
import './index.scss';
import { NextCard } from './next-card';
import { RecentOrders } from './recent-orders';
import { Services } from './services';
import { StartCard } from './start-card';
import { useHome } from './use-home';

/** The whole name stands on the page; WeChat's bar has no room for it. */
const homeTitle = (authorityName = ''): string => shortAuthorityName(authorityName) ?? HOME_TEXT.title;

export default function HomePage() {
  const home = useHome();
  const act = useOrderAction(() => void home.reload());
  const matters = useMatters(home.reload);
  const { settings, person = null } = home.data ?? {};
  const next = nextThing(person?.open ?? []);

  return (
    <PageFrame title={homeTitle(settings?.authorityName)} refresh={home.reload} tab load={home}>
      <View className="home__greeting">
        {settings && <Text className="home__authority">{settings.authorityName}</Text>}
        <Text className="home__title">{HOME_TEXT.greeting(person?.account.identity?.nameMasked ?? null)}</Text>
        <Text className="home__lead">{HOME_TEXT.lead}</Text>
      </View>
      <MattersNotice
        matters={person?.matters ?? null}
        onObject={() => void matters.object.run()}
        onKeep={() => void matters.keep.run()}
      />
      <RenewalNotice certificates={person?.certificates ?? []} />
      <LanguageOffer />
      {settings?.trial && <Notice kind="warning">{HOME_TEXT.trial}</Notice>}
      <ProblemNotice problem={act.problem ?? matters.object.problem ?? matters.keep.problem} />
      {next ? (
        <NextCard next={next} onAct={(action) => void act.run(action, next.order)} />
      ) : (
        <StartCard signedIn={person !== null} />
      )}
      {person && person.orders.length > 0 && (
        <RecentOrders
          orders={person.orders.slice(0, 3)}
          total={person.total}
          onOpen={(order) => void act.run('view', order)}
        />
      )}
      <Services servicePhone={settings?.servicePhone ?? ''} />
    </PageFrame>
  );
}
