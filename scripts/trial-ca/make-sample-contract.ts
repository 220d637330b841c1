import { writeFile } from 'node:fs/promises';
import { buildContractTemplate, createContractRenderer, prepareInk } from '../../bff/src/contract-pdf';
import { drawSampleSignature } from './draw-sample-signature';
import { ensureTrialCertificateAuthority } from './ensure-trial-certificate-authority';
import { trialContractAuthority } from './trial-contract-authority';

/** `npx tsx scripts/trial-ca/make-sample-contract.ts <out.pdf> [folder of the trial authority]` */
async function main(): Promise<void> {
  const [output = 'sample-contract.pdf', folder = '.data/trial-ca'] = process.argv.slice(2);
  const now = new Date();
  const organization = trialContractAuthority.name;
  const trial = await ensureTrialCertificateAuthority(folder, { organization, now });
  const renderer = await createContractRenderer({
    template: buildContractTemplate(trialContractAuthority),
    signing: { certificateChainPem: trial.signerChainPem, privateKeyPem: trial.signerKeyPem },
  });
  const document = await renderer.render({
    contractNumber: 'HT-DEMO-20261122-0001',
    projectName: '示例省政府采购云平台',
    terms: { certificateKind: '单位证书', validityMonths: 12, feeFen: 26_000 },
    signedAt: now,
    sealedAt: now,
    applicant: {
      name: '张伟',
      idNumber: '11010519491231002X',
      phone: '13800138000',
      unitName: '示例市蓝天办公用品有限公司',
      unifiedSocialCreditCode: '91350100M000100Y43',
    },
    ink: await prepareInk(drawSampleSignature()),
  });
  await writeFile(output, document.pdf);
  console.log(`${output}: ${document.pages} pages, ${document.pdf.length} bytes, SHA-256 ${document.sha256}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
