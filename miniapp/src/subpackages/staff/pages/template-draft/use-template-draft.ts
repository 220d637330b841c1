import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { redirectTo } from '../../../../platform/navigation';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import {
  type ArticleForm,
  addArticle,
  changeArticle,
  contentOf,
  type DraftForm,
  formOf,
  moveArticle,
  removeArticle,
} from './draft-form';

/** The draft; where there is none, the current version to begin one with. */
async function loadStart() {
  const { items, placeholders } = await call(endpoints.contractTemplates.listTemplates);
  const start = items.find(({ state }) => state === 'draft') ?? items.find(({ state }) => state === 'current');
  const template = await call(endpoints.contractTemplates.readTemplate, {
    params: { contractTemplateId: start?.id ?? '' },
  });
  return { template, placeholders };
}

/** The draft as it is typed. It is loaded once: what was typed is not written over by coming back to the page. */
export function useTemplateDraft() {
  const load = useLoad(loadStart, '', { onShow: false });
  const start = load.data?.template ?? null;
  const [typed, setTyped] = useState<DraftForm | null>(null);
  const form = typed ?? (start && formOf(start.content));
  const isNew = start !== null && start.state !== 'draft';

  const change = (changed: Partial<DraftForm>) => form && setTyped({ ...form, ...changed });
  const changeArticles = (to: (articles: DraftForm['articles']) => DraftForm['articles']) =>
    form && change({ articles: to(form.articles) });

  const save = useAction(async () => {
    if (!form || !start) {
      return;
    }
    const body = { revision: isNew ? null : start.revision, content: contentOf(form) };
    const saved = await call(endpoints.contractTemplates.saveDraft, { body });
    say(TEXT.saved);
    await redirectTo('staffTemplate', { templateId: saved.id });
  });

  const remove = async ({ key, heading, text }: ArticleForm) => {
    const question = { title: TEXT.removeTitle, text: TEXT.removeText(heading), confirm: TEXT.remove };
    if (text === '' || (await ask({ ...question, dangerous: true }))) {
      changeArticles((articles) => removeArticle(articles, key));
    }
  };

  return {
    load,
    form,
    basedOn: isNew ? start.version : null,
    placeholders: load.data?.placeholders ?? [],
    change,
    articles: {
      change: (key: number, changed: Partial<ArticleForm>) =>
        changeArticles((articles) => changeArticle(articles, key, changed)),
      move: (key: number, by: -1 | 1) => changeArticles((articles) => moveArticle(articles, key, by)),
      add: () => changeArticles(addArticle),
      remove: (article: ArticleForm) => void remove(article),
    },
    save,
  };
}
export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
