import { routeLists } from './routes';

const tabIcon = (pagePath: string, suffix: string): string => `assets/tabs/${pagePath.split('/')[1]}${suffix}.png`;

export default defineAppConfig({
  pages: routeLists.pages,
  subPackages: routeLists.subPackages,
  preloadRule: routeLists.preloadRule,
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#F5F7FA',
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTitleText: '电子认证受理',
    navigationBarTextStyle: 'black',
  },
  tabBar: {
    color: '#5B6878',
    selectedColor: '#1F5FBF',
    backgroundColor: '#FFFFFF',
    borderStyle: 'black',
    list: routeLists.tabs.map((entry) => ({
      ...entry,
      iconPath: tabIcon(entry.pagePath, ''),
      selectedIconPath: tabIcon(entry.pagePath, '-selected'),
    })),
  },
  // Of the web version. Taro hides the page below after duration + delay and shows it again after duration: with a delay, a Back that comes
  // as fast as that (a camera that cannot be opened) would hide what it has just shown.
  ...(process.env.TARO_ENV === 'h5' && { animation: { duration: 200, delay: 0 } }),
  lazyCodeLoading: 'requiredComponents',
  // Development and trial versions ask for the privacy consent as the released one does.
  __usePrivacyCheck__: true,
});
