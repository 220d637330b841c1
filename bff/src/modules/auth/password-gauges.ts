import { defineGauges } from '../../metrics/gauge-group';
import { passwordHashLoad } from './password-hash';

export const passwordGauges = defineGauges({
  source: 'passwords',
  gauges: {
    bff_password_hashes_running: { help: 'Passwords that are being hashed' },
    bff_password_hashes_waiting: {
      help: 'Passwords that wait for their turn; above 64 a sign-in is told to come back',
    },
  },
  read: () => {
    const { running, waiting } = passwordHashLoad();
    return { bff_password_hashes_running: [{ value: running }], bff_password_hashes_waiting: [{ value: waiting }] };
  },
});
