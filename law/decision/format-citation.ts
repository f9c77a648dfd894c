import { instrumentOf } from '../instruments/instruments.ts';
import type { Citation } from './citation.ts';

const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

/** `16_2_2` → the trunk 16 and its branches 2, 2. */
function branchesOf(value: string): readonly number[] {
  const numbers = value.split('_').map(Number);
  if (numbers.some((n) => !Number.isInteger(n) || n < 1)) throw new Error(`not a number of a provision: ${value}`);
  return numbers;
}

const numbered = (unit: string) => (value: string) => {
  const [trunk, ...branches] = branchesOf(value);
  return `第${trunk}${unit}${branches.map((n) => `の${n}`).join('')}`;
};

const parenthesised = (value: string) => `(${branchesOf(value).join('の')})`;

const katakana = (value: string) => {
  const [position = 0] = branchesOf(value);
  const letter = IROHA[position - 1];
  if (letter === undefined) throw new Error(`no letter for subitem ${value}`);
  return letter;
};

const divisions: Readonly<Record<string, (value: string) => string>> = {
  a: numbered('条'),
  p: numbered('項'),
  i: numbered('号'),
  si1: katakana,
  si2: parenthesised,
  si3: parenthesised,
  c: numbered('章'),
  /** 第10 of a 通知: a heading with a bare number. */
  n: numbered(''),
  /** 記の 4, (2), イ of a guideline. */
  g: (value) => branchesOf(value).join('の'),
};

/** Parts that stand for themselves, without a number. */
const whole: Readonly<Record<string, string>> = { suppl: '附則', tbl: '別表', proviso: 'ただし書' };

/**
 * A path as it is read aloud: `a=16_2_2/p=1/i=1/si1=1/si2=1` → 第16条の2の2第1項第1号イ(1).
 * A table may carry its number (`tbl=1` → 別表第1).
 * @throws Error on a division that is not known.
 */
export function formatPlace(path: string): string {
  if (path === '') return '';
  return path
    .split('/')
    .map((part) => {
      const [name = '', value] = part.split('=');
      const alone = whole[name];
      if (alone !== undefined) return value === undefined ? alone : `${alone}${numbered('')(value)}`;
      const division = divisions[name];
      if (division === undefined || value === undefined) throw new Error(`unknown division of a text: ${part}`);
      return division(value);
    })
    .join('');
}

/** Short title and place: 人事院規則15―14 第16条の2の2第1項第1号イ(1). A text that is not registered is named by its id. */
export function formatCitation(citation: Citation): string {
  const title = instrumentOf(citation.instrument)?.short ?? citation.instrument;
  const place = formatPlace(citation.path);
  return place === '' ? title : `${title} ${place}`;
}
