import { getPolyfillInfo } from 'miniprogram-compat';
import phones from '../../miniapp/config/minimum-phones.cjs';

/** The oldest base library and iOS that the mini-program runs on, and the engines of the phones that have them. */
export const { MINIMUM, MINIMUM_ENGINES } = phones;

/** What this library adds to those engines, as names of core-js modules. */
export const LIBRARY_POLYFILLS: readonly string[] = getPolyfillInfo(MINIMUM.library)?.coreJsModules ?? [];

/** Syntax that the oldest of those engines read: iOS 14.0 and Chromium 86. */
export const ECMA_VERSION = 2021;
