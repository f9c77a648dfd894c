import { useNavigate, useSearch } from '@tanstack/react-router';
import { count, dayAndClock, eraDate, eraMonth, shiftMonth } from '@tokimori/wording/format';
import { type Answer, addressOf } from '../../api/call.ts';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Empty, Refusal, Shown } from '../../app/states.tsx';
import { Banner } from '../../components/banner.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { SelectField } from '../../components/fields.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';

type View = Answer<NonNullable<(typeof routes.payExports)['shape']>>;
type Made = Answer<NonNullable<(typeof routes.exportPayHours)['shape']>>;

const problemWords: Readonly<Record<Made['problems'][number]['kind'], string>> = {
  handedOver: '月の合計だけを取り込んだ月のため、区分ごとの時間が分からず、ファイルに入れていません',
  mismatch: '集計の途中のため、ファイルに入れていません。少し待って、もう一度作ってください',
  impossible: '同じ時間に二つの記録があるため、ファイルに入れていません',
  unclassifiable: '打刻漏れなどで判定できない日があり、その日の時間は入っていません',
  unconfirmed: '実績を確認していない命令があります。在庁した分だけを数えています',
  withoutHours: '時刻のない時間外勤務があります。深夜でない時間として数えています',
};

/** 給与連携: the file for payroll of a month, made once it is closed; what was made stays. */
export function PayHoursPage() {
  const { month: running } = calendarOf(useMe());
  const search: { month?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const month = typeof search.month === 'string' ? search.month : shiftMonth(running, -1);
  const view = useReading(routes.payExports, { params: { month } });
  const months = Array.from({ length: 24 }, (_, i) => shiftMonth(running, -i));
  return (
    <>
      <Crumbs>
        <Anchor to={paths.reports}>報告・様式</Anchor> / 給与連携
      </Crumbs>
      <PageTitle>給与連携</PageTitle>
      <p>時間外勤務・休日勤務・夜間勤務の時間数を、支給割合の区分ごとに、給与システムに渡すファイルにします。</p>
      <SelectField
        id="month"
        label="月"
        plain
        width="w-60"
        value={month}
        onChange={(value) => void navigate({ to: paths.payHours(value) })}
        options={months.map((value) => ({ value, name: `${eraMonth(value)}${value === running ? '(途中)' : ''}` }))}
      />
      <Shown query={view}>
        {(shown) => (
          <>
            <Standing view={shown} />
            <Exports view={shown} />
          </>
        )}
      </Shown>
    </>
  );
}

function Standing({ view }: { readonly view: View }) {
  return (
    <>
      <p className="mt-5 flex flex-wrap items-center gap-3">
        <StatusLabel
          label={
            view.closed
              ? { shape: 'check', tone: 'done', word: '締め済み' }
              : { shape: 'clock', tone: 'waiting', word: '未確定' }
          }
        />
        <span>
          {view.closed
            ? `${count(view.people)}人の月を締めています。`
            : `${count(view.people)}人のうち ${count(view.closedPeople)}人の月を締めています。いま作るファイルには「未確定」と書きます。`}
          <Anchor to={paths.closing(view.month)}>月の締めを見る</Anchor>
        </span>
      </p>
      <p className="mt-2">
        {`レイアウト: ${view.layout.name}${view.layout.from === null ? '(はじめの形)' : `(${eraDate(view.layout.from)}から)`} `}
        <Anchor to={paths.payLayout}>レイアウトを見る・変える</Anchor>
      </p>
      {view.mayExport && <Make view={view} />}
    </>
  );
}

function Make({ view }: { readonly view: View }) {
  const deed = useDeed(routes.exportPayHours);
  const { month } = view;
  const make = (differences: boolean) =>
    deed.mutate(
      { params: { month }, body: { differences } },
      { onSuccess: ({ made }) => announce(`ファイルを作りました(${made.people}人)`) },
    );
  return (
    <>
      <div className="no-print mt-5 flex flex-wrap gap-3">
        <Button kind="solid" busy={deed.isPending} onPress={() => make(false)}>
          全員のファイルを作る
        </Button>
        {view.exports.length > 0 && (
          <Button busy={deed.isPending} onPress={() => make(true)}>
            前回との差のファイルを作る
          </Button>
        )}
      </div>
      <Refusal error={deed.error} />
      {deed.data !== undefined && <MadeNow made={deed.data} />}
    </>
  );
}

function MadeNow({ made: { made, problems } }: { readonly made: Made }) {
  return (
    <div className="mt-5">
      <Banner
        kind={problems.length === 0 ? 'done' : 'warning'}
        role="status"
        title={`${made.fileName} を作りました(${count(made.people)}人・${count(made.rows)}行)`}
      >
        {problems.length === 0 ? (
          <p>確かめることはありません。</p>
        ) : (
          <ul className="list-disc pl-5">
            {problems.map(({ kind, count: many, people }) => (
              <li key={kind}>
                {`${problemWords[kind]}: ${count(many)}人(${people
                  .slice(0, 5)
                  .map(({ name }) => name)
                  .join('、')}${many > 5 ? ' ほか' : ''})`}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  );
}

function Exports({ view }: { readonly view: View }) {
  return (
    <Section title="作ったファイル" aside="新しい順">
      {view.exports.length === 0 ? (
        <Empty>この月のファイルは、まだ作っていません。</Empty>
      ) : (
        <DataTable caption={`${eraMonth(view.month)} 給与システムに渡すファイル`} minWidth={50} stack>
          <thead>
            <tr>
              <th scope="col">ファイル</th>
              <th scope="col">状態</th>
              <th scope="col">内容</th>
              <th scope="col" className="number">
                人数
              </th>
              <th scope="col">作った人・時刻</th>
              <th scope="col">確認番号</th>
            </tr>
          </thead>
          <tbody>
            {view.exports.map((made) => (
              <tr key={made.id}>
                <th scope="row">
                  <a className="link" href={addressOf(routes.payFile.path, { id: made.id })} download>
                    {made.fileName}
                  </a>
                </th>
                <td data-label="状態">{made.provisional ? '未確定' : '確定'}</td>
                <td data-label="内容">{made.differences ? '前回との差' : '全員'}</td>
                <td className="number" data-label="人数">
                  {count(made.people)}
                </td>
                <td data-label="作った人・時刻">{`${made.madeBy} ${dayAndClock(made.madeAt)}`}</td>
                <td data-label="確認番号">
                  <code title={made.hash}>{made.hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p className="prose-small mt-2">
        確認番号は、ファイルの中身から計算した番号(SHA-256)の初めの12文字です。同じファイルは、いつ保存しても同じ番号になります。
      </p>
    </Section>
  );
}
