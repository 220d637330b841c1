import { endpoints } from '@acceptance/shared';
import { useEffect } from 'react';
import { useDownloaded } from '../../../features/use-downloaded';
import { forgetFile } from '../platform/forget-file';

/** A picture of an order as a path for `Image`; let go of when it is no longer shown. Each download is recorded as a look. */
export function useOrderFile(orderId: string, fileId: string | null) {
  const file = useDownloaded(endpoints.staff.readOrderFile, fileId ? { params: { orderId, fileId } } : null);
  const path = file.data;
  useEffect(() => (path ? () => forgetFile(path) : undefined), [path]);
  return file;
}
