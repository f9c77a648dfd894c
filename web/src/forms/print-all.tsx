import { count } from '@tokimori/wording/format';
import { useState } from 'react';
import { addressOf } from '../api/call.ts';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Section } from '../components/section.tsx';

/** Milliseconds between two looks at a print that runs. */
const LOOK_AGAIN = 700;

/** Prints a form of the month for everybody it concerns; shows how far it is, then the file. */
export function PrintAll({ form, month }: { readonly form: string; readonly month: string }) {
  const deed = useDeed(routes.startPrint);
  const start = (shape: 'pdf' | 'zip') => deed.mutate({ body: { form, month, shape } });
  return (
    <Section title="まとめて印刷">
      <p className="mt-3">この月のこの様式を、対象の全部について作ります。提出済みのものは提出したときの内容です。</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button busy={deed.isPending} onPress={() => start('pdf')}>
          一つのPDFにする
        </Button>
        <Button busy={deed.isPending} onPress={() => start('zip')}>
          対象ごとのPDFにする(ZIP)
        </Button>
      </div>
      <Refusal error={deed.error} />
      {deed.data !== undefined && <Progress key={deed.data.id} id={deed.data.id} />}
    </Section>
  );
}

function Progress({ id }: { readonly id: string }) {
  const [over, setOver] = useState(false);
  const run = useReading(routes.readPrint, { params: { id } }, over ? {} : { refetchInterval: LOOK_AGAIN });
  if (!over && run.data !== undefined && run.data.state !== 'running') setOver(true);
  return (
    <Shown query={run}>
      {({ state, done, total, error, fileName }) => (
        <div className="mt-5" role="status">
          {state === 'running' && (
            <>
              <p>{`${count(total)}件のうち ${count(done)}件を作りました`}</p>
              <ProgressBar done={done} all={total} label="まとめて印刷" />
            </>
          )}
          {state === 'failed' && (
            <Banner kind="error" title="印刷できませんでした">
              {error}
            </Banner>
          )}
          {state === 'done' && (
            <p>
              {`${count(total)}件ができました。`}
              <a className="link" href={addressOf(routes.printFile.path, { id })} download={fileName}>
                {`${fileName}を保存する`}
              </a>
            </p>
          )}
        </div>
      )}
    </Shown>
  );
}
