/** Parts of the program that are downloaded separately; `main` comes first and holds the tab pages. */
export const SUBPACKAGES = ['apply', 'pay', 'account', 'staff'] as const;
export type Subpackage = (typeof SUBPACKAGES)[number];

/** A page: where its code lives, its window title, and (as a type only) the parameters it takes. */
export interface Route<Params extends object = object> {
  readonly package: 'main' | Subpackage;
  /** Below the package's root, as the platform wants it in app.json. */
  readonly path: string;
  readonly title: string;
  readonly tab: boolean;
  readonly params?: Params;
}

type NoParams = Record<never, never>;

const page = <Params extends object = NoParams>(name: string, title: string): Route<Params> => ({
  package: 'main',
  path: `pages/${name}/index`,
  title,
  tab: false,
});
const tab = (name: string, title: string): Route<NoParams> => ({ ...page(name, title), tab: true });
const pageOf = <Params extends object = NoParams>(
  subpackage: Subpackage,
  name: string,
  title: string,
): Route<Params> => ({ package: subpackage, path: `pages/${name}/index`, title, tab: false });

interface OrderParams {
  readonly orderId: string;
}

/** Every page of the program. app.config.ts, navigation and preloading derive from it; the first one opens first. */
export const ROUTES = {
  home: tab('home', '首页'),
  orders: tab('orders', '申请'),
  mine: tab('mine', '我的'),
  signIn: page('sign-in', '登录'),
  terms: page('terms', '服务协议与隐私政策'),
  order: page<OrderParams>('order', '申请详情'),

  applyStart: pageOf<{ readonly projectId?: string }>('apply', 'start', '选择项目'),
  applyIdentity: pageOf<{ readonly orderId?: string }>('apply', 'identity', '实名认证'),
  applyContract: pageOf<OrderParams>('apply', 'contract', '阅读合同'),
  applyPapers: pageOf<OrderParams>('apply', 'papers', '证件与签名'),
  applySignature: pageOf<OrderParams>('apply', 'signature', '手写签名'),
  applySealed: pageOf<OrderParams>('apply', 'sealed', '查看合同'),
  applyForm: pageOf<OrderParams>('apply', 'form', '填写信息'),
  applyAttachments: pageOf<OrderParams>('apply', 'attachments', '上传材料'),
  applyConfirm: pageOf<OrderParams>('apply', 'confirm', '提交申请'),

  payMethod: pageOf<OrderParams>('pay', 'method', '支付'),
  payResult: pageOf<OrderParams>('pay', 'result', '支付结果'),

  profile: pageOf('account', 'profile', '账号信息'),

  staffSignIn: pageOf('staff', 'sign-in', '工作人员登录'),
  staffQueue: pageOf('staff', 'queue', '审核队列'),
  staffReview: pageOf<OrderParams>('staff', 'review', '审核'),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
type ParamsOfRoute<R> = R extends Route<infer Params> ? Params : never;
export type RouteParams<Name extends RouteName> = ParamsOfRoute<(typeof ROUTES)[Name]>;

/** Sub-packages fetched in the background while a main page is shown, so that the next tap opens at once. */
export const PRELOADS: readonly { readonly on: RouteName; readonly packages: readonly Subpackage[] }[] = [
  { on: 'home', packages: ['apply'] },
  { on: 'order', packages: ['apply', 'pay'] },
];

const rootOf = (subpackage: Subpackage): string => `subpackages/${subpackage}`;

/** Full path of a page without a leading slash, e.g. `subpackages/pay/pages/method/index`. */
export function pagePath(name: RouteName): string {
  const route: Route = ROUTES[name];
  return route.package === 'main' ? route.path : `${rootOf(route.package)}/${route.path}`;
}

/** URL for navigation: leading slash, parameters encoded, absent ones left out. */
export function pageUrl<Name extends RouteName>(name: Name, params?: RouteParams<Name>): string {
  const pairs = Object.entries((params ?? {}) as Record<string, string | undefined>)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return `/${pagePath(name)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

const allRoutes: readonly Route[] = Object.values(ROUTES);

/** The page lists that app.json asks for. */
export const routeLists = {
  pages: allRoutes.filter((route) => route.package === 'main').map((route) => route.path),
  subPackages: SUBPACKAGES.map((subpackage) => ({
    root: rootOf(subpackage),
    pages: allRoutes.filter((route) => route.package === subpackage).map((route) => route.path),
  })),
  tabs: allRoutes.filter((route) => route.tab).map((route) => ({ pagePath: route.path, text: route.title })),
  preloadRule: Object.fromEntries(
    PRELOADS.map(({ on, packages }) => [pagePath(on), { network: 'all' as const, packages: packages.map(rootOf) }]),
  ),
};
