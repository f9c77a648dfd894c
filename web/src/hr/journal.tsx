import { dayAndClock, eraYear, inJapan } from '@tokimori/wording/format';
import { useState } from 'react';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/section.tsx';
import { actorWords, deedWords, subjectWords } from './deed-words.ts';

/** 操作の記録: who did what, when and why; newest first. */
export function JournalPage() {
  const [before, setBefore] = useState<string>();
  const view = useReading(routes.journal, { query: { size: 100, ...(before === undefined ? {} : { before }) } });
  return (
    <>
      <PageTitle facts="新しい順">操作の記録</PageTitle>
      <p>いつ、だれが、何を、どんな理由でしたかの記録です。書き換えることも、消すこともできません。</p>
      <Shown query={view}>
        {({ deeds, next }) => (
          <>
            {deeds.length === 0 ? (
              <Empty>記録はまだありません。</Empty>
            ) : (
              <div className="mt-4">
                <DataTable caption="操作の記録" minWidth={46} stack>
                  <thead>
                    <tr>
                      <th scope="col">時刻</th>
                      <th scope="col">だれが</th>
                      <th scope="col">何を</th>
                      <th scope="col">何について</th>
                      <th scope="col">理由</th>
                    </tr>
                  </thead>
                  <tbody>
                    {deeds.map((deed) => (
                      <tr key={deed.id}>
                        <td className="whitespace-nowrap">
                          {eraYear(inJapan(deed.occurredAt).date)}
                          {dayAndClock(deed.occurredAt)}
                        </td>
                        <th scope="row">{actorWords(deed.actor, deed.actorName)}</th>
                        <td>{deedWords(deed.kind)}</td>
                        <td className="text-[0.875rem]">{subjectWords(deed.subject)}</td>
                        <td className="text-[0.875rem]" data-label="理由">
                          {deed.reason}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </DataTable>
              </div>
            )}
            <div className="no-print mt-4 flex gap-3">
              {before !== undefined && <Button onPress={() => setBefore(undefined)}>いちばん新しいものへ</Button>}
              {next !== null && <Button onPress={() => setBefore(next)}>さらに前を見る</Button>}
            </div>
          </>
        )}
      </Shown>
    </>
  );
}
