/** The name of a photo that was written again as JPEG. */
export const jpegName = (fileName: string): string => `${fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'photo'}.jpg`;
