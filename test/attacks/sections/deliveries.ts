import { attack, type Section, tests } from '../attack';

const PARCELS = 'test/integration/deliveries-parcels.test.ts';
const DELIVERIES = 'test/integration/deliveries.test.ts';
const DESK = 'test/integration/deliveries-desk.test.ts';

export const deliveries: Section = {
  title: '7. A UKey on its way',
  attacks: [
    attack(
      'deliveries.forged-notice',
      'somebody says in the courier’s name where a parcel is, or says it of another parcel',
      tests(PARCELS, 'what a courier says › is refused when somebody else says it, or says it of another parcel'),
    ),
    attack(
      'deliveries.late-notice',
      'what a courier says comes late, again, out of order or several times at once',
      tests(
        PARCELS,
        'what a courier says › late, again and out of order changes nothing that is known already',
        'what a courier says › several times at once is written once',
      ),
    ),
    attack(
      'deliveries.one-number-for-two',
      'two orders get one tracking number, or one order two parcels at once',
      tests(
        DELIVERIES,
        'a parcel › has a number that no other order has, also when both are entered at once',
        'a parcel › is sent once when two clerks enter it at the same time',
      ),
      tests(DESK, 'a file of numbers › cannot give two orders one number'),
    ),
    attack(
      'deliveries.lost',
      'a parcel is lost, and whoever finds it has a token that is valid',
      tests(
        PARCELS,
        'a lost parcel › puts its certificate on hold at once, is a task, and gives it back when it is found',
        'a lost parcel › that is found does not release a certificate that was suspended for another reason',
      ),
    ),
    attack(
      'deliveries.unfit',
      'a token is sent that was never read back, or whose certificate is on hold or revoked',
      tests(
        DELIVERIES,
        'a parcel › is not sent before the certificate was read back from the UKey',
        'a parcel › is not sent while its certificate is suspended, nor after it was revoked',
      ),
    ),
    attack(
      'deliveries.foreign-voucher',
      'somebody fetches the token of another order, or it is handed over twice',
      tests(
        DESK,
        'what is fetched › stays at the desk with the code of another order, and while its certificate is on hold',
        'what is fetched › is handed over once when two clerks do it at the same time',
      ),
    ),
    attack(
      'deliveries.spreadsheet-formula',
      'a name in the list of labels is run as a formula by a spreadsheet',
      tests(
        DESK,
        'the list of what waits to be sent › has the labels of all that may go, and no formula that a spreadsheet would run',
      ),
    ),
  ],
  awaited: [],
};
