import { useParams } from '@tanstack/react-router';
import { count, eraMonth, shiftMonth } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { NoticeTable, OrderTable } from '../../components/exceptional-lists.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';

type City = Answer<NonNullable<(typeof routes.cityExceptional)['shape']>>;

/** 特例業務の事前届出と命令 of everybody in a month: what was ordered without a notice first. */
export function CityExceptionalPage() {
  const params: { month?: string } = useParams({ strict: false });
  const { month: running } = calendarOf(useMe());
  const view = useReading(routes.cityExceptional, { params: { month: params.month ?? running } });
  return (
    <Shown query={view} title="特例業務の届出と命令">
      {(data) => <CityExceptional view={data} />}
    </Shown>
  );
}

function CityExceptional({ view }: { readonly view: City }) {
  return (
    <>
      <Crumbs>
        <Anchor to={paths.departments}>部署と指定</Anchor> / 特例業務の届出と命令
      </Crumbs>
      <PageTitle
        facts={eraMonth(view.month)}
        actions={
          <>
            <ButtonLink size="small" to={paths.cityExceptional(shiftMonth(view.month, -1))}>
              前の月
            </ButtonLink>
            <ButtonLink size="small" to={paths.cityExceptional(shiftMonth(view.month, 1))}>
              次の月
            </ButtonLink>
          </>
        }
      >
        特例業務の届出と命令
      </PageTitle>
      <p>
        届出のない命令 <strong>{count(view.without)}件</strong>
        。届出がなくても命令は妨げません。所属長に、届出と理由を確かめてください。
        {view.more && 'それぞれ300件までを表示しています。'}
      </p>
      <Section title="特例業務の命令" aside={`${count(view.orders.length)}件・届出のないものから`}>
        <OrderTable orders={view.orders} caption={`${eraMonth(view.month)} の特例業務の命令`} />
      </Section>
      <Section title="事前届出" aside={`${count(view.notices.length)}件`}>
        <NoticeTable notices={view.notices} caption={`${eraMonth(view.month)} の事前届出`} />
      </Section>
    </>
  );
}
