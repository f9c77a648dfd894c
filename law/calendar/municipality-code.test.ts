import { describe, expect, it } from 'vitest';
import { checkDigitOf, isAssignableCode, isMunicipalityCode } from './municipality-code.ts';

const assigned = [
  ['010006', '北海道'],
  ['011002', '札幌市'],
  ['041009', '仙台市'],
  ['090000', '栃木県'],
  ['330001', '岡山県'],
  ['131016', '千代田区'],
  ['131202', '練馬区'],
  ['141011', '横浜市鶴見区'],
  ['142166', '座間市'],
  ['152048', '三条市'],
  ['162108', '南砺市'],
  ['232017', '豊橋市'],
  ['302082', '紀の川市'],
  ['373222', '土庄町'],
  ['382051', '新居浜市'],
  ['402257', 'うきは市'],
  ['452025', '都城市'],
  ['470007', '沖縄県'],
] as const;

describe('全国地方公共団体コード', () => {
  it.each(assigned)('%s %s', (code) => {
    expect(checkDigitOf(code.slice(0, 5))).toBe(code[5]);
    expect([isMunicipalityCode(code), isAssignableCode(code)]).toEqual([true, true]);
  });

  it('another last digit is none', () => {
    for (const [code] of assigned) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const other = code.slice(0, 5) + digit;
        expect(isMunicipalityCode(other), other).toBe(other === code);
        expect(isAssignableCode(other), other).toBe(other === code);
      }
    }
  });

  it.each(['', '01000', '0100066', '01000６', '01000a', 'a010006', ' 010006', '010006x'])('%j is no code', (text) =>
    expect(isMunicipalityCode(text)).toBe(false),
  );
  it.each(['', '0100', '010006', '0100a', 'x01000'])('%j has no check digit', (body) =>
    expect(checkDigitOf(body)).toBeUndefined(),
  );

  it.each(['00', '48', '50', '99'])('prefecture %s is never assigned, and may serve a fictional city', (prefecture) => {
    const body = `${prefecture}201`;
    const code = body + checkDigitOf(body);
    expect([isMunicipalityCode(code), isAssignableCode(code)]).toEqual([true, false]);
  });
});
