import { describe, expect, it } from 'vitest';
import { instrumentOf, instruments } from './instruments.ts';

describe('registered texts', () => {
  it('are found by their id', () => expect(instrumentOf('holidays-act')?.short).toBe('祝日法'));
  it('a text of a municipality is not among them', () =>
    expect(instrumentOf('kisaragi-city-ordinance-12')).toBeUndefined());
  it.each(Object.entries(instruments))('%s has a title and a short one', (_, { title, short }) => {
    expect(title).not.toBe('');
    expect(short).not.toBe('');
    expect(short.length).toBeLessThanOrEqual(title.length);
  });
  it('have titles of their own', () => {
    const titles = Object.values(instruments).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
