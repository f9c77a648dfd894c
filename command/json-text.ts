import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Words } from './language.ts';
import type { Complaint } from './refusal.ts';

type Place = { readonly line: number; readonly column: number };

const defects: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  InvalidSymbol: ['使えない文字があります', 'a character is not allowed here'],
  InvalidNumberFormat: ['数として読めません', 'this is not a number'],
  PropertyNameExpected: ['項目の名前(引用符で囲む)が必要です', 'a member name in quotation marks is needed'],
  ValueExpected: ['値が必要です', 'a value is needed'],
  ColonExpected: ['項目の名前の後に「:」が必要です', 'a colon is needed after the name'],
  CommaExpected: ['「,」が必要です', 'a comma is needed'],
  CloseBraceExpected: ['「}」が必要です', 'a closing brace is needed'],
  CloseBracketExpected: ['「]」が必要です', 'a closing bracket is needed'],
  EndOfFileExpected: ['終わりの後に余分な文字があります', 'there is more after the end'],
  InvalidCommentToken: ['注釈(// や /* */)は使えません', 'comments are not allowed'],
  UnexpectedEndOfComment: ['注釈は使えません', 'comments are not allowed'],
  UnexpectedEndOfString: ['引用符が閉じていません', 'a text is not closed'],
  UnexpectedEndOfNumber: ['数が途中で終わっています', 'a number is not complete'],
  InvalidUnicode: ['\\u の書き方が違います', '\\u is not written rightly'],
  InvalidEscapeCharacter: ['「\\」の後の文字が違います', 'the character after \\ is not allowed'],
  InvalidCharacter: ['使えない文字(制御文字など)があります', 'a control character is not allowed'],
};

const placed = (
  name: Words,
  { line, column }: Place,
  [ja, en]: readonly [string, string],
  cure: Complaint['cure'],
): Complaint => ({
  why: {
    ja: `${name.ja}の${line}行目の${column}文字目: ${ja}。`,
    en: `${name.en}, line ${line}, column ${column}: ${en}.`,
  },
  ...(cure === undefined ? {} : { cure }),
});

/** Where a text is no JSON, first place only; where a member is written twice in one object, every place. Empty = neither. */
export function jsonDefects(text: string, name: Words): readonly Complaint[] {
  const found: Complaint[] = [];
  let broken: Complaint | null = null;
  const open: Map<string, number>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => {
        open.push(new Map());
      },
      onObjectEnd: () => {
        open.pop();
      },
      onObjectProperty: (key, _offset, _length, startLine, startCharacter) => {
        const seen = open.at(-1);
        const before = seen?.get(key);
        if (before === undefined) seen?.set(key, startLine + 1);
        else
          found.push(
            placed(
              name,
              { line: startLine + 1, column: startCharacter + 1 },
              [`同じ項目「${key}」が${before}行目にもあります`, `"${key}" is also on line ${before}`],
              { ja: 'どちらかを取り除いてください。', en: 'Remove one of them.' },
            ),
          );
      },
      onError: (code: ParseErrorCode, _offset, _length, startLine, startCharacter) => {
        const words = defects[printParseErrorCode(code)] ?? ['JSON として読めません', 'this is not JSON'];
        broken ??= placed(
          name,
          { line: startLine + 1, column: startCharacter + 1 },
          [`JSON として読めません: ${words[0]}`, words[1]],
          {
            ja: '括弧、引用符、コンマを確かめてください。',
            en: 'Check brackets, quotation marks and commas.',
          },
        );
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return broken === null ? found : [broken];
}
