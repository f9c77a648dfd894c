import { useMutation } from '@tanstack/react-query';
import { count, eraMonth, monthName } from '@tokimori/wording/format';
import { type Answer, call } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { save } from './save.ts';

type Trial = Answer<NonNullable<(typeof routes.tryMeasures)['shape']>>;

/** What the measures would have brought due in the months that are over. */
export function MeasureTrial({ text, changed }: { readonly text: string; readonly changed: boolean }) {
  // A trial reads a whole year: it is asked once, not each time the window comes back.
  const trial = useReading(routes.tryMeasures, { body: { text, months: 12 } }, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Section title="過去の月で試した結果">
      {changed && <p className="mt-2 font-700">試した後に書き直しています。もう一度試してください。</p>}
      <Shown query={trial}>{(data) => <Result trial={data} text={text} />}</Shown>
    </Section>
  );
}

function Result({ trial, text }: { readonly trial: Trial; readonly text: string }) {
  return (
    <>
      <p className="mt-3">
        {`${eraMonth(trial.from)}から${eraMonth(trial.through)}まで、${count(trial.people)}人の記録で、対策に該当したことが ${count(trial.total)}回ありました。`}
      </p>
      <p className="prose-small">
        見込みは、その月の平日が5日終わった後の記録から出しています。前の月に出す届出は、その月の実績で数えています。日々の運用として行う対策は、予定を作らないので数えていません。
      </p>
      <ByMeasure trial={trial} />
      <FellOn trial={trial} text={text} />
      <Workload trial={trial} />
      <Sections trial={trial} />
    </>
  );
}

/** How often each measure, month by month. */
function ByMeasure({ trial }: { readonly trial: Trial }) {
  const first = Number(trial.from.slice(5));
  const months = trial.measures[0]?.byMonth.map((_, at) => ((first + at - 1) % 12) + 1) ?? [];
  return (
    <div className="mt-4">
      <DataTable caption="対策ごとの回数(月ごと)" showCaption minWidth={64}>
        <thead>
          <tr>
            <th scope="col">対策</th>
            <th scope="col" className="number">
              回数
            </th>
            <th scope="col" className="number">
              人数
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className="number">
                {monthName(`2000-${String(month).padStart(2, '0')}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trial.measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">{measure.title}</th>
              <td className="number font-700">{count(measure.total)}</td>
              <td className="number">{measure.persons === 0 ? '' : count(measure.persons)}</td>
              {measure.byMonth.map((times, at) => (
                <td key={months[at]} className="number">
                  {times === 0 ? '' : count(times)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

const unitWords = { person: '人', section: '課', bureau: '部局', city: '団体' } as const;

/** On whom each measure fell: the first of them here, all of them in the file. */
function FellOn({ trial, text }: { readonly trial: Trial; readonly text: string }) {
  // It changes nothing: what is shown is not asked for again.
  const file = useMutation({
    mutationFn: () => call(routes.trialFile, { body: { text, months: 12 } }),
    onSuccess: (content) => {
      save(content, `対策を試した結果_${trial.from}_${trial.through}.csv`);
      announce('ファイルを作りました');
    },
  });
  const fell = trial.measures.filter(({ subjects }) => subjects > 0);
  if (fell.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="text-[1rem]">だれが、どの課が該当したか</h3>
      {fell.map((measure) => (
        <FellOnOf key={measure.id} measure={measure} />
      ))}
      <div className="no-print mt-3">
        <Button busy={file.isPending} onPress={() => file.mutate()}>
          すべてをCSVで受け取る
        </Button>
      </div>
      <Refusal error={file.error} />
    </div>
  );
}

/** Those of one measure, opened when somebody wants to see them. */
function FellOnOf({ measure }: { readonly measure: Trial['measures'][number] }) {
  const { title, per, subjects, fellOn } = measure;
  const [code, name] = per === 'person' ? ['職員番号', '氏名'] : ['部署コード', '部署名'];
  return (
    <details className="border-b border-solid-gray-200">
      <summary className="cursor-pointer py-3">
        {title} <strong className="whitespace-nowrap">{`${count(subjects)}${unitWords[per]}`}</strong>
      </summary>
      <DataTable caption={`${title}に該当した${unitWords[per]}`} minWidth={40} stack>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{code}</th>
            <th scope="col">所属</th>
            <th scope="col">月</th>
          </tr>
        </thead>
        <tbody>
          {fellOn.map((each) => (
            <tr key={each.code}>
              <th scope="row">{each.name}</th>
              <td data-label={code}>{each.code}</td>
              <td data-label="所属">{each.place}</td>
              <td data-label="月">{each.months.map(monthName).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {fellOn.length < subjects && (
        <p className="prose-small my-2">
          {`${count(subjects)}${unitWords[per]}のうち ${count(fellOn.length)}を表示しています。すべてはファイルで見られます。`}
        </p>
      )}
    </details>
  );
}

/** Who would have had to do how much. */
function Workload({ trial }: { readonly trial: Trial }) {
  return (
    <div className="mt-6 max-w-[44rem]">
      <DataTable caption="だれが何回するか(知らせるものは、受け取る人)" showCaption>
        <thead>
          <tr>
            <th scope="col">だれが</th>
            <th scope="col">すること</th>
            <th scope="col" className="number">
              回数
            </th>
            <th scope="col" className="number">
              最も多い月
            </th>
          </tr>
        </thead>
        <tbody>
          {trial.workload.map((load) => (
            <tr key={`${load.role} ${load.deed}`}>
              <th scope="row">{load.role}</th>
              <td>{load.deed}</td>
              <td className="number font-700">{count(load.total)}</td>
              <td className="number">{count(load.busiest)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

/** The departments with the most. */
function Sections({ trial }: { readonly trial: Trial }) {
  if (trial.sections.length === 0) return null;
  return (
    <div className="mt-6 max-w-[44rem]">
      <DataTable caption="回数の多い課(10課まで)" showCaption>
        <thead>
          <tr>
            <th scope="col">課</th>
            <th scope="col" className="number">
              回数
            </th>
          </tr>
        </thead>
        <tbody>
          {trial.sections.map((section) => (
            <tr key={section.department}>
              <th scope="row">{section.name}</th>
              <td className="number">{count(section.total)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
