import { type AgreementDefect, checkAgreement, ImpossibleAgreement } from '@tokimori/law/agreement36/check';
import { capsAgreementOf } from '@tokimori/law/agreement36/maxima';
import { agreementOn, findOverlaps, ImpossibleDay, judgeAgreementDay } from '@tokimori/law/agreement36/register';
import type { Agreement36Rules } from '@tokimori/law/agreement36/rules';
import type { RegisteredAgreement } from '@tokimori/law/agreement36/types';
import { NotInForce } from '@tokimori/law/decision/dated';
import { agreementSentences, registerSentences } from '@tokimori/wording/agreement36';
import { explain } from '@tokimori/wording/explain';
import { toldBy } from '@tokimori/wording/sentence';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import type { Ask } from '../ask.ts';
import { ground, groundsOf, hm, iso } from '../grounds.ts';
import { type AgreementDocument, agreementExample, agreementInput, agreementRules, registeredOf } from './schema.ts';

type Sentence = readonly [ja: readonly [string, string], en: readonly [string, string]];

const defects: Readonly<Record<AgreementDefect, Sentence>> = {
  negative: [
    ['負の値です。', '0 以上の値を書いてください。'],
    ['It is negative.', 'Write a value of 0 or more.'],
  ],
  termReversed: [
    ['有効期間の終わりが始まりより前です。', '始まりと終わりを確かめてください。'],
    ['The term ends before it begins.', 'Check both days.'],
  ],
  filedBeforeConcluded: [
    ['届出の日が協定の成立の日より前です。', '両方の日を確かめてください。'],
    ['It was filed before it was concluded.', 'Check both days.'],
  ],
  endedBeforeTerm: [
    ['協定が終わった日が有効期間の始まりより前です。', '終わった日を確かめてください。'],
    ['It ended before its term began.', 'Check the day on which it ended.'],
  ],
  unknownNumber: [
    ['労働基準法別表第1にない号です。', '1 から 15 の号を書いてください。'],
    ['There is no such number.', 'Write 1 to 15.'],
  ],
  unknownMeasure: [
    ['指針にない措置の番号です。', '1(①)から 10(⑩)の番号を書いてください。'],
    ['There is no such measure.', 'Write 1 (①) to 10 (⑩).'],
  ],
  dayTooLong: [
    ['1日に延長できる時間が 16:00 を超えています。', '24時間から8時間を除いた 16:00 までで書いてください。'],
    ['It is longer than a day without eight hours.', 'Write 16:00 at most.'],
  ],
};

const notYet: Sentence = [
  ['2019年4月1日より前の協定には、いまの上限の定めがありません。', '2019年4月1日以後に始まる協定を書いてください。'],
  ['The maxima were not in force before 2019-04-01.', 'Give an agreement that begins on or after 2019-04-01.'],
];

function checked(agreement: RegisteredAgreement, at: number, rules: Agreement36Rules) {
  try {
    return checkAgreement(agreement, rules);
  } catch (error) {
    const where = `agreements[${at}]`;
    if (error instanceof ImpossibleAgreement)
      return refuseDocument([complain(`${where}.${error.path}`, ...defects[error.defect])]);
    if (error instanceof NotInForce) return refuseDocument([complain(`${where}.term`, ...notYet)]);
    throw error;
  }
}

function refuseTwice(agreements: readonly RegisteredAgreement[]): void {
  const twice = agreements.flatMap(({ id }, at) =>
    agreements.findIndex((other) => other.id === id) === at
      ? []
      : [
          complain(
            `agreements[${at}].id`,
            [`「${id}」が2回あります。`, '協定ごとに違う id を書いてください。'],
            [`"${id}" is given twice.`, 'Give each agreement an id of its own.'],
          ),
        ],
  );
  if (twice.length > 0) refuseDocument(twice);
}

/** The shape in which `tokimori judge` takes an agreement, of each line. */
function judgeShape(agreement: RegisteredAgreement) {
  return agreement.lines.map((line) => {
    const { monthly, annual, special, yearStartMonth, yearlyAveraging } = capsAgreementOf(agreement, line);
    return {
      monthly: hm(monthly),
      annual: hm(annual),
      from: yearStartMonth,
      ...(yearlyAveraging === true ? { yearlyAveraging } : {}),
      ...(special === undefined
        ? {}
        : {
            special: {
              ...(special.monthly === null ? {} : { monthly: hm(special.monthly) }),
              annual: hm(special.annual),
              times: special.times,
            },
          }),
    };
  });
}

type Checked = ReturnType<typeof checked>;

function checkJson(agreement: RegisteredAgreement, { outcome, steps }: Checked) {
  const { findings, lawful, effective, measuresKeptThrough } = outcome;
  return {
    id: agreement.id,
    lawful,
    effective:
      effective === null
        ? null
        : { from: iso(effective.from), through: effective.through === null ? null : iso(effective.through) },
    findings: findings.map((finding) => ({
      kind: finding.kind,
      path: finding.path,
      says: agreementSentences[finding.says](
        toldBy({ figures: finding.figures, words: { ...finding.words, path: finding.path } }),
      ),
      ...ground(finding.citation),
    })),
    measuresKeptThrough: measuresKeptThrough === null ? null : iso(measuresKeptThrough),
    ...(lawful ? { judge: judgeShape(agreement) } : {}),
    ...groundsOf(steps),
  };
}

function judgedDays(document: AgreementDocument, agreements: readonly RegisteredAgreement[]) {
  return (document.days ?? []).map(({ agreement: id, line: row = 0, date, overtime, hazardous = 0 }, at) => {
    const line = agreements.find((agreement) => agreement.id === id)?.lines[row];
    if (line === undefined)
      return refuseDocument([
        complain(
          `days[${at}].agreement`,
          [
            `「${id}」という協定か、その ${row + 1}行目がありません。`,
            'agreements にある id と行(0 から)を書いてください。',
          ],
          [`There is no agreement "${id}" with a line ${row}.`, 'Give an id and a line (from 0) of agreements.'],
        ),
      ]);
    try {
      const decision = judgeAgreementDay({ overtime, hazardous }, line);
      return { id, date, overtime, hazardous, ...decision };
    } catch (error) {
      if (!(error instanceof ImpossibleDay)) throw error;
      return refuseDocument([
        complain(
          `days[${at}]`,
          [
            '有害業務の時間が時間外より長いか、協定に1日の時間がありません。',
            '時間と協定の1日の時間を確かめてください。',
          ],
          ['More hazardous overtime than overtime, or no hours of a day in the line.', 'Check the hours and the line.'],
        ),
      ]);
    }
  });
}

function answerOf(given: unknown) {
  const document = readDocument(agreementInput, given);
  const rules = agreementRules(document);
  const agreements = document.agreements.map(registeredOf);
  refuseTwice(agreements);
  const checks = agreements.map((agreement, at) => ({ agreement, check: checked(agreement, at, rules) }));
  const { on } = document;
  const workplaces = [...new Set(agreements.map(({ workplace }) => workplace))];
  const inForce =
    on === undefined
      ? []
      : workplaces.map((workplace) => ({ workplace, on, ...agreementOn(agreements, workplace, on, rules) }));
  const days = judgedDays(document, agreements);
  return {
    answer: {
      agreements: checks.map(({ agreement, check }) => checkJson(agreement, check)),
      overlaps: findOverlaps(agreements, rules).map(({ from, through, ...names }) => ({
        ...names,
        from: iso(from),
        through: through === null ? null : iso(through),
      })),
      inForce: inForce.map(({ workplace, outcome, steps }) => ({
        workplace,
        on: on === undefined ? null : iso(on),
        state: outcome.state,
        ...(outcome.state === 'inForce' ? { agreement: outcome.agreement, renewalDue: outcome.renewalDue } : {}),
        ...(outcome.state === 'none' ? { because: outcome.because } : {}),
        ...(outcome.state === 'several' ? { agreements: outcome.agreements } : {}),
        ...groundsOf(steps),
      })),
      days: days.map(({ id, date, overtime, hazardous, outcome, steps }) => ({
        agreement: id,
        date: iso(date),
        overtime: hm(overtime),
        hazardous: hm(hazardous),
        daily: outcome.daily,
        hazardousVerdict: outcome.hazardous,
        ...groundsOf(steps),
      })),
    },
    explanation: () => [
      ...checks.flatMap(({ check }) => explain(check.steps, agreementSentences)),
      ...inForce.flatMap(({ steps }) => explain(steps, registerSentences)),
      ...days.flatMap(({ steps }) => explain(steps, registerSentences)),
    ],
  };
}

export const asks: readonly Ask[] = [
  {
    name: 'agreement36',
    summary: {
      ja: '36協定を法に照らして点検し、ある日に効力のある協定を出す',
      en: 'check agreements of article 36 against the law, and which is in force',
    },
    example: agreementExample,
    answer: answerOf,
  },
];
