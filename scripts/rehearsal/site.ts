import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillTemplate } from '../nginx/fill-template';
import { type RunningNginx, runNginx } from '../nginx/run-nginx';
import { BFF_PORTS, SERVICE_ADDRESS, SERVICE_HOST } from './places';
import { tlsFiles } from './tls';

/** nginx with the site of scripts/deploy, before both processes of the BFF. */
export function startSite(root: string, folder: string): Promise<RunningNginx> {
  const nginx = join(root, 'scripts/deploy/nginx');
  const { certificate, key } = tlsFiles(folder);
  const site = fillTemplate(readFileSync(join(nginx, 'site.conf.template'), 'utf8'), {
    SERVER_NAME: SERVICE_HOST,
    BFF_SERVERS: BFF_PORTS.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join(' '),
    HTTP_PORT: `${SERVICE_ADDRESS}:80`,
    HTTPS_PORT: `${SERVICE_ADDRESS}:443`,
    TLS_CERTIFICATE: certificate,
    TLS_KEY: key,
    SNIPPETS: nginx,
    H5_FOLDER: join(root, 'miniapp/dist/h5'),
  });
  return runNginx(`include /etc/nginx/mime.types;\n${site}`, [80, 443]);
}
