import { count, eraDate, eraMonth, inJapan } from '@tokimori/wording/format';
import { useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { StepSentences } from '../../components/reason-steps.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { Findings } from './findings.tsx';
import { RegisterExplanation } from './register-explanation.tsx';
import { RegisterSurvey } from './register-survey.tsx';

export type DeclarationsView = Answer<NonNullable<(typeof routes.declarationsView)['shape']>>;

/** 申告の点検: whether declarations are cut off below a limit, investigations, and what is owed about the method of recording. */
export function DeclarationsPage() {
  const { month } = calendarOf(useMe());
  const query = useReading(routes.declarationsView, {});
  return (
    <>
      <Crumbs>
        <Anchor to={paths.differences(month)}>差異の状況</Anchor> / 申告の点検
      </Crumbs>
      <Shown query={query} title="申告の点検">
        {(view) => (
          <>
            <PageTitle facts={view.check === null ? undefined : checkedWords(view.check)}>申告の点検</PageTitle>
            <p>
              在庁が続いているのに、申告が上限の手前で止まっていないかを、月に一度、統計で調べます。結果は確かめるきっかけで、申告が断られたり減らされたりすることはありません。
            </p>
            <Check view={view} />
            <Surveys view={view} />
            <Methods view={view} />
            <Explanations view={view} />
          </>
        )}
      </Shown>
    </>
  );
}

const checkedWords = (check: NonNullable<DeclarationsView['check']>): string =>
  `${eraMonth(check.from)}–${eraMonth(check.through)}・${eraDate(inJapan(check.ranAt).date)} に点検`;

function Check({ view }: { readonly view: DeclarationsView }) {
  const { check } = view;
  if (check === null) return <Empty>まだ点検していません。月の締めの日の翌日に、前の月までを点検します。</Empty>;
  return (
    <Section title="点検の結果" aside={`目立つもの ${count(check.conspicuous)}件`}>
      <div className="mt-3">
        <StepSentences steps={check.steps} />
      </div>
      {check.findings.length > 0 && <Findings view={view} findings={check.findings} />}
    </Section>
  );
}

const results = {
  agrees: '申告のとおりだった',
  corrected: '申告を補正した',
  warned: '申告の妨げがあり、改めた',
} as const;

function Surveys({ view }: { readonly view: DeclarationsView }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title="実態調査の記録" aside="申告した時間と実際の時間の調査(結果と、その後にしたこと)">
      {view.mayRegister && (
        <p className="no-print mt-3">
          <Button onPress={() => setOpen(true)}>調査を登録する</Button>
        </p>
      )}
      {view.surveys.length === 0 ? (
        <Empty>登録された調査はありません。</Empty>
      ) : (
        <DataTable caption="実態調査の記録" minWidth={46} stack>
          <thead>
            <tr>
              <th scope="col">行った日</th>
              <th scope="col">課</th>
              <th scope="col">きっかけ</th>
              <th scope="col">結果</th>
              <th scope="col">分かったこと</th>
              <th scope="col">その後にすること</th>
              <th scope="col">登録</th>
            </tr>
          </thead>
          <tbody>
            {view.surveys.map((survey) => (
              <tr key={survey.id}>
                <td className="whitespace-nowrap">{eraDate(survey.heldOn)}</td>
                <th scope="row">{survey.sectionName}</th>
                <td data-label="きっかけ">{survey.about}</td>
                <td data-label="結果">{results[survey.result]}</td>
                <td data-label="分かったこと">{survey.found}</td>
                <td data-label="その後にすること">{survey.follows}</td>
                <td data-label="登録">{survey.by}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {open && <RegisterSurvey view={view} about={null} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function Methods({ view }: { readonly view: DeclarationsView }) {
  if (view.methodsOf === null) return null;
  return (
    <Section title="記録の方法で残っていること" aside={`${eraMonth(view.methodsOf)}の記録`}>
      {view.methods.length === 0 ? (
        <Empty>すべての課が客観的な記録で把握しています。残っている説明や調査はありません。</Empty>
      ) : (
        <ul>
          {view.methods.map((method) => (
            <li key={method.section} className="border-b border-solid-gray-200 py-3">
              <h3 className="text-[1rem]">{method.name}</h3>
              <StepSentences steps={method.steps} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const audiences = { staff: '申告する職員', timeKeepers: '管理監督職員' } as const;

function Explanations({ view }: { readonly view: DeclarationsView }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title="説明の記録" aside="適正な申告と把握の方法の説明(職員へ、管理する者へ)">
      {view.mayRegister && (
        <p className="no-print mt-3">
          <Button onPress={() => setOpen(true)}>説明を登録する</Button>
        </p>
      )}
      {view.explanations.length === 0 ? (
        <Empty>登録された説明はありません。</Empty>
      ) : (
        <DataTable caption="説明の記録" minWidth={40} stack>
          <thead>
            <tr>
              <th scope="col">行った日</th>
              <th scope="col">相手</th>
              <th scope="col">課</th>
              <th scope="col" className="number">
                人数
              </th>
              <th scope="col">資料</th>
              <th scope="col">登録</th>
            </tr>
          </thead>
          <tbody>
            {view.explanations.map((each) => (
              <tr key={each.id}>
                <td className="whitespace-nowrap">{eraDate(each.heldOn)}</td>
                <th scope="row">{audiences[each.audience]}</th>
                <td data-label="課">{each.sectionName}</td>
                <td data-label="人数" className="number">
                  {count(each.people)}人
                </td>
                <td data-label="資料">{each.material}</td>
                <td data-label="登録">{each.by}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {open && <RegisterExplanation view={view} onClose={() => setOpen(false)} />}
    </Section>
  );
}
