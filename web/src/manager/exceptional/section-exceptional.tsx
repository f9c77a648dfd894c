import { useParams } from '@tanstack/react-router';
import { count, eraMonth, shiftMonth } from '@tokimori/wording/format';
import { useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Shown } from '../../app/states.tsx';
import { Anchor, Button, ButtonLink } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { NoticeTable, type NoticeView, OrderTable } from '../../components/exceptional-lists.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { FileByForm, FormOfNotice } from './by-form.tsx';
import { FileNotice } from './file-notice.tsx';
import { WithdrawNotice } from './withdraw-notice.tsx';

export type SectionExceptional = Answer<NonNullable<(typeof routes.sectionExceptional)['shape']>>;

/** 課の特例業務: prior notices of a month, and what was ordered on them or without. */
export function SectionExceptionalPage() {
  const params: { department?: string; month?: string } = useParams({ strict: false });
  const input = { params: { department: params.department ?? '', month: params.month ?? '' } };
  const view = useReading(routes.sectionExceptional, input);
  return (
    <Shown query={view} title="特例業務の届出">
      {(data) => <Exceptional view={data} />}
    </Shown>
  );
}

type Open = { readonly notice: NoticeView | null };

function Exceptional({ view }: { readonly view: SectionExceptional }) {
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <Crumbs>
        <Anchor to={`${paths.section}?department=${encodeURIComponent(view.department)}`}>課の今月</Anchor> /
        特例業務の届出
      </Crumbs>
      <PageTitle
        facts={eraMonth(view.month)}
        actions={
          <>
            <ButtonLink size="small" to={paths.sectionExceptional(view.department, shiftMonth(view.month, -1))}>
              前の月
            </ButtonLink>
            <ButtonLink size="small" to={paths.sectionExceptional(view.department, shiftMonth(view.month, 1))}>
              次の月
            </ButtonLink>
          </>
        }
      >
        特例業務の届出 {view.name}
      </PageTitle>
      <p>
        特例業務(重要で特に緊急の業務)を命じる見込みがあるときは、前の月の{view.dueDay}
        日までに、人と業務ごとに届け出ます。
        {view.form !== null && `様式「${view.form.title}」を提出しても届出になり、届出からは様式に内容が入ります。`}
        届出がなくても命令できますが、人事課の一覧に「届出なし」と出ます。
      </p>
      {view.mayFile && (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button kind="solid" onPress={() => setOpen({ notice: null })}>
            特例業務を届け出る
          </Button>
          <FileByForm view={view} />
        </div>
      )}
      <Section title="事前届出" aside={`${count(view.notices.length)}件`}>
        <NoticeTable
          notices={view.notices}
          caption={`${view.name} ${eraMonth(view.month)} の事前届出`}
          {...(view.mayFile || view.form !== null
            ? {
                deed: (notice: NoticeView) => (
                  <span className="flex flex-wrap gap-x-4 gap-y-2">
                    {view.mayFile && (
                      <>
                        <button
                          type="button"
                          className="link min-h-6"
                          aria-label={`${notice.person.name} ${notice.task}の届出を直す`}
                          onClick={() => setOpen({ notice })}
                        >
                          直す
                        </button>
                        <WithdrawNotice notice={notice} />
                      </>
                    )}
                    <FormOfNotice view={view} notice={notice} />
                  </span>
                ),
              }
            : {})}
        />
      </Section>
      <Section title="特例業務の命令" aside={`${count(view.orders.length)}件`}>
        <OrderTable orders={view.orders} caption={`${view.name} ${eraMonth(view.month)} の特例業務の命令`} />
      </Section>
      <Dialog
        title={open?.notice === null ? '特例業務を届け出る' : '特例業務の届出を直す'}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        {open !== null && <FileNotice view={view} notice={open.notice} onDone={() => setOpen(null)} />}
      </Dialog>
    </>
  );
}
