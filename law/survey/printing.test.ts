import { describe, expect, it } from 'vitest';
import { absent, counted, difference, published } from './measured.ts';
import { type PrintStyle, printed, type Signs, tenthsText, withCommas } from './printing.ts';
import { withYears } from './year-labels.ts';

const signs: Signs = { minus: '▲ ', ofNothing: '－', yes: '○', no: '×' };

describe('printed figures', () => {
  it.each<[PrintStyle, number, string]>([
    ['count', 12_693_257, '12,693,257'],
    ['people', 999, '999人'],
    ['bodies', 1788, '1,788団体'],
    ['formerBodies', 690, '(690団体)'],
    ['countChange', -28_877, '▲ 28,877'],
    ['countChange', 0, '0'],
    ['peopleChange', -25, '▲ 25人'],
    ['peopleChange', 0, '0人'],
  ])('%s %i: %s', (style, value, text) => expect(printed(difference(value), style, signs)).toBe(text));

  it.each<[PrintStyle, number, string]>([
    ['share', 0, '0.0%'],
    ['bracketedShare', 1000, '(100.0%)'],
    ['pointChange', 0, '0.0'],
    ['pointChange', -1, '▲ 0.1%'],
    ['pointChange', 51, '5.1%'],
    ['tenths', 1496, '149.6'],
    ['tenths', 12_345_678, '1,234,567.8'],
    ['formerTenths', 118, '(11.8)'],
    ['tenthsChange', -11, '▲ 1.1'],
    ['tenthsChange', 0, '0.0'],
  ])('%s %i tenths: %s', (style, value, text) => expect(printed(published(value), style, signs)).toBe(text));

  it('an absent figure is empty, a share of nothing a dash, an answer a sign', () => {
    expect(printed(absent, 'share', signs)).toBe('');
    expect(printed({ kind: 'ofNothing' }, 'share', signs)).toBe('－');
    expect(printed({ kind: 'answer', value: true }, 'answer', signs)).toBe('○');
    expect(printed({ kind: 'answer', value: false }, 'answer', signs)).toBe('×');
    expect(printed({ kind: 'text', value: '2(3)' }, 'text', signs)).toBe('2(3)');
    expect(printed(counted(0, ''), 'people', signs)).toBe('0人');
  });

  it('digits', () => {
    expect([0, 999, 1000, 999_999, 1_000_000].map(withCommas)).toEqual(['0', '999', '1,000', '999,999', '1,000,000']);
    expect([0, 9, 10, 10_005].map(tenthsText)).toEqual(['0.0', '0.9', '1.0', '1,000.5']);
  });
});

describe('years of a heading', () => {
  it.each([
    [2022, '令和4年度 令和3年度 令和2年度 令和5年度 R3→R4 令和5年4月1日 令和4年'],
    [2019, '令和元年度 平成30年度 平成29年度 令和2年度 H30→R1 令和2年4月1日 令和元年'],
  ])('%i', (year, text) => {
    expect(withYears('{now} {before} {twoBefore} {next} {span} {date} {calendarYear}', year)).toBe(text);
  });

  it('leaves everything else', () => expect(withYears('(注1){other} 令和4年度', 2026)).toBe('(注1){other} 令和4年度'));
});
