import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTrialCertificateAuthority, ensureTrialTimestampAuthority } from '../../../trial-ca';
import type { TrustMaterial } from '../start-trust';

/** Keys of a trial of its own, valid about a time. Takes some seconds. */
export async function makeTrustMaterial(now: Date): Promise<TrustMaterial & { readonly signerChainPem: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'trust-'));
  try {
    const [authority, stamping] = await Promise.all([
      createTrialCertificateAuthority({ organization: '示例认证（演示）', now }),
      ensureTrialTimestampAuthority(join(folder, 'timestamp'), now),
    ]);
    return { ...authority, ...stamping };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
