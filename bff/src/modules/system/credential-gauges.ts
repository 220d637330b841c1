import { defineGauges, type GaugeGroup } from '../../metrics/gauge-group';
import type { CredentialExpiry } from './credential-watch';

const DAY_MS = 86_400_000;

export interface CredentialGaugesDependencies {
  readonly credentials: () => readonly CredentialExpiry[];
  readonly now: () => Date;
}

export const credentialGauges = ({ credentials, now }: CredentialGaugesDependencies): GaugeGroup =>
  defineGauges({
    source: 'credentials',
    gauges: {
      bff_credential_days_left: {
        help: 'Days until a certificate among the settings ends; negative when it has',
        labels: ['credential'],
      },
    },
    read: () => ({
      bff_credential_days_left: credentials().map(({ name, notAfter }) => ({
        labels: { credential: name },
        value: (notAfter.getTime() - now().getTime()) / DAY_MS,
      })),
    }),
  });
