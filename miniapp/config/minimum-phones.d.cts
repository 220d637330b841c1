export const MINIMUM: { readonly library: string; readonly ios: number };
export const MINIMUM_ENGINES: string[];
