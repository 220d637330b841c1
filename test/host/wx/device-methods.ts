import { randomBytes } from 'node:crypto';
import type { Bag } from '../bag';
import type { WxContext } from './wx-context';
import { asyncMethods, listenerMethods, syncMethod, type WxMethods } from './wx-method';
import { isImplemented } from './wx-table';

const EVENTS = [
  ...['NetworkStatusChange', 'MemoryWarning', 'WindowResize', 'AppShow', 'AppHide', 'Error', 'UnhandledRejection'],
] as const;

export function windowInfo(context: WxContext): Bag {
  const { device, landscape } = context.phone;
  const { windowWidth, windowHeight } = context.windowSize();
  const [screenWidth, screenHeight] = landscape
    ? [device.screenHeight, device.screenWidth]
    : [device.screenWidth, device.screenHeight];
  const bottom = screenHeight - (landscape ? 0 : device.bottomInset);
  return {
    ...{ pixelRatio: device.pixelRatio, screenWidth, screenHeight, windowWidth, windowHeight },
    statusBarHeight: device.statusBarHeight,
    screenTop: device.statusBarHeight + device.navigationBarHeight,
    safeArea: {
      ...{ left: 0, right: screenWidth, top: device.statusBarHeight, bottom, width: screenWidth },
      height: bottom - device.statusBarHeight,
    },
  };
}

/** Facts of the device, network and window, and the listeners for their changes. */
export function deviceMethods(context: WxContext): WxMethods {
  const { phone } = context;
  const { device } = phone;
  const deviceInfo = () => ({
    ...{ brand: device.brand, model: device.model, system: device.system, platform: device.platform },
    ...{ benchmarkLevel: 30, abi: 'arm64', memorySize: 4096 },
  });
  const baseInfo = () => ({
    ...{ SDKVersion: device.sdkVersion, version: device.version, language: device.language, theme: 'light' },
    ...{ enableDebug: false, fontSizeSetting: device.fontSizeSetting, host: { env: 'WeChat' } },
  });
  const systemInfo = () => ({ ...windowInfo(context), ...deviceInfo(), ...baseInfo() });
  return {
    ...listenerMethods(context, EVENTS),
    ...asyncMethods(context, {
      getRandomValues: ({ length }) => ({ randomValues: new Uint8Array(randomBytes(Number(length))).buffer }),
      getNetworkType: () => ({ networkType: phone.network.type, signalStrength: 0, hasSystemProxy: false }),
      getSystemInfo: systemInfo,
      getSystemInfoAsync: systemInfo,
    }),
    getSystemInfoSync: syncMethod(context, 'getSystemInfoSync', systemInfo),
    getWindowInfo: syncMethod(context, 'getWindowInfo', () => windowInfo(context)),
    getDeviceInfo: syncMethod(context, 'getDeviceInfo', deviceInfo),
    getAppBaseInfo: syncMethod(context, 'getAppBaseInfo', baseInfo),
    getMenuButtonBoundingClientRect: syncMethod(context, 'getMenuButtonBoundingClientRect', () => {
      const right = device.screenWidth - 7;
      const top = device.statusBarHeight + 6;
      return { width: 87, height: 32, top, right, bottom: top + 32, left: right - 87 };
    }),
    getUpdateManager: () => ({
      ...listenerMethods(context, ['CheckForUpdate', 'UpdateReady', 'UpdateFailed']),
      applyUpdate() {
        if (!phone.updateReady) throw new Error('applyUpdate:fail update is not ready');
        phone.updateReady = false;
        context.restart();
      },
    }),
    canIUse: (schema) => isImplemented(String(schema).split('.')[0] ?? ''),
  };
}
