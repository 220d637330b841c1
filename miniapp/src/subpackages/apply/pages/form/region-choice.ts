import { type ApplicationFormDraft, type Region, readField } from '@acceptance/shared';
import { REGION_FIELDS } from './region-field-props';

/** Province, city and district, as far as they are chosen. */
export type RegionNames = readonly [province: string, city: string, district: string];

export const namesIn = (draft: ApplicationFormDraft): RegionNames => {
  const [province, city, district] = REGION_FIELDS.map((field) => readField(draft, field));
  return [province ?? '', city ?? '', district ?? ''];
};

/** What there is to choose from in each, after what is chosen before it. */
export function choicesOf(regions: readonly Region[], [province, city]: RegionNames): readonly (readonly string[])[] {
  const cities = regions.find(({ name }) => name === province)?.cities ?? [];
  const districts = cities.find(({ name }) => name === city)?.districts ?? [];
  return [regions.map(({ name }) => name), cities.map(({ name }) => name), districts];
}

/** Whether the names are of the list, as far as they are given; others were typed. */
export const isListed = (regions: readonly Region[], names: RegionNames): boolean =>
  choicesOf(regions, names).every((choices, level) => names[level] === '' || choices.includes(names[level] ?? ''));

const onlyOne = (choices: readonly string[] | undefined): string => (choices?.length === 1 ? (choices[0] ?? '') : '');

/** The names after one was chosen: what belongs to another place is given up, and where there is one choice it is made. */
export function chooseName(regions: readonly Region[], names: RegionNames, level: number, name: string): RegionNames {
  const province = level === 0 ? name : names[0];
  const cities = choicesOf(regions, [province, '', ''])[1];
  const city = level === 1 ? name : level === 0 ? onlyOne(cities) : names[1];
  const districts = choicesOf(regions, [province, city, ''])[2];
  return [province, city, level === 2 ? name : onlyOne(districts)];
}

/** The same by positions, as WeChat's three columns turn: each always stands on something. */
export function turnedTo(regions: readonly Region[], columns: readonly number[]): RegionNames {
  const province = regions[columns[0] ?? 0] ?? regions[0];
  const city = province?.cities[columns[1] ?? 0] ?? province?.cities[0];
  return [province?.name ?? '', city?.name ?? '', city?.districts[columns[2] ?? 0] ?? city?.districts[0] ?? ''];
}

/** Where the three columns stand. */
export const columnsOf = (regions: readonly Region[], names: RegionNames): number[] =>
  choicesOf(regions, names).map((choices, level) => Math.max(0, choices.indexOf(names[level] ?? '')));
