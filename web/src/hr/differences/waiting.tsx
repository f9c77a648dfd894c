import { dayLabel, hm } from '@tokimori/wording/format';
import { useState } from 'react';
import { paths } from '../../app/paths.ts';
import { Empty } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { answerWords, deadlineWords, differenceLabels, kindWords } from '../../wording/difference-words.ts';
import type { DifferencesView } from './differences.tsx';
import { InvestigateDifference } from './investigate.tsx';

export type WaitingView = DifferencesView['waiting'][number];

/** What 人事課 has to decide, and what is overdue, of any month. */
export function WaitingDifferences({ view, city }: { readonly view: DifferencesView; readonly city: boolean }) {
  const [asked, setAsked] = useState<WaitingView | null>(null);
  const { waiting, waitingCount } = view;
  return (
    <Section
      title={city ? '人事課が調べるもの・期限切れ' : '人事課が調べるもの・期限切れ(自分の課)'}
      aside={`${waitingCount}件・すべての月`}
    >
      {waiting.length === 0 ? (
        <Empty>人事課が調べるものも、期限を過ぎたものもありません。</Empty>
      ) : (
        <DataTable caption="人事課が調べるものと、期限を過ぎた差異" minWidth={50} stack>
          <thead>
            <tr>
              <th scope="col">日</th>
              <th scope="col">職員</th>
              <th scope="col">所属</th>
              <th scope="col">差異</th>
              <th scope="col">届け出</th>
              <th scope="col">状態</th>
              <th scope="col">すること</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((each) => (
              <Row key={`${each.person.staff} ${each.date}`} waiting={each} onInvestigate={() => setAsked(each)} />
            ))}
          </tbody>
        </DataTable>
      )}
      {waitingCount > waiting.length && (
        <p className="mt-3">期限の近いものから{waiting.length}件を表示しています。決まると、続きを表示します。</p>
      )}
      {asked !== null && (
        <InvestigateDifference
          key={`${asked.person.staff} ${asked.date}`}
          waiting={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

function Row({ waiting, onInvestigate }: { readonly waiting: WaitingView; readonly onInvestigate: () => void }) {
  const { person, said, state } = waiting;
  return (
    <tr>
      <td className="whitespace-nowrap">{dayLabel(waiting.date)}</td>
      <th scope="row">
        <Anchor to={paths.staffMonth(person.staff, waiting.date.slice(0, 7))}>{person.name}</Anchor>
      </th>
      <td data-label="所属" className="text-[0.875rem]">
        {person.departmentName}
      </td>
      <td data-label="差異">
        {kindWords[waiting.kind]} {hm(waiting.minutes)}
        {waiting.grave && '(著しい)'}
      </td>
      <td data-label="届け出">{said === null ? '' : `${answerWords(said.answer)}「${said.reason}」`}</td>
      <td>
        <StatusLabel label={differenceLabels[state]} />
      </td>
      <td>
        {deadlineWords(waiting.dueOn, waiting.overdue)}{' '}
        {waiting.mayInvestigate && (
          <Button
            size="small"
            label={`${person.name} ${dayLabel(waiting.date)}の調査の結果を登録する`}
            onPress={onInvestigate}
          >
            調査の結果を登録する
          </Button>
        )}
      </td>
    </tr>
  );
}
