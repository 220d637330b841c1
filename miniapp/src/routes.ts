import type { SuccessorKind } from '@acceptance/shared';
import { PAGE_TITLES } from './text/page-titles';

/** Parts of the program that are downloaded separately; `main` comes first and holds the tab pages. */
export const SUBPACKAGES = ['apply', 'pay', 'certificate', 'account', 'check', 'staff'] as const;
export type Subpackage = (typeof SUBPACKAGES)[number];

/** A page: where its code lives, its window title, and (as a type only) the parameters it takes. */
export interface Route<Params extends object = object> {
  readonly package: 'main' | Subpackage;
  /** Below the package's root, as the platform wants it in app.json. */
  readonly path: string;
  /** In the current language; the build, which has none, gets Chinese. */
  readonly title: string;
  readonly tab: boolean;
  readonly params?: Params;
}

type NoParams = Record<never, never>;

type Title = keyof typeof PAGE_TITLES;

const route = <Params extends object>(
  owner: Route['package'],
  name: string,
  title: Title,
  tab = false,
): Route<Params> => ({
  package: owner,
  path: `pages/${name}/index`,
  tab,
  get title() {
    return PAGE_TITLES[title];
  },
});
const page = <Params extends object = NoParams>(name: string, title: Title) => route<Params>('main', name, title);
const tab = (name: string, title: Title) => route<NoParams>('main', name, title, true);
const pageOf = <Params extends object = NoParams>(subpackage: Subpackage, name: string, title: Title) =>
  route<Params>(subpackage, name, title);

interface OrderParams {
  readonly orderId: string;
}

/** Every page of the program. app.config.ts, navigation and preloading derive from it; the first one opens first. */
export const ROUTES = {
  home: tab('home', 'home'),
  orders: tab('orders', 'orders'),
  mine: tab('mine', 'mine'),
  signIn: page<{ readonly way?: 'code' | 'password' }>('sign-in', 'signIn'),
  terms: page('terms', 'terms'),
  order: page<OrderParams>('order', 'order'),

  applyStart: pageOf<{ readonly projectId?: string }>('apply', 'start', 'applyStart'),
  applyParticulars: pageOf<OrderParams>('apply', 'particulars', 'applyParticulars'),
  applyIdentity: pageOf<{ readonly orderId?: string }>('apply', 'identity', 'applyIdentity'),
  applyFace: pageOf<{ readonly orderId?: string }>('apply', 'face', 'applyFace'),
  applyPapers: pageOf<OrderParams>('apply', 'papers', 'applyPapers'),
  applyCamera: pageOf<OrderParams & { readonly side: 'front' | 'back' }>('apply', 'camera', 'applyCamera'),
  applyContract: pageOf<OrderParams>('apply', 'contract', 'applyContract'),
  applySignature: pageOf<OrderParams>('apply', 'signature', 'applySignature'),
  applySign: pageOf<OrderParams>('apply', 'sign', 'applySign'),
  applySealed: pageOf<OrderParams>('apply', 'sealed', 'applySealed'),
  applyForm: pageOf<OrderParams>('apply', 'form', 'applyForm'),
  applyAttachments: pageOf<OrderParams>('apply', 'attachments', 'applyAttachments'),
  applyConfirm: pageOf<OrderParams>('apply', 'confirm', 'applyConfirm'),

  // Beside the photos of an application, which are sent in the same way.
  payInvoice: pageOf<OrderParams>('apply', 'invoice', 'payInvoice'),
  payTransfer: pageOf<OrderParams>('apply', 'transfer', 'payTransfer'),
  payMethod: pageOf<OrderParams>('pay', 'method', 'payMethod'),
  payResult: pageOf<OrderParams>('pay', 'result', 'payResult'),
  payAsk: pageOf<OrderParams>('pay', 'ask', 'payAsk'),
  payBill: pageOf<{ readonly token: string }>('pay', 'bill', 'payBill'),
  payRefund: pageOf<OrderParams>('pay', 'refund', 'payRefund'),

  certificateReceive: pageOf<OrderParams>('certificate', 'receive', 'certificateReceive'),
  certificateSignIn: pageOf('certificate', 'sign-in', 'certificateSignIn'),
  certificateChangePhone: pageOf('certificate', 'change-phone', 'certificateChangePhone'),
  certificateRevoke: pageOf('certificate', 'revoke', 'certificateRevoke'),
  certificates: pageOf('certificate', 'list', 'certificates'),
  certificate: pageOf<{ readonly certificateId: string }>('certificate', 'detail', 'certificate'),
  certificateFollow: pageOf<{ readonly certificateId: string; readonly kind: SuccessorKind }>(
    'certificate',
    'follow',
    'certificateFollow',
  ),

  delivery: pageOf<OrderParams>('certificate', 'delivery', 'delivery'),

  // The address stands in the QR codes of contracts (`CONTRACT_CHECK_PAGE` of shared): it stays as it is.
  contractCheck: pageOf<{ readonly n?: string; readonly c?: string }>('check', 'contract', 'contractCheck'),

  profile: pageOf('account', 'profile', 'profile'),
  forgotPassword: pageOf('account', 'forgot-password', 'forgotPassword'),
  password: pageOf('account', 'password', 'password'),
  email: pageOf('account', 'email', 'email'),
  sessions: pageOf('account', 'sessions', 'sessions'),
  changePhone: pageOf('account', 'change-phone', 'changePhone'),
  myData: pageOf('account', 'my-data', 'myData'),
  looks: pageOf('account', 'looks', 'looks'),

  staffSignIn: pageOf('staff', 'sign-in', 'staffSignIn'),
  staffInvitation: pageOf('staff', 'invitation', 'staffInvitation'),
  staffSecurity: pageOf('staff', 'security', 'staffSecurity'),
  staffMembers: pageOf('staff', 'members', 'staffMembers'),
  staffProjects: pageOf('staff', 'projects', 'staffProjects'),
  staffProject: pageOf<{ readonly versionId: string }>('staff', 'project', 'staffProject'),
  staffTemplates: pageOf('staff', 'templates', 'staffTemplates'),
  staffTemplate: pageOf<{ readonly templateId: string }>('staff', 'template', 'staffTemplate'),
  staffTemplateDraft: pageOf('staff', 'template-draft', 'staffTemplateDraft'),
  staffTasks: pageOf('staff', 'tasks', 'staffTasks'),
  staffPhoneChanges: pageOf('staff', 'phone-changes', 'staffPhoneChanges'),
  staffRefunds: pageOf('staff', 'refunds', 'staffRefunds'),
  staffRefund: pageOf<OrderParams>('staff', 'refund', 'staffRefund'),
  staffInvoices: pageOf('staff', 'invoices', 'staffInvoices'),
  staffInvoice: pageOf<OrderParams>('staff', 'invoice', 'staffInvoice'),
  staffInvoiceResults: pageOf('staff', 'invoice-results', 'staffInvoiceResults'),
  staffReconciliation: pageOf('staff', 'reconciliation', 'staffReconciliation'),
  staffReconciliationDay: pageOf<{ readonly day: string }>('staff', 'reconciliation-day', 'staffReconciliationDay'),
  staffIdentityChecks: pageOf('staff', 'identity-checks', 'staffIdentityChecks'),
  staffIssuing: pageOf('staff', 'issuing', 'staffIssuing'),
  staffIssuingOrder: pageOf<OrderParams>('staff', 'issuing-order', 'staffIssuingOrder'),
  staffUkeyUnlock: pageOf<{ readonly ukeyUnlockId: string }>('staff', 'ukey-unlock', 'staffUkeyUnlock'),
  staffDeliveries: pageOf('staff', 'deliveries', 'staffDeliveries'),
  staffDelivery: pageOf<OrderParams>('staff', 'delivery', 'staffDelivery'),
  staffNumbers: pageOf('staff', 'numbers', 'staffNumbers'),
  staffTransfers: pageOf('staff', 'transfers', 'staffTransfers'),
  staffTransfer: pageOf<OrderParams>('staff', 'transfer', 'staffTransfer'),
  staffEntry: pageOf<{ readonly entryId: string }>('staff', 'transfer-entry', 'staffEntry'),
  staffStatement: pageOf('staff', 'transfer-statement', 'staffStatement'),
  staffPickUp: pageOf('staff', 'pick-up', 'staffPickUp'),
  staffCertificates: pageOf('staff', 'certificates', 'staffCertificates'),
  staffCertificate: pageOf<{ readonly certificateId: string }>('staff', 'certificate', 'staffCertificate'),
  staffFigures: pageOf('staff', 'figures', 'staffFigures'),
  staffSearch: pageOf('staff', 'search', 'staffSearch'),
  staffQueue: pageOf('staff', 'queue', 'staffQueue'),
  staffReview: pageOf<OrderParams>('staff', 'review', 'staffReview'),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
type ParamsOfRoute<R> = R extends Route<infer Params> ? Params : never;
export type RouteParams<Name extends RouteName> = ParamsOfRoute<(typeof ROUTES)[Name]>;

/** Sub-packages fetched in the background while a main page is shown, so that the next tap opens at once. */
export const PRELOADS: readonly { readonly on: RouteName; readonly packages: readonly Subpackage[] }[] = [
  { on: 'home', packages: ['apply'] },
  { on: 'orders', packages: ['apply', 'pay'] },
  { on: 'mine', packages: ['account'] },
  { on: 'signIn', packages: ['account', 'certificate'] },
  { on: 'order', packages: ['apply', 'pay', 'certificate'] },
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
