import { useParams } from '@tanstack/react-router';
import { count, dayAndClock, eraDate, eraMonth, monthName, shiftMonth } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { closingLabel } from '../../manager/closing/closing-words.ts';
import { ReasonDialog } from '../../manager/closing/reason-dialog.tsx';

type View = Answer<NonNullable<(typeof routes.closingView)['shape']>>;
type Row = View['sections'][number];

/** 月の締め of the municipality: who has closed, who is late, what is open where. */
export function ClosingPage() {
  const params: { month?: string } = useParams({ strict: false });
  const me = useMe();
  const month = params.month ?? shiftMonth(calendarOf(me).month, -1);
  const view = useReading(routes.closingView, { params: { month } }, { refetchInterval: 60_000 });
  return (
    <Shown query={view} title="月の締め">
      {(shown) => <Closing view={shown} />}
    </Shown>
  );
}

function Closing({ view }: { readonly view: View }) {
  const closed = view.sections.filter(({ closing }) => closing.state === 'closed');
  const open = view.sections.length - closed.length;
  const asked = closed.filter(({ closing }) => closing.askedAt !== null).length;
  const late = view.sections.filter(({ latePunches }) => latePunches > 0).length;
  const isWhole = view.whole?.state === 'closed';
  return (
    <>
      <PageTitle
        facts={`${eraMonth(view.month)}・締めの日 ${eraDate(view.dueOn)}${view.late && open > 0 ? '(過ぎています)' : ''}`}
        actions={
          <>
            {view.previous !== null && (
              <ButtonLink size="small" to={paths.closing(view.previous)}>
                前の月
              </ButtonLink>
            )}
            {view.next !== null && (
              <ButtonLink size="small" to={paths.closing(view.next)}>
                次の月
              </ButtonLink>
            )}
            <ButtonLink size="small" to={paths.payHours(view.month)}>
              給与連携
            </ButtonLink>
          </>
        }
      >
        {monthName(view.month)}の締め
      </PageTitle>
      <p>
        締め済み <strong>{`${closed.length}課`}</strong>・締めていない <strong>{`${open}課`}</strong>・再開の依頼{' '}
        <strong>{`${asked}課`}</strong>・締めた後に打刻が届いた <strong>{`${late}課`}</strong>
      </p>
      {isWhole ? (
        <p className="mt-3">{`${monthName(view.month)}は全体を締め済みです(${view.whole?.closedBy} ${dayAndClock(view.whole?.closedAt ?? '')})。`}</p>
      ) : (
        view.over && <WholeDeeds view={view} open={open} />
      )}
      <Section title="課ごとの状態" aside={`${view.sections.length}課`}>
        <Sections view={view} />
      </Section>
    </>
  );
}

const remindedWords = ({ reminded, already }: { readonly reminded: number; readonly already: number }): string => {
  const before = already === 0 ? '' : `${already}課には今日すでに催促しているため、重ねて催促していません`;
  if (reminded === 0) return before === '' ? '催促する課はありません' : before;
  return `${reminded}課に催促しました${before === '' ? '' : `。${before}`}`;
};

function WholeDeeds({ view, open }: { readonly view: View; readonly open: number }) {
  const remind = useDeed(routes.remindClosing);
  const close = useDeed(routes.closeMunicipality);
  const { month } = view;
  const points = view.sections.reduce((sum, row) => (row.closing.state === 'closed' ? sum : sum + row.openTotal), 0);
  const closeAll = (reason: string, options: { readonly onSuccess: () => void }) =>
    close.mutate({ params: { month }, body: { reason } }, options);
  return (
    <div className="no-print mt-4 flex flex-wrap items-start gap-3">
      {open > 0 && view.mayRemind && (
        <Button
          busy={remind.isPending}
          onPress={() =>
            remind.mutate({ params: { month }, body: {} }, { onSuccess: (answer) => announce(remindedWords(answer)) })
          }
        >
          {`締めていない ${open}課に催促する`}
        </Button>
      )}
      {view.mayCloseWhole &&
        (points === 0 ? (
          <Button
            kind={open === 0 ? 'solid' : 'outlined'}
            busy={close.isPending}
            onPress={() => closeAll('', { onSuccess: () => announce(`${monthName(month)}の全体を締めました`) })}
          >
            全体を締める
          </Button>
        ) : (
          <ReasonDialog
            deed={close}
            button="残りも含めて全体を締める"
            title={`${monthName(month)}の全体を締める`}
            about={`締めていない ${open}課に、処理していないものが ${count(points)}件あります。残したまま、すべての課を締めます。`}
            label="残したまま締める理由"
            missing="残したまま締める理由を入力してください"
            onReason={closeAll}
            done={`${monthName(month)}の全体を締めました`}
          />
        ))}
      <Refusal error={remind.error ?? (points === 0 ? close.error : null)} />
    </div>
  );
}

function Sections({ view }: { readonly view: View }) {
  return (
    <DataTable caption={`${eraMonth(view.month)} 課ごとの締めの状態と、残っている件数`} minWidth={68} stack>
      <thead>
        <tr>
          <th scope="col" className="min-w-60">
            課
          </th>
          <th scope="col">状態</th>
          <th scope="col" className="number">
            人数
          </th>
          {view.checks.map((check) => (
            <th key={check.key} scope="col" className="number">
              {check.short}
            </th>
          ))}
          <th scope="col" className="number">
            後から届いた打刻
          </th>
          <th scope="col">締めた人・時刻</th>
        </tr>
      </thead>
      <tbody>
        {view.sections.map((row) => (
          <SectionRow key={row.department} row={row} view={view} />
        ))}
      </tbody>
    </DataTable>
  );
}

const blank = (number: number): string => (number === 0 ? '' : count(number));

function SectionRow({ row, view }: { readonly row: Row; readonly view: View }) {
  const { closing } = row;
  return (
    <tr>
      <th scope="row">
        <Anchor to={paths.closingOf(view.month, row.department)}>{row.path}</Anchor>
      </th>
      <td data-label="状態">
        <StatusLabel label={closingLabel({ closing, late: view.late, over: view.over, open: row.openTotal })} />
      </td>
      <td className="number" data-label="人数">
        {count(row.people)}
      </td>
      {view.checks.map((check) => (
        <td key={check.key} className="number" data-label={check.title}>
          {blank(row.open[check.key] ?? 0)}
        </td>
      ))}
      <td className="number" data-label="締めた後の打刻">
        {blank(row.latePunches)}
      </td>
      <td data-label="締めた人・時刻">
        {closing.state === 'closed' && closing.closedAt !== null
          ? `${closing.closedBy} ${dayAndClock(closing.closedAt)}`
          : closing.remindedAt === null
            ? ''
            : `催促 ${dayAndClock(closing.remindedAt)}`}
      </td>
    </tr>
  );
}
