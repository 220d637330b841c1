/** A path for `saveFile`: in a browser the bytes stay in memory. */
export const bytesToFile = async (bytes: Uint8Array<ArrayBuffer>, _name: string, mediaType: string): Promise<string> =>
  URL.createObjectURL(new Blob([bytes], { type: mediaType }));
