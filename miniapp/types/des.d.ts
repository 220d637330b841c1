/** Triple DES of the package des.js, which has no types: the part of it that we use. */
declare module 'des.js' {
  interface Cipher {
    /** PKCS#7 padding, as in `final` of node:crypto. */
    update(data: ArrayLike<number>): number[];
    final(): number[];
  }
  interface CipherOptions {
    readonly type: 'encrypt' | 'decrypt';
    /** 24 bytes. */
    readonly key: Uint8Array;
    /** 8 bytes. */
    readonly iv: Uint8Array;
  }
  interface CipherMaker {
    create(options: CipherOptions): Cipher;
  }
  export const EDE: unknown;
  export const CBC: { instantiate(base: typeof EDE): CipherMaker };
}
