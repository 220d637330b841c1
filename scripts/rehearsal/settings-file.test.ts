import { fillSettingsFile, readSettingsFile } from './settings-file';

const example = '# port (has a default)\nPORT=3000\n\n# hours\nPICK_UP_HOURS=\n';

describe('a file of settings', () => {
  it('is filled in where its lines are; the rest stays as it stands', () => {
    const text = fillSettingsFile(example, { PICK_UP_HOURS: '工作日 9:00–12:00' });
    expect(text).toBe('# port (has a default)\nPORT=3000\n\n# hours\nPICK_UP_HOURS=工作日 9:00–12:00\n');
    expect(readSettingsFile(text)).toEqual({ PORT: '3000', PICK_UP_HOURS: '工作日 9:00–12:00' });
    expect(readSettingsFile('KEY=a=b==')).toEqual({ KEY: 'a=b==' });
  });

  it('has a line for each setting that an operator may want', () => {
    expect(() => fillSettingsFile(example, { PORT: '1', NOT_TOLD_OF: 'x' })).toThrow('no line for NOT_TOLD_OF');
  });
});
