/** What is printed in place of a character that no font of ours has: 〓 (げた), as printers have always done. */
const GETA = '〓';

/** Code points that a TrueType font has a glyph for, read from its `cmap` (formats 4 and 12). */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  const tables = font.readUInt16BE(cmap + 2);
  for (let at = 0; at < tables; at += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, found);
    if (format === 12) readGroups(font, table, found);
  }
  return found;
}

function tableAt(font: Buffer, name: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 0; at < tables; at += 1) {
    const record = 12 + at * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`a font without ${name}`);
}

function readSegments(font: Buffer, table: number, found: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6);
  const at = (array: number, segment: number) => table + 14 + array * doubled + (array > 0 ? 2 : 0) + segment;
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = font.readUInt16BE(at(0, segment));
    const start = font.readUInt16BE(at(1, segment));
    const delta = font.readUInt16BE(at(2, segment));
    const offset = font.readUInt16BE(at(3, segment));
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code : font.readUInt16BE(at(3, segment) + offset + (code - start) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

function readGroups(font: Buffer, table: number, found: Set<number>): void {
  const groups = font.readUInt32BE(table + 12);
  for (let at = 0; at < groups; at += 1) {
    const group = table + 16 + at * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) found.add(code);
  }
}

/** ガ written as カ and a mark, as some machines do, is one letter on paper. */
const MARKED_KANA = /[\u3041-\u30ff][\u3099\u309a]/g;
/** A base letter with what belongs to it and is not seen by itself. */
const UNSEEN = /^[\p{Cc}\p{Cf}]$/u;

/**
 * A text as it can be printed: PDF/A forbids letters without a shape, and one of them would keep a whole batch from being printed. A character
 * that no font has becomes 〓; what is not seen (controls, variation selectors) is left out; a tab is a blank.
 */
export function printable(text: string, has: ReadonlySet<number>): string {
  const plain = text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll('\t', '\u3000');
  const joined = plain.replaceAll(MARKED_KANA, (kana) => kana.normalize('NFC'));
  return [...joined].map((character) => printableCharacter(character, has)).join('');
}

function printableCharacter(character: string, has: ReadonlySet<number>): string {
  if (character === '\n' || has.has(character.codePointAt(0) ?? 0)) return character;
  if (/\p{Variation_Selector}/u.test(character)) return character;
  return UNSEEN.test(character) ? '' : GETA;
}
