import { eraDate } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { NoticeState } from '../../components/exceptional-lists.tsx';
import { StepSentences } from '../../components/reason-steps.tsx';

/** The prior notice on which an order of 特例業務 would rest, and whether the health of the person is to be confirmed. */
export function NoticeOfOrder({ id }: { readonly id: string }) {
  const { data } = useReading(routes.noticeOfRequest, { params: { id } });
  if (data === undefined) return null;
  const { notice } = data;
  return (
    <section aria-label="事前届出" className="mt-3 border-l-4 border-solid-gray-420 pl-3 text-[0.9375rem]">
      {notice === null ? (
        <p>
          <strong>事前届出がありません</strong>(期限は{eraDate(data.due)}
          )。命令はできますが、届出のない特例業務として、人事課の一覧に出ます。
        </p>
      ) : (
        <>
          <p>
            事前届出 <strong>{notice.task}</strong>({eraDate(notice.from)}から{eraDate(notice.through)}まで)
          </p>
          <NoticeState notice={notice} />
        </>
      )}
      {data.steps.length > 0 && (
        <details className="mt-1">
          <summary className="link min-h-6 cursor-pointer">健康の確認が要る理由</summary>
          <StepSentences steps={data.steps} />
        </details>
      )}
    </section>
  );
}
