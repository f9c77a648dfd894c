import { eraDate } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { AskForm } from './ask-form.tsx';
import { RegisterForms } from './register-form.tsx';
import { RequestCard } from './request-card.tsx';
import { Supporters } from './supporters.tsx';
import type { SupportView } from './views.ts';

/** 応援: requests for support, supporters, their hours. */
export function SupportPage() {
  const view = useReading(routes.supportView, {});
  return (
    <Shown query={view} title="応援">
      {(data) => <Support view={data} />}
    </Shown>
  );
}

function Support({ view }: { readonly view: SupportView }) {
  const open = view.requests.filter(({ state, through }) => state === 'open' && through >= view.today);
  const others = view.requests.filter((each) => !open.includes(each));
  const sums = useMe().roles.some((role) => role === 'manager' || role === 'hr');
  return (
    <>
      <PageTitle
        facts={`${eraDate(view.today)} 現在`}
        actions={sums && <ButtonLink to={paths.supportSums}>応援した時間を見る</ButtonLink>}
      >
        応援
      </PageTitle>
      <p>
        忙しい課を、余裕のある課の職員や「わくわく」(障害者ワークステーション)が手伝う登録型応援制度です。応援は勤務時間の中で行います。
        <Concurrent />
      </p>
      {view.may.request.length > 0 && <AskForm view={view} />}
      <Section title="応援を求めている依頼" aside={`${open.length}件`}>
        {open.length === 0 ? <Empty>応援を求めている課はありません。</Empty> : <List requests={open} view={view} />}
      </Section>
      <Section title="応援者の登録" aside={`${view.supporters.length}件`}>
        <RegisterForms view={view} />
        <Supporters view={view} />
      </Section>
      {others.length > 0 && (
        <Section title="締め切った依頼・期間が終わった依頼" aside="この2か月">
          <List requests={others} view={view} />
        </Section>
      )}
    </>
  );
}

/** Overtime for another section needs the concurrent appointment. */
function Concurrent() {
  const hr = useMe().roles.includes('hr');
  return (
    <>
      応援先の課が時間外勤務を命令するには、兼務の発令が要ります。
      {hr ? (
        <>
          発令は「<Anchor to={paths.imports}>取り込み</Anchor>」で登録します。
        </>
      ) : (
        '要るときは、先に人事課に兼務の発令を依頼してください。'
      )}
    </>
  );
}

function List({ requests, view }: { readonly requests: SupportView['requests']; readonly view: SupportView }) {
  return (
    <ul className="mt-3 grid gap-4">
      {requests.map((request) => (
        <li key={request.id} className="card">
          <RequestCard request={request} view={view} />
        </li>
      ))}
    </ul>
  );
}
