import { writeFile } from 'node:fs/promises';
import { contractInWords } from '../../bff/src/adapters/contract-maker/contract-words';
import {
  buildContractTemplate,
  createContractRenderer,
  hashOfDetails,
  prepareInk,
  signingKeyOfPem,
} from '../../bff/src/contract-pdf';
import { drawSampleSignature } from './draw-sample-signature';
import { ensureTrialCertificateAuthority } from './ensure-trial-certificate-authority';
import { SAMPLE_CONTRACTS } from './sample-contracts';
import { trialContractAuthority } from './trial-contract-authority';

/** `npx tsx scripts/trial-ca/make-sample-contract.ts <out.pdf> [person|legal|agent|longest] [folder of the trial authority]` */
async function main(): Promise<void> {
  const [output = 'sample-contract.pdf', kind = 'agent', folder = '.data/trial-ca'] = process.argv.slice(2);
  const details = SAMPLE_CONTRACTS[kind];
  if (!details) {
    throw new Error(`There is no sample "${kind}", but ${Object.keys(SAMPLE_CONTRACTS).join(', ')}`);
  }
  const now = new Date();
  const organization = trialContractAuthority.name;
  const trial = await ensureTrialCertificateAuthority(folder, { organization, now });
  const renderer = await createContractRenderer({
    template: buildContractTemplate(trialContractAuthority),
    signing: signingKeyOfPem({ certificateChainPem: trial.signerChainPem, privateKeyPem: trial.signerKeyPem }),
  });
  const document = await renderer.render({
    contractNumber: 'HT-DEMO-20261122-0001',
    words: contractInWords(trialContractAuthority, details),
    detailsSha256: hashOfDetails(details),
    signedAt: now,
    sealedAt: now,
    ink: await prepareInk(drawSampleSignature()),
    checkUrl: 'https://ca.example.com/h5/contract-check?n=HT-DEMO-20261122-0001&c=ABCD2345EFGH',
  });
  await writeFile(output, document.pdf);
  console.log(`${output}: ${document.pages} pages, ${document.pdf.length} bytes, SHA-256 ${document.sha256}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
