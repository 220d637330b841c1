import ts from 'typescript';
import { taroComponents, weappViews } from './accessible-attributes';

/** What Taro's runtime makes by itself: each page is a view, and plain text stands in a text. */
const MADE_BY_TARO = ['View', 'Text', 'Image'];

/** Taro's components that some page of the mini-program draws. */
export function componentsInUse(sourceRoot: string): ReadonlySet<string> {
  const drawn = weappViews(sourceRoot).flatMap(({ file, text }) => [
    ...taroComponents(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)).values(),
  ]);
  return new Set([...MADE_BY_TARO, ...drawn]);
}
