import { randomBytes } from '../platform/random-bytes';
import { localStorage } from '../platform/storage';
import { keepDeviceId } from './keep-device-id';

/** The secret by which the API knows this device again; made at the first use and kept on it. */
export const deviceId = (): Promise<string> => keepDeviceId(localStorage, randomBytes);
