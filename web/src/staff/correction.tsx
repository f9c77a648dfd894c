import { useSearch } from '@tanstack/react-router';
import { monthName } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { boxesOf, readDate } from '../wording/read.ts';
import { CorrectionForm } from './correction-form.tsx';
import { DifferenceForm } from './difference-form.tsx';

/** 届け出: the true time of a missing or wrong punch, or the reason of a difference. The day is shown as it is recorded. */
export function CorrectionPage() {
  const me = useMe();
  const search: { date?: unknown; kind?: unknown } = useSearch({ strict: false });
  const asked = typeof search.date === 'string' ? readDate(boxesOf(search.date)) : undefined;
  const date = asked ?? calendarOf(me).today;
  const kind = search.kind === 'discrepancy' ? 'discrepancy' : 'punch';
  const month = useReading(routes.staffMonth, { params: { staff: 'me', month: date.slice(0, 7) } });
  return (
    <Shown query={month} title="届け出">
      {(view) => {
        const day = view.days.find((each) => each.date === date);
        if (day === undefined) {
          return (
            <Empty>
              この日の記録はありません。
              <Anchor to={paths.month(date.slice(0, 7))}>{monthName(date.slice(0, 7))}の勤務を見る</Anchor>
            </Empty>
          );
        }
        return kind === 'punch' ? <CorrectionForm key={date} day={day} /> : <DifferenceForm key={date} day={day} />;
      }}
    </Shown>
  );
}
