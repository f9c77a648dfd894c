const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

/** `16_2_2` → 16条の2の2: the first number takes the unit, branches follow with の. */
function branched(number: string, before: string, unit: string): string {
  const [main = '', ...branches] = number.split('_');
  return `${before}${main}${unit}${branches.map((branch) => `の${branch}`).join('')}`;
}

function part(segment: string): string {
  const [level, number = ''] = segment.split('=');
  switch (level) {
    case 'a':
      return branched(number, '第', '条');
    case 'p':
      return branched(number, '第', '項');
    case 'i':
      return branched(number, '第', '号');
    case 'si1':
      return IROHA[Number(number) - 1] ?? segment;
    case 'si2':
      return `(${number})`;
    case 'sp':
      return '附則';
    case 'at':
      return branched(number, '別表第', '');
    default:
      return segment;
  }
}

/**
 * Writes the path of a citation as it is read: `a=16_2_2/p=1/i=1/si1=1/si2=1` → 第16条の2の2第1項第1号イ(1).
 * Levels: a 条, p 項, i 号, si1 イロハ, si2 (1), sp 附則, at 別表. Other segments (`4(2)ウ` of a guideline) stand as they are.
 */
export function placeOf(path: string): string {
  return path === '' ? '' : path.split('/').map(part).join('');
}
