import type { PageHands } from '../story/browser/page-hands';
import type { Answer } from './answers/answer';
import type { AgentAnswers } from './answers/answer-agent';
import type { NetworkTrouble } from './answers/answer-requests';

/** A place on the screen that proves a state: a text that is seen, or an element without text. */
export type Proof = string | RegExp | { readonly css: string };

/** One state of a page: what the API says, what the person does, and what must then be seen. */
export interface PageState {
  /** Also the name of the picture: small letters, digits, hyphens. */
  readonly name: string;
  readonly shows: Proof;
  /** Who looks, when it is not the page's usual person. */
  readonly as?: Viewer;
  readonly params?: Readonly<Record<string, string>>;
  /** Beside (and before) those of the page. */
  readonly answers?: readonly Answer[];
  readonly trouble?: NetworkTrouble;
  /** The UKey agent of the PC; without it none is running. */
  readonly agent?: AgentAnswers;
  /** Further entries of the device's storage. */
  readonly stored?: Readonly<Record<string, unknown>>;
  readonly largeType?: boolean;
  readonly english?: boolean;
  readonly act?: (hands: PageHands) => Promise<void>;
  /** The phone lies on its side. */
  readonly landscape?: boolean;
  /** Only on one of the page's screens. */
  readonly screen?: Screen;
}

export type Viewer = 'applicant' | 'staff' | 'nobody';
export type Screen = 'phone' | 'tablet' | 'desk';

/** All states of one page. */
export interface PageStates {
  /** Name of the route in miniapp/src/routes.ts; the folder of the pictures. */
  readonly page: string;
  /** Path of the page in the build. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly as: Viewer;
  /** The normal state of each page is photographed at a tablet's size besides. */
  readonly screens: readonly Exclude<Screen, 'tablet'>[];
  readonly answers: readonly Answer[];
  readonly states: readonly PageState[];
}

/** What every page has. */
export const STATES_OF_EVERY_PAGE = ['loading', 'error', 'offline', 'normal'] as const;
