import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { navigateBack, navigateTo } from '../platform/navigation';
import { PageHeader } from '../platform/page-header';
import { usePullToRefresh } from '../platform/pull-to-refresh';
import { useTitles } from '../platform/use-titles';
import type { RouteName } from '../routes';
import { joinClauses } from '../text/punctuation';
import { STATE_TEXT } from '../text/states';
import { useLargeType } from '../theme/large-type';
import { LoadingState } from './loading-state';
import { Notice } from './notice';
import { PrivacySheet } from './privacy-sheet';
import { ProblemState } from './problem-state';
import './page-frame.scss';

/** What the frame needs to know of a `useLoad`. */
export interface FrameLoad {
  readonly data: unknown;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly reload: () => Promise<void>;
}

export interface PageFrameProps {
  /** Window title: in the browser's header, in WeChat's own. */
  readonly title: string;
  /** The page's main load: until there is data, the frame shows loading or the problem in place of the content. */
  readonly load?: FrameLoad;
  /** Sits at the thumb, always visible: a BottomBar. Not shown while there is no data. */
  readonly bottom?: ReactNode;
  /** Where a signed-out person is sent. */
  readonly signInRoute?: 'signIn' | 'staffSignIn';
  /** Where Back leads when this page was opened directly; default the home page. */
  readonly backTo?: RouteName;
  /** Tab pages have no way back. */
  readonly tab?: boolean;
  /** Staff pages use the whole width of a PC. */
  readonly wide?: boolean;
  /** No padding and no header, e.g. the signature. */
  readonly bare?: boolean;
  /**
   * Asks anew for what the page shows: by pulling it down in WeChat (its index.config.ts says `enablePullDownRefresh:
   * PULLS_TO_REFRESH`), by a button of the header in a browser. Never fails.
   */
  readonly refresh?: () => Promise<unknown>;
  /** Only drawn once there is data (or when there is no `load`). */
  readonly children?: ReactNode;
}

const classNames = (...names: (string | false)[]): string => names.filter(Boolean).join(' ');

/** The outside of every page: header in a browser, safe areas, large type, and the states before there is content. */
export function PageFrame(props: PageFrameProps) {
  const {
    title,
    load,
    bottom,
    signInRoute = 'signIn',
    backTo,
    tab = false,
    wide = false,
    bare = false,
    refresh,
  } = props;
  const large = useLargeType();
  useTitles(title, tab);
  usePullToRefresh(refresh);
  const hasContent = !load || load.data !== null;
  const retry = () => void load?.reload();
  const back = () => void navigateBack(backTo);

  return (
    <View
      className={classNames(
        'page-frame',
        large && 'page-frame--large',
        wide && 'page-frame--wide',
        bare && 'page-frame--bare',
      )}
    >
      {!bare && (
        <PageHeader
          title={title}
          onBack={tab ? null : back}
          onRefresh={refresh && (() => void refresh())}
          refreshing={load?.loading}
        />
      )}
      <View className="page-frame__content">
        {load?.problem && hasContent && (
          <Notice kind="warning" action={{ label: STATE_TEXT.retry, onTap: retry }}>
            {joinClauses(load.problem.message, STATE_TEXT.stale)}
          </Notice>
        )}
        {load?.problem && !hasContent && (
          <ProblemState
            problem={load.problem}
            onRetry={retry}
            onSignIn={() => void navigateTo(signInRoute)}
            onBack={back}
          />
        )}
        {load && !load.problem && !hasContent && <LoadingState />}
        {hasContent && props.children}
      </View>
      {hasContent && bottom}
      <PrivacySheet />
    </View>
  );
}
