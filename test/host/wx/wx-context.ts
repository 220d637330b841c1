import type { Reports } from '../app/life';
import type { RunningApp } from '../app/running-app';
import type { Bag, Callable } from '../bag';
import type { Phone } from '../phone/phone';
import type { WechatBackend } from '../phone/wechat-backend';

export type DialogKind = 'modal' | 'actionSheet' | 'permission';

/** Something on the screen that waits for the person. */
export interface Dialog {
  readonly kind: DialogKind;
  readonly options: Bag;
  answer(value: unknown): void;
}

export interface NetworkRules {
  /** Replaces an origin of the built app by where the server really runs. */
  readonly origins: Readonly<Record<string, string>>;
  /** Origins that are allowed, as in the platform's settings; null = not checked (DevTools' 不校验合法域名). */
  readonly domains: {
    readonly request: readonly string[];
    readonly uploadFile: readonly string[];
    readonly downloadFile: readonly string[];
  } | null;
}

/** What the methods of `wx` work with in one run of the app. */
export interface WxContext {
  readonly running: RunningApp;
  readonly phone: Phone;
  readonly backend: WechatBackend;
  readonly reports: Reports;
  readonly network: NetworkRules;
  readonly appId: string;
  readonly dialogs: Dialog[];
  /** What is asked before a page is left by Back, by the page's id. */
  readonly leaveQuestions: Map<number, string>;
  /** Pages that show the sign of a refresh, by id, until the app ends it. */
  readonly refreshing: Set<number>;
  /** Transfers under way, to be cut by faults. */
  readonly transfers: Set<(reason: string) => void>;
  /** Listeners of `wx.onX` by name without `on`. */
  readonly listeners: Map<string, Set<Callable>>;
  isAlive(): boolean;
  /** Ends the app and launches it anew, as after an update. */
  restart(): void;
  now(): number;
  windowSize(): { windowWidth: number; windowHeight: number };
  /** The button whose tap is being handled, for privacy consent. */
  agreedButtonId: string | null;
}

/** Shows a dialog and waits for the answer. */
export function ask(context: WxContext, kind: DialogKind, options: Bag): Promise<unknown> {
  return new Promise((resolve) => {
    const dialog: Dialog = {
      kind,
      options,
      answer(value) {
        context.dialogs.splice(context.dialogs.indexOf(dialog), 1);
        resolve(value);
      },
    };
    context.dialogs.push(dialog);
  });
}
