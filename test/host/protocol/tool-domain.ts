import { bagOf, textOf } from '../bag';
import type { Host } from '../host';
import { NotInHost } from '../refusal';
import type { DialogKind } from '../wx/wx-context';
import type { Domain, Session } from './session';

const refuse = (name: string) => () => {
  throw new NotInHost(`Tool.${name}`);
};

/** Tool.*: what DevTools itself does. `native` answers dialogs, as a finger outside of the page would. */
export function toolDomain(host: Host, session: Session): Domain {
  const answer = (kind: DialogKind, value: unknown) => {
    const dialog = host.dialogs.findLast((waiting) => waiting.kind === kind);
    if (!dialog) throw new Error(`no ${kind} is shown`);
    dialog.answer(value);
  };
  const native: Record<string, (data: unknown) => unknown> = {
    confirmModal: () => answer('modal', 'confirm'),
    cancelModal: () => answer('modal', 'cancel'),
    authorizeAllow: () => answer('permission', 'allow'),
    authorizeCancel: () => answer('permission', 'refuse'),
    switchTab: (data) => host.running().pages.switchTab(`/${textOf(bagOf(data).url).replace(/^\//, '')}`),
    navigateLeft: () => host.running().pages.navigateBack(1),
    goHome: () => host.running().pages.reLaunch(`/${host.app.entryPage}`),
  };
  return {
    getInfo: () => ({ SDKVersion: host.phone.device.sdkVersion }),
    async native(params) {
      const name = textOf(params.method);
      const work = native[name];
      if (!work) throw new NotInHost(`Tool.native ${name}`);
      await work(params.data);
      await host.running().activity.whenIdle();
      return {};
    },
    close() {
      session.close();
      return {};
    },
    enableRemoteDebug: refuse('enableRemoteDebug'),
    getTestAccounts: refuse('getTestAccounts'),
    stopAudits: refuse('stopAudits'),
    getTicket: refuse('getTicket'),
    setTicket: refuse('setTicket'),
    refreshTicket: refuse('refreshTicket'),
  };
}
