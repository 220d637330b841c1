import { useState } from 'react';
import { scanCode } from '../../../platform/scan-code';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';

/** Scanning into a field: a phone that cannot says so at the field, until it is scanned again or typed. */
export function useScan(take: (text: string) => unknown) {
  const [complaint, setComplaint] = useState<string | null>(null);
  return {
    complaint,
    forget: () => setComplaint(null),
    async scan() {
      setComplaint(null);
      const outcome = await scanCode();
      if (outcome === 'failed') {
        setComplaint(TEXT.scanFailed);
      } else if (outcome !== 'cancelled') {
        await take(outcome.text);
      }
    },
  };
}
