import Taro from '@tarojs/taro';

/** Not in Taro's types, which hands every method of `wx` through. WeChat's base library has it from 2.19.0. */
interface WithRandomValues {
  getRandomValues(options: {
    length: number;
    success(result: { randomValues: ArrayBuffer }): void;
    fail(failure: { errMsg: string }): void;
  }): void;
}

export const randomBytes = (length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    (Taro as unknown as WithRandomValues).getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
