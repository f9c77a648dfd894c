import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { paths } from '../../app/paths.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { ErrorSummary, errorOf } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/fields.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { Crumbs, PageTitle } from '../../components/section.tsx';
import { useRested } from '../../components/use-rested.ts';
import { MeasureTrial } from '../measure-trial.tsx';
import type { Words } from './draft.ts';
import { FilePart } from './file-part.tsx';
import { HeadFields, useHead } from './head-fields.tsx';
import { editButton, MeasureCards } from './measure-cards.tsx';
import { MeasureForm } from './measure-form.tsx';
import { useDecision } from './use-decision.ts';
import { type MeasuresFile, useFile } from './use-file.ts';
import type { Checked, DraftMeasure } from './views.ts';

/** How long the writing of the file rests before it is looked at. Milliseconds. */
const REST = 500;

/** 縮減の対策を作る: the measures in words, each in fields; what they would have brought, and the decision. */
export function EditMeasuresPage() {
  const search: { presets?: unknown; from?: unknown } = useSearch({ strict: false });
  const presets = typeof search.presets === 'string' && search.presets !== '' ? search.presets.split(',') : [];
  const from = search.from === undefined ? undefined : String(search.from);
  const file = useReading(routes.measuresFile, { body: { presets, ...(from === undefined ? {} : { from }) } });
  const words = useReading(routes.measureWords, {}, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Shown query={file} title="縮減の対策を作る">
      {({ text, basis }) => <Shown query={words}>{(known) => <Edit start={text} basis={basis} words={known} />}</Shown>}
    </Shown>
  );
}

type EditProps = { readonly start: string; readonly basis: string; readonly words: Words };

/** The file is what is changed, tried and decided; the fields of one measure stand in the place of the page while they are open. */
function Edit({ start, basis, words }: EditProps) {
  const file = useFile(start);
  const [editing, setEditing] = useState<{ readonly measure: DraftMeasure | null } | null>(null);
  const cameFrom = useRef<string | null>(null);
  const asked = useRested(file.text, file.byHand ? REST : 0);
  const checked = useReading(routes.checkMeasures, { body: { text: asked } }, { keep: true });
  useEffect(() => {
    if (editing !== null || cameFrom.current === null) return;
    document.getElementById(cameFrom.current)?.querySelector('button')?.focus();
    cameFrom.current = null;
  }, [editing]);
  const [reason, setReason] = useState('');
  const head = useHead(file, checked.data?.draft ?? null);
  if (editing !== null)
    return (
      <MeasureForm
        file={file}
        isChanged={file.text !== start}
        words={words}
        measure={editing.measure}
        onDone={() => {
          setEditing(null);
          announce(editing.measure === null ? '対策を加えました' : '対策を直しました');
        }}
        onLeave={() => setEditing(null)}
      />
    );
  return (
    <Whole
      file={file}
      isStart={file.text === start}
      basis={basis}
      words={words}
      head={head}
      checked={checked.data}
      isCurrent={asked === file.text && !checked.isPlaceholderData}
      reason={reason}
      onReason={setReason}
      onFile={(text) => {
        head.forget();
        file.write(text);
      }}
      onEdit={(measure) => {
        cameFrom.current = editButton(measure?.id ?? null);
        setEditing({ measure });
      }}
    />
  );
}

type WholeProps = {
  readonly file: MeasuresFile;
  readonly isStart: boolean;
  /** What was decided when the file was opened. */
  readonly basis: string;
  readonly words: Words;
  readonly head: ReturnType<typeof useHead>;
  readonly checked: Checked | undefined;
  /** What was checked is the file as it stands. */
  readonly isCurrent: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onFile: (text: string) => void;
  readonly onEdit: (measure: DraftMeasure | null) => void;
};

/** All measures, and the decision. */
function Whole({
  file,
  isStart,
  basis,
  words,
  head,
  checked,
  isCurrent,
  reason,
  onReason,
  onFile,
  onEdit,
}: WholeProps) {
  const { decide, errors, isDone } = useDecision(head.write, reason, basis);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!decide.isPending) decide.mutate();
  };
  const draft = checked?.draft ?? null;
  return (
    <>
      <LeaveGuard dirty={(!isStart || head.isTyped || reason.trim() !== '') && !isDone} />
      <Crumbs>
        <Anchor to={paths.measures}>縮減の対策</Anchor> / 作る
      </Crumbs>
      <ErrorSummary errors={errors} />
      <PageTitle>縮減の対策を作る</PageTitle>
      <p>対策を一つずつ直し、要らないものを外し、団体の対策を加えます。過去の月で試してから決めます。</p>
      <Refusal error={decide.error} />
      <form onSubmit={submit} noValidate>
        <HeadFields head={head} words={words} errors={errors} />
        {draft !== null && <MeasureCards file={file} measures={draft.measures} isCurrent={isCurrent} onEdit={onEdit} />}
        {checked !== undefined && draft === null && (
          <p className="mt-6 font-700 text-red-900">
            ファイルに直すところがあるので、欄では直せません。下の「ファイル(YAML)で直す」の説明を見て、先に直してください。
          </p>
        )}
        <Attempt file={file} isRight={(checked?.problems.length ?? 0) === 0} write={head.write} />
        <p className="mt-6">
          外した対策でも、すでに出ている予定は残ります。要らないものは「対策の予定」で「行わない」と記録します。承認者が上がることは、決めた対策にある間だけ続きます。
        </p>
        <TextArea
          id="reason"
          label="決める理由"
          hint="操作の記録に残ります。"
          required
          value={reason}
          onChange={onReason}
          error={errorOf(errors, 'reason')}
          maxLength={400}
        />
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={decide.isPending}>
            この対策に決める
          </Button>
          <Anchor to={paths.measures}>やめる</Anchor>
        </div>
        <FilePart text={file.text} onText={onFile} checked={checked} error={errorOf(errors, 'file')} />
      </form>
    </>
  );
}

type AttemptProps = Pick<WholeProps, 'file'> & Pick<WholeProps['head'], 'write'> & { readonly isRight: boolean };

/** What the measures would have brought, once it is asked. */
function Attempt({ file, isRight, write }: AttemptProps) {
  const [tried, setTried] = useState<string | null>(null);
  // Name and day have no part in a trial: where they cannot be written, the file is tried as it stands.
  const attempt = () =>
    write()
      .then(({ text }) => setTried(text))
      .catch(() => setTried(file.text));
  return (
    <>
      <div className="mt-6">
        {isRight ? (
          <Button onPress={() => void attempt()}>過去12か月で試す</Button>
        ) : (
          <p>直すところがなくなると、過去12か月で試せます。</p>
        )}
      </div>
      {tried !== null && <MeasureTrial text={tried} changed={tried !== file.text} />}
    </>
  );
}
