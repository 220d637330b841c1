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
  // Papers, seals, ink and photos are judged as they are printed: white stays white. See miniapp/README.md.
  darkmode: false,
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
  sitemapLocation: 'sitemap.json',
  // Of the web version. With movements Taro hides the page below only when they are over: a Back that comes before (a camera that cannot be
  // opened, a quick hand) would have it hide what has just been shown again.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  lazyCodeLoading: 'requiredComponents',
  // Development and trial versions ask for the privacy consent as the released one does.
  __usePrivacyCheck__: true,
});
