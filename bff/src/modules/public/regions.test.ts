import { applicationFormSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { REGIONS } from './regions';

const cityOf = (province: string, city: string) =>
  REGIONS.find(({ name }) => name === province)?.cities.find(({ name }) => name === city);

describe('the regions', () => {
  it('are all provinces, with cities and districts in each', () => {
    expect(REGIONS).toHaveLength(34);
    const empty = REGIONS.filter(
      ({ cities }) => cities.length === 0 || cities.some((city) => city.districts.length === 0),
    );
    expect(empty).toEqual([]);
    expect(REGIONS.flatMap(({ cities }) => cities.flatMap((city) => city.districts)).length).toBeGreaterThan(2900);
  });

  it('have cities that are provinces, cities without districts and districts without a city as people write them', () => {
    expect(cityOf('北京市', '北京市')?.districts).toContain('海淀区');
    expect(cityOf('重庆市', '重庆市')?.districts).toEqual(expect.arrayContaining(['渝中区', '城口县']));
    expect(cityOf('广东省', '东莞市')?.districts).toEqual(['东莞市']);
    expect(cityOf('湖北省', '仙桃市')?.districts).toEqual(['仙桃市']);
    expect(cityOf('内蒙古自治区', '呼和浩特市')?.districts).toContain('新城区');
    expect(cityOf('甘肃省', '嘉峪关市')?.districts).toEqual(['嘉峪关市']);
    const names = REGIONS.flatMap(({ cities }) => cities.flatMap((city) => [city.name, ...city.districts]));
    expect(names.filter((name) => /直辖县级|市辖区/.test(name))).toEqual([]);
  });

  it('are each told apart by their name, and fit into the form', () => {
    const { options } = applicationFormSchema.entries.delivery;
    const courier = options.find(({ entries }) => 'province' in entries)!;
    const names = REGIONS.flatMap(({ name, cities }) => cities.map((city) => `${name} ${city.name}`));
    expect(new Set(names).size).toBe(names.length);
    const parts = REGIONS.flatMap(({ name, cities }) =>
      cities.flatMap((city) => city.districts.map((district) => ({ province: name, city: city.name, district }))),
    );
    const address = { way: 'courier', courier: 'EMS', receiver: '张伟', phone: '13812341234', street: '测试路 2 号' };
    expect(parts.filter((part) => !v.safeParse(courier, { ...address, ...part }).success)).toEqual([]);
  });
});
