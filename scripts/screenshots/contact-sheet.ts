import type { TakenShot } from './take-picture';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const figure = ({ shot, files, faults }: TakenShot): string => {
  const pictures = files
    .map((file) => `<a href="${escaped(file)}"><img loading="lazy" src="${escaped(file)}" alt=""></a>`)
    .join('');
  const said = faults.map((fault) => `<li>${escaped(fault)}</li>`).join('');
  const kind = [shot.screen, faults.length > 0 && 'faulty'].filter(Boolean).join(' ');
  return `<figure class="${kind}"><figcaption>${escaped(shot.state.name)} · ${shot.screen}</figcaption><div>${pictures}</div><ul>${said}</ul></figure>`;
};

const STYLE = `
  body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; background: #d5dbe3; color: #1f2a37; }
  section { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  figure { margin: 0; padding: 8px; background: #fff; border-radius: 8px; }
  figure.faulty { outline: 3px solid #c53030; }
  figure div { display: flex; gap: 8px; align-items: flex-start; }
  img { width: 250px; border: 1px solid #e3e8ef; }
  .desk img { width: 720px; }
  .tablet img { width: 512px; }
  ul { margin: 0; padding-left: 20px; color: #c53030; max-width: 500px; }
`;

/** An HTML page with all pictures, page by page; faulty ones are outlined and say what is wrong. */
export function contactSheet(taken: readonly TakenShot[]): string {
  const pages = [...new Set(taken.map(({ shot }) => shot.page.page))];
  const sections = pages.map((page) => {
    const ofPage = taken.filter(({ shot }) => shot.page.page === page);
    return `<h2 id="${page}">${page} (${ofPage.length})</h2><section>${ofPage.map(figure).join('\n')}</section>`;
  });
  const links = pages.map((page) => `<a href="#${page}">${page}</a>`).join(' · ');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Screenshots</title><style>${STYLE}</style>
<h1>${taken.length} states</h1><nav>${links}</nav>${sections.join('\n')}</html>`;
}
