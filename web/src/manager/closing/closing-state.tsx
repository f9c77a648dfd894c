import { dayAndClock, eraYear, inJapan, monthName } from '@tokimori/wording/format';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { Refusal } from '../../app/states.tsx';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { SectionClosingView } from './views.ts';

const when = (instant: string | null): string =>
  instant === null ? '' : `${eraYear(inJapan(instant).date)}${dayAndClock(instant)}`;

type Props = { readonly view: SectionClosingView; readonly open: number };

/** Where the closing stands, who did it, and the one deed that is next. */
export function ClosingState({ view, open }: Props) {
  const { closing, may, pending, over, month } = view;
  const asked = closing.askedAt !== null && (
    <p>{`再開の依頼: ${closing.askedBy} ${when(closing.askedAt)}「${closing.askReason}」`}</p>
  );
  if (closing.state === 'closed')
    return (
      <div className="mt-4">
        <Banner
          kind={closing.askedAt === null ? 'done' : 'warning'}
          title={`${monthName(month)}は締め済みです`}
          action={may.reopen ? <Reopen view={view} /> : may.ask ? <Ask view={view} /> : undefined}
        >
          <p>{`${closing.closedBy} ${when(closing.closedAt)}`}</p>
          {closing.closeReason !== '' && <p>{`残したまま締めた理由: ${closing.closeReason}`}</p>}
          {asked}
        </Banner>
      </div>
    );
  return (
    <div className="mt-4 flex flex-col gap-3">
      {closing.remindedAt !== null && (
        <p>{`人事課から催促がありました(${closing.remindedBy} ${when(closing.remindedAt)})。`}</p>
      )}
      {closing.reopenedAt !== null && (
        <p>{`再開: ${closing.reopenedBy} ${when(closing.reopenedAt)}「${closing.reopenReason}」`}</p>
      )}
      {!over && <p>月の最後の勤務日が終わると締められます。</p>}
      {over && pending && <p>届いた記録を集計しています。終わると締められます。</p>}
      {over &&
        may.close &&
        (open === 0 ? <Close view={view} /> : may.closeOver && <CloseOver view={view} open={open} />)}
    </div>
  );
}

function Close({ view }: { readonly view: SectionClosingView }) {
  const deed = useDeed(routes.closeSection);
  const { department, month } = view;
  return (
    <div className="no-print">
      <p className="mb-3">
        締めると、この月の申請・訂正・確認を受け付けなくなります。直すことが見つかったときは、人事課が理由を残して再開します。
      </p>
      <Button
        kind="solid"
        busy={deed.isPending}
        onPress={() =>
          deed.mutate(
            { params: { department, month }, body: { reason: '' } },
            { onSuccess: () => announce(`${monthName(month)}を締めました`) },
          )
        }
      >
        {`${monthName(month)}を締める`}
      </Button>
      <Refusal error={deed.error} />
    </div>
  );
}

/** 人事課 closes although something is open. */
function CloseOver({ view, open }: Props) {
  const deed = useDeed(routes.closeSection);
  const { department, month, name } = view;
  return (
    <ReasonDialog
      deed={deed}
      button="残したまま締める"
      title={`${name}の${monthName(month)}を、残したまま締める`}
      about={`処理していないものが ${open}件あります。締めると、所属長と職員はこの月の記録を直せなくなります。`}
      label="残したまま締める理由"
      missing="残したまま締める理由を入力してください"
      onReason={(reason, options) => deed.mutate({ params: { department, month }, body: { reason } }, options)}
      done={`${monthName(month)}を締めました`}
    />
  );
}

function Reopen({ view }: { readonly view: SectionClosingView }) {
  const deed = useDeed(routes.reopenSection);
  const { department, month, name } = view;
  return (
    <ReasonDialog
      deed={deed}
      button="再開する"
      title={`${name}の${monthName(month)}を再開する`}
      about="再開すると、申請・訂正・確認をまた受け付けます。直し終わったら、もう一度締めます。給与システムに渡したファイルとの違いは「前回との差」で出せます。"
      label="再開する理由"
      missing="再開する理由を入力してください"
      onReason={(reason, options) => deed.mutate({ params: { department, month }, body: { reason } }, options)}
      done={`${monthName(month)}を再開しました`}
    />
  );
}

function Ask({ view }: { readonly view: SectionClosingView }) {
  const deed = useDeed(routes.askReopening);
  const { department, month } = view;
  return (
    <ReasonDialog
      deed={deed}
      button="再開を依頼する"
      title={`${monthName(month)}の再開を依頼する`}
      about="人事課に伝わり、人事課が再開するかを決めます。どの職員の、どの日の、何を直すのかを書いてください。"
      label="再開を依頼する理由"
      missing="再開を依頼する理由を入力してください"
      onReason={(reason, options) => deed.mutate({ params: { department, month }, body: { reason } }, options)}
      done="再開を依頼しました"
    />
  );
}
