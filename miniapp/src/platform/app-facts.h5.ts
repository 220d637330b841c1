/** What a report says about the program and the device. Nothing that tells one device from another. */
export interface AppFacts {
  readonly appVersion: string;
  readonly platform: string;
}

export const readAppFacts = (): AppFacts => ({ appVersion: 'h5', platform: 'browser' });
