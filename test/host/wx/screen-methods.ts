import { RouteRefused } from '../app/page-stack';
import { type Bag, isCallable, textOf } from '../bag';
import { NotInHost } from '../refusal';
import { selectAll } from '../view/select';
import { pullDown } from './page-gestures';
import { ask, type WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethods, type WxMethods } from './wx-method';

const MODAL_BUTTON_LETTERS = 4;
const MOST_SHEET_ITEMS = 6;

const route = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    throw error instanceof RouteRefused ? new WxFailure(error.message) : error;
  }
};

/** Routes, dialogs, toasts and scrolling. */
export function screenMethods(context: WxContext): WxMethods {
  const { phone, running } = context;
  const { pages } = running;
  const seen = (kind: string, detail: Bag) => void phone.acts.push({ kind, detail });
  const scroll = (options: Bag) => {
    const page = pages.top();
    if (!page) return;
    if (typeof options.selector === 'string') {
      const [node] = selectAll(page.view.tree(), options.selector, page.view.tree().owner);
      const rect = node && page.view.layout().rectOf(node);
      if (!rect) throw new WxFailure('selector not found');
      page.scrollTo(rect.top + Number(options.offsetTop ?? 0));
    } else {
      page.scrollTo(Number(options.scrollTop ?? 0));
    }
  };
  // Its document names neither of them.
  const refuseOnComputers = () => {
    if (['windows', 'mac'].includes(phone.device.platform)) throw new WxFailure('not supported');
  };
  return {
    ...asyncMethods(context, {
      navigateTo: (options) => route(() => pages.navigateTo(requireText(options, 'url'))),
      redirectTo: (options) => route(() => pages.redirectTo(requireText(options, 'url'))),
      reLaunch: (options) => route(() => pages.reLaunch(requireText(options, 'url'))),
      switchTab: (options) => route(() => pages.switchTab(requireText(options, 'url'))),
      navigateBack: (options) => route(() => pages.navigateBack(Number(options.delta ?? 1))),
      async showModal(options) {
        for (const name of ['confirmText', 'cancelText']) {
          if (textOf(options[name]).length > MODAL_BUTTON_LETTERS)
            throw new WxFailure(`${name} length should not larger than 4 Chinese characters`);
        }
        if (options.editable) throw new NotInHost('wx.showModal', 'editable dialogs');
        const confirmed = (await ask(context, 'modal', options)) === 'confirm';
        return { confirm: confirmed, cancel: !confirmed, content: null };
      },
      async showActionSheet(options) {
        const items = options.itemList;
        if (!Array.isArray(items) || items.length === 0)
          throw new WxFailure('parameter error: itemList should have at least 1 item');
        if (items.length > MOST_SHEET_ITEMS)
          throw new WxFailure('parameter error: itemList should not be large than 6');
        const tapped = await ask(context, 'actionSheet', options);
        if (typeof tapped !== 'number') throw new WxFailure('cancel');
        return { tapIndex: tapped };
      },
      showToast: (options) => seen('toast', { title: textOf(options.title), icon: options.icon ?? 'success' }),
      hideToast: () => undefined,
      showLoading: (options) => seen('loading', { title: textOf(options.title) }),
      hideLoading: () => seen('loadingHidden', {}),
      setNavigationBarTitle(options) {
        const page = pages.top();
        if (page) page.config.navigationBarTitleText = requireText(options, 'title');
      },
      setTabBarItem(options) {
        const { index } = options;
        if (typeof index !== 'number' || index < 0 || index >= running.app.tabPages.size)
          throw new WxFailure('tabbar item not found');
        const page = pages.top();
        // WeChat's own rule; apps may call it on any page and get this answer.
        if (!page || !running.app.tabPages.has(page.path)) throw new WxFailure('not TabBar page');
        seen('tabBarItem', { index, text: textOf(options.text) });
      },
      updateWeChatApp: () => seen('wechatUpdate', {}),
      enableAlertBeforeUnload(options) {
        refuseOnComputers();
        const page = pages.top();
        if (page) context.leaveQuestions.set(page.id, requireText(options, 'message'));
      },
      disableAlertBeforeUnload() {
        refuseOnComputers();
        context.leaveQuestions.delete(pages.top()?.id ?? 0);
      },
      pageScrollTo: scroll,
      startPullDownRefresh() {
        // Stricter than its document, which is silent: who calls it on a page that cannot be pulled has forgotten something.
        if (!pullDown(context)) throw new WxFailure('the page does not enable pull-down refresh');
      },
      stopPullDownRefresh: () => void context.refreshing.delete(pages.top()?.id ?? 0),
    }),
    nextTick: (work) => {
      if (isCallable(work)) running.activity.later(() => context.isAlive() && work());
    },
  };
}
