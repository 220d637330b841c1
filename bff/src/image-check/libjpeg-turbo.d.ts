// The package has no types of its own (https://github.com/cornerstonejs/codecs, packages/libjpeg-turbo-8bit/src/jslib.cpp).
declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs' {
  interface FrameInfo {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: 8;
    /** 1: grey; 3: red, green, blue. */
    readonly componentCount: 1 | 3;
    readonly isSigned: false;
  }
  interface JPEGEncoder {
    /** Room for the pixels, within the codec's memory: lost when that grows. */
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    setProgressive(progressive: boolean): void;
    setQuality(quality: number): void;
    encode(): void;
    /** The JPEG, within the codec's memory. */
    getEncodedBuffer(): Uint8Array;
  }
  interface LibJpegTurbo {
    readonly JPEGEncoder: new () => JPEGEncoder;
  }
  const start: (options: { readonly wasmBinary: Uint8Array }) => Promise<LibJpegTurbo>;
  export = start;
}
