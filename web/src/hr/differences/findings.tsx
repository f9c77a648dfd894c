import { eraDate, monthName } from '@tokimori/wording/format';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { sentenceOf } from '../../wording/steps.ts';
import type { Label } from '../../wording/words.ts';
import type { DeclarationsView } from './declarations.tsx';
import { RegisterSurvey } from './register-survey.tsx';

export type FindingView = NonNullable<DeclarationsView['check']>['findings'][number];
const labels: Readonly<Record<'yes' | 'no', Label>> = {
  yes: { shape: 'warning', tone: 'forecast', word: '確かめる' },
  no: { shape: 'none', tone: 'done', word: '偶然でも起こる' },
};
/** Months that are named; more are counted. */
const NAMED = 12;

/** What the law's test says of sections and people, each with the way to register what an investigation found. */
export function Findings({
  view,
  findings,
}: {
  readonly view: DeclarationsView;
  readonly findings: readonly FindingView[];
}) {
  const [asked, setAsked] = useState<FindingView | null>(null);
  return (
    <>
      <ul className="mt-3">
        {findings.map((finding) => (
          <li
            key={`${finding.level} ${finding.who} ${finding.limit}`}
            className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-3 wide:flex-row wide:items-center"
          >
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-2">
                <StatusLabel label={labels[finding.conspicuous ? 'yes' : 'no']} />
                <h3 className="text-[1rem]">
                  {finding.name}
                  {finding.level === 'group' || finding.sectionName === '' ? '' : `(${finding.sectionName})`}
                </h3>
              </div>
              <p>{sentenceOf(finding.step)}</p>
              {finding.months.length > 0 && <p className="prose-small">{monthsWords(finding)}</p>}
              {finding.surveyedOn !== null && (
                <p className="prose-small">{eraDate(finding.surveyedOn)} に調査を登録済み</p>
              )}
            </div>
            {view.mayRegister && finding.section !== '' && (
              <div className="no-print shrink-0">
                <Button size="small" label={`${finding.name}の調査を登録する`} onPress={() => setAsked(finding)}>
                  調査を登録する
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && <RegisterSurvey view={view} about={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function monthsWords({ months, level }: FindingView): string {
  const named = months
    .slice(0, NAMED)
    .map(({ name, month }) => (level === 'group' ? `${name} ${monthName(month)}` : monthName(month)));
  const more = months.length > NAMED ? ` ほか${months.length - NAMED}人月` : '';
  return `手前で止まった月: ${named.join('、')}${more}`;
}
