import type { DeclarationDefect } from '@tokimori/law/record-keeping/clipped/judge-clipped';
import type { DayDefect } from '@tokimori/law/record-keeping/discrepancy/judge-discrepancy';
import type { SettlementDefect } from '@tokimori/law/record-keeping/discrepancy/settle';
import type { RecordingDefect } from '@tokimori/law/record-keeping/recording-method/judge-recording';
import type { RetentionDefect } from '@tokimori/law/record-keeping/retention/retention';
import type { LedgerDefect } from '@tokimori/law/record-keeping/wage-ledger/judge-ledger';

/** Why and what to do, in both languages. */
type Sentence = readonly [ja: readonly [string, string], en: readonly [string, string]];
type Sentences<Defect extends string> = Readonly<Record<Defect, Sentence>>;

export const retentionDefects: Sentences<RetentionDefect> = {
  notInForce: [
    [
      '問う日(asOf)には、この記録の保存の定めがまだありません。',
      '定めが施行された日か、それより後の日を書いてください。',
    ],
    ['No rule on keeping this record was in force on asOf.', 'Give a day on which it was.'],
  ],
  startAhead: [
    [
      '起算の日が問う日(asOf)より後です。',
      'まだ来ていなければ null を書いてください。退職と期間の満了だけは先の日を書けます。',
    ],
    ['The start lies after asOf.', 'Write null if it has not come; only separations and ends of terms may lie ahead.'],
  ],
  noPayDay: [
    ['この種類の記録には賃金の支払期日がありません。', 'payDay を取り除いてください。'],
    ['No pay day belongs to this kind of record.', 'Remove payDay.'],
  ],
  noTerm: [
    ['保存期間が1年以上の整数の年数ではありません。', 'rules の年数を 1 以上の整数で書いてください。'],
    ['The term is no whole number of years.', 'Give 1 year or more in rules.'],
  ],
};

export const ledgerDefects: Sentences<LedgerDefect> = {
  periodReversed: [
    ['賃金計算期間の終わりが始まりより前です。', '始まりと終わりの日を確かめてください。'],
    ['The period ends before it begins.', 'Check both days.'],
  ],
  notInForce: [
    ['賃金台帳の定めより前の期間です。', '1947年11月1日以後の期間を書いてください。'],
    ['The period is older than the law.', 'Give a period since 1947-11-01.'],
  ],
  notAnAmount: [
    ['日数・額が 0 以上の整数ではありません。', '0 以上の整数で書いてください。'],
    ['A number of days or an amount is not a whole number.', 'Give whole numbers from 0.'],
  ],
};

export const dayDefects: Sentences<DayDefect> = {
  notInForce: [
    ['把握ガイドラインより前の日です。', '2017年1月20日以後の日を書いてください。'],
    ['The day is before the guideline.', 'Give a day since 2017-01-20.'],
  ],
  shownTooEarly: [
    ['本人へ表示した日が、その日より前です。', 'shownOn に、その日以後の日を書いてください。'],
    ['shownOn is before the day itself.', 'Give the day itself or a later one.'],
  ],
  sourceTwice: [
    ['同じ種類の記録が2回あります。', '1つの種類の在庁は1つの stays にまとめてください。'],
    ['A source is given twice.', 'Put all stays of a source together.'],
  ],
  noSpan: [
    [
      '終わりが始まりより後でないか、48:00 を過ぎる時間帯があります。',
      '翌日に入る時刻は 26:10 のように書いてください。',
    ],
    ['A span does not end after it begins, or passes 48:00.', 'Write times past midnight as 26:10.'],
  ],
  staysOutOfOrder: [
    ['在庁が時刻の順でないか、重なっています。', '早い順に、重ならないように書いてください。'],
    ['Stays overlap or are not in order.', 'Give them from early to late, apart from each other.'],
  ],
  notALength: [
    ['命令の時間数が読めません。', '0:00 以上の h:mm で書いてください。'],
    ['The length of an order is not a duration.', 'Write h:mm.'],
  ],
  rules: [
    ['突合の定め(rules)が成り立ちません。', '記録の順に同じものを2回書かず、日数は 0 以上にしてください。'],
    ['The rules make no sense.', 'Name each source once; give days from 0.'],
  ],
};

export const settlementDefects: Sentences<SettlementDefect> = {
  answerOutOfTime: [
    ['本人の答えの日が、表示より前か、問う日(asOf)より後です。', '答えの日を確かめてください。'],
    ['The answer is before it was shown, or after asOf.', 'Check its day.'],
  ],
  findingOutOfTime: [
    ['確認の日が、答えか表示より前か、問う日(asOf)より後です。', '確認の日を確かめてください。'],
    ['The finding is before the answer, or after asOf.', 'Check its day.'],
  ],
  notAnswered: [
    ['本人の答えがないのに確認されています。', '本人の答えを書くか、調査による確認(investigated)にしてください。'],
    ['It was confirmed before it was answered.', 'Give the answer, or mark the finding as investigated.'],
  ],
  ownWord: [
    ['本人か、代わりに答えた者が自分で確認しています。', '別の者の確認を書いてください。'],
    ['Nobody confirms the own word.', 'Give the finding of another person.'],
  ],
  noSpan: [
    ['勤務の時間帯の終わりが始まりより後でないか、48:00 を過ぎています。', '時刻を確かめてください。'],
    ['The stretch of work does not end after it begins, or passes 48:00.', 'Check the times.'],
  ],
};

export const declarationDefects: Sentences<DeclarationDefect> = {
  monthTwice: [
    ['同じ職員の同じ月が2回あります。', '1人の1か月は1回だけ書いてください。異動した月は1つにまとめます。'],
    ['A month of a person is given twice.', 'Give each month of a person once.'],
  ],
  notInForce: [
    ['上限の定めより前の月です。', '2019年4月以後の月を書いてください。'],
    ['The month is before the caps.', 'Give a month since 2019-04.'],
  ],
  notALength: [
    ['時間数が読めません。', '0:00 以上の h:mm で書いてください。'],
    ['It is not a duration.', 'Write h:mm.'],
  ],
  rules: [
    [
      '調べ方の定め(rules)が成り立ちません。',
      '帯は手前より長く、広がりは切りのよい時間の倍数に、目安は帯より長くしてください。',
    ],
    [
      'The rules make no sense.',
      'Make band longer than within, spread a multiple of roundTo, own limits longer than band.',
    ],
  ],
};

export const recordingDefects: Sentences<RecordingDefect> = {
  departmentTwice: [
    ['同じ所属が2回あります。', '1つの所属は1回だけ書いてください。'],
    ['A department is given twice.', 'Give each department once.'],
  ],
  personTwice: [
    ['1つの所属に同じ者が2回あります。', '1人は1回だけ書いてください。'],
    ['A person is given twice in a department.', 'Give each person once.'],
  ],
  notDays: [
    ['人日が 0 以上の整数ではありません。', '0 以上の整数で書いてください。'],
    ['A number of days is not a whole number.', 'Give whole numbers from 0.'],
  ],
  ahead: [
    ['説明か実態調査の日が、問う日(asOf)より後です。', '行われた日を書いてください。まだなら null です。'],
    ['An explanation or a survey lies after asOf.', 'Give the day on which it was done, or null.'],
  ],
  notInForce: [
    ['問う日(asOf)が把握ガイドラインより前です。', '2017年1月20日以後の日を書いてください。'],
    ['asOf is before the guideline.', 'Give a day since 2017-01-20.'],
  ],
  rules: [
    ['記録の方法の定め(rules)が成り立ちません。', '月数は 1 以上、割合は 0 から 100 の整数にしてください。'],
    ['The rules make no sense.', 'Give months from 1 and a percentage from 0 to 100.'],
  ],
};
