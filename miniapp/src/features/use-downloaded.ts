import type { AnyEndpoint, BinaryResponse, ClientInput } from '@acceptance/shared';
import { download } from '../api/download';
import { type Load, useLoad } from './use-load';

/** A binary answer as a path for `Image` or `openPdf`; `input` null waits (there is nothing to show yet). */
export function useDownloaded<E extends AnyEndpoint & { readonly response: BinaryResponse }>(
  endpoint: E,
  input: ClientInput<E> | null,
): Load<string | null> {
  return useLoad(async () => (input ? download(endpoint, input) : null), JSON.stringify(input), { onShow: false });
}
