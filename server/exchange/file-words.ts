import type { RefusalWords } from '../access/refusal.ts';
import type { Encoding, UnreadableFile } from './decode.ts';
import type { UnreadableHeader } from './intake.ts';
import { sentenceOf } from './wording.ts';

const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  cp932: 'CP932(Shift_JIS)',
  'utf-16le': 'UTF-16(Unicode テキスト)',
  'utf-16be': 'UTF-16(Unicode テキスト)',
};

/** What is said of a file that cannot be read as a whole: why, and then what to do. */
export function fileWords({ code, named, found }: UnreadableFile): RefusalWords {
  if (code === 'import.file.empty') {
    return {
      title: 'ファイルが空です',
      detail: 'ファイルに1文字もありません。項目名の行と、1行以上の内容があるファイルを選んでください。',
    };
  }
  if (code === 'import.file.binary') {
    return {
      title: 'CSVのファイルではありません',
      detail: '文字ではないデータが入っています。表計算のファイルは、CSVで保存してから取り込んでください。',
    };
  }
  if (named !== undefined && found !== undefined) {
    return {
      title: '文字コードが違います',
      detail: `${encodingNames[named]} ではなく ${encodingNames[found]} のファイルです。文字コードの指定を「自動」(auto)に変えてください。`,
    };
  }
  return {
    title: '文字コードが分かりません',
    detail: 'UTF-8 としても CP932(Shift_JIS)としても読めない文字があります。CSV(UTF-8)で保存し直してください。',
  };
}

/** What is said when the line of the column names cannot be read. */
export function headerWords({ code, line }: UnreadableHeader): RefusalWords {
  const { message, cure } = sentenceOf({ code, field: '行', line }, 'saga');
  return {
    title: '項目名の行を読めません',
    detail: `項目名の行(${line}行目)は、${message}。次のように直してください: ${cure}。`,
  };
}
