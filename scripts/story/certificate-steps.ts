import { endpoints } from '@acceptance/shared';
import { buildCsr, generatePrivateKeyPem, openSigningKeyPem } from '../../bff/src/pki';
import { expectFact, orderOf, type StoryContext } from './story-context';

/** The holder's device makes a key of the first kind that is offered; what it wishes to be called is ignored. */
export async function requestCertificate(context: StoryContext): Promise<void> {
  const { applicant, world } = context;
  const params = { orderId: orderOf(context).id };
  const { stage, algorithms } = await applicant.call(endpoints.certificates.readIssuing, { params });
  expectFact(stage === 'needs-key', 'the key can be made');
  context.keyPem = await generatePrivateKeyPem(algorithms[0] ?? 'sm2');
  const key = openSigningKeyPem(context.keyPem);
  const csr = Buffer.from(await buildCsr(key, [{ type: 'commonName', value: '随便什么人' }])).toString('base64');
  await applicant.call(endpoints.certificates.requestCertificate, { params, body: { csr } });
  await world.settle();
}

export async function receiveCertificate(context: StoryContext): Promise<void> {
  const { applicant, person } = context;
  const params = { orderId: orderOf(context).id };
  const { certificate } = await applicant.call(endpoints.certificates.readIssuing, { params });
  expectFact(certificate?.state === 'issued', 'the certificate is issued');
  expectFact(certificate.name === person.name, 'it names the person whom the contract names');
  context.certificate = certificate;
  context.order = await applicant.call(endpoints.deliveries.confirmReceived, { params });
  expectFact(context.order.status === 'completed', 'the order is completed');
}
