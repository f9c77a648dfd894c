import { hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../api/call.ts';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Refusal, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { box, frame } from '../components/field-frame.tsx';
import { Crumbs, PageTitle } from '../components/section.tsx';
import { NoticeAddress } from './notice-address.tsx';

type View = Answer<NonNullable<(typeof routes.noticeSettings)['shape']>>;
type Kind = View['kinds'][number];
type Way = Kind['way'];

const ways: readonly { readonly way: Way; readonly name: string }[] = [
  { way: 'atOnce', name: 'すぐにメール' },
  { way: 'digest', name: '1日1回まとめて' },
  { way: 'page', name: '画面だけ' },
];
const nameOf = (way: Way): string => ways.find((each) => each.way === way)?.name ?? '';
/** Ways that the municipality leaves to the person. */
const leftBy: Readonly<Record<Kind['least'], readonly Way[]>> = {
  free: ['atOnce', 'digest', 'page'],
  digest: ['atOnce', 'digest'],
  atOnce: ['atOnce'],
};

/** お知らせの設定: how one is told of each kind of notice, within what the municipality demands. */
export function NoticeSettingsPage() {
  const query = useReading(routes.noticeSettings, {});
  return (
    <Shown query={query} title="お知らせの設定">
      {(view) => (
        <>
          <Crumbs>
            <Anchor to={paths.notices}>お知らせ</Anchor>
          </Crumbs>
          <PageTitle>お知らせの設定</PageTitle>
          <Where view={view} />
          <Choices view={view} />
        </>
      )}
    </Shown>
  );
}

function Where({ view }: { readonly view: View }) {
  if (!view.mailing)
    return (
      <Banner kind="info" title="この時守は、まだメールを送りません">
        お知らせは画面に出ます。ここで選んだことは、メールを送るようになった日から使います。
      </Banner>
    );
  if (view.ownAddress) return <NoticeAddress mailAddress={view.mailAddress} />;
  if (view.mailAddress === '')
    return (
      <Banner kind="warning" title="あなたのメールアドレスが登録されていません">
        お知らせは画面だけに出ます。メールで受け取るときは、人事課に登録を依頼してください。
      </Banner>
    );
  return (
    <p>
      メールは <span className="font-700">{view.mailAddress}</span>{' '}
      に送ります。アドレスが違うときは、人事課に連絡してください。
    </p>
  );
}

function Choices({ view }: { readonly view: View }) {
  const deed = useDeed(routes.chooseNotices);
  const [drafts, setDrafts] = useState<Partial<Record<Kind['kind'], Way>>>({});
  const changed = view.kinds.flatMap(({ kind, way }) => {
    const draft = drafts[kind];
    return draft === undefined || draft === way ? [] : [{ kind, way: draft }];
  });
  if (view.kinds.length === 0) return <Empty>このアカウントに届くお知らせの種類は、いまありません。</Empty>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (deed.isPending) return;
    if (changed.length === 0) announce('変わったところはありません');
    else
      deed.mutate(
        { body: { choices: changed } },
        {
          onSuccess: () => {
            setDrafts({});
            announce('お知らせの受け取り方を変更しました');
          },
        },
      );
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-[60rem]">
      <p className="mt-2">
        「1日1回まとめて」は、その時に待っていることを毎日 {hm(view.digestTime)}
        に一通で送ります。待っていることがない日は送りません。どれを選んでも、画面には出ます。
      </p>
      <ul className="mt-4 border-t-2 border-black">
        {view.kinds.map((each) => (
          <KindRow
            key={each.kind}
            kind={each}
            value={drafts[each.kind] ?? each.way}
            onChange={(way) => setDrafts({ ...drafts, [each.kind]: way })}
          />
        ))}
      </ul>
      {!view.ownAddress && (
        <p className="prose-small mt-3">人事課が出す月の締めのお願いは、いつもすぐにメールで届きます。</p>
      )}
      <Refusal error={deed.error} />
      {deed.isSuccess && changed.length === 0 && (
        <div className="mt-4">
          <Banner kind="done" title="お知らせの受け取り方を変更しました" role="status" />
        </div>
      )}
      <div className="mt-6">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          変更を保存する
        </Button>
      </div>
    </form>
  );
}

type RowProps = { readonly kind: Kind; readonly value: Way; readonly onChange: (way: Way) => void };

function KindRow({ kind: { kind, name, when, chosen, least, why }, value, onChange }: RowProps) {
  const id = `way-${kind}`;
  const left = ways.filter(({ way }) => leftBy[least].includes(way));
  const demanded = least !== 'free';
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-solid-gray-200 py-4 wide:grid-cols-[1fr_15rem] wide:items-center">
      <div>
        {left.length > 1 ? (
          <label htmlFor={id} className="font-700">
            {name}
          </label>
        ) : (
          <p className="font-700">{name}</p>
        )}
        <p id={`${id}-when`} className="prose-small">
          {when}
        </p>
        {demanded && (
          <p id={`${id}-least`} className="prose-small">
            <span className="font-700">市の決まりで「{nameOf(least)}」より少なくできません。</span>
            {why}です。
            {chosen !== value &&
              leftBy[least].includes(chosen) === false &&
              `あなたの選択は「${nameOf(chosen)}」でした。`}
          </p>
        )}
      </div>
      {left.length > 1 ? (
        <select
          id={id}
          value={value}
          aria-describedby={demanded ? `${id}-when ${id}-least` : `${id}-when`}
          className={`block w-full ${box} ${frame(false)}`}
          onChange={(event) => {
            const found = ways.find(({ way }) => way === event.target.value);
            if (found !== undefined) onChange(found.way);
          }}
        >
          {left.map(({ way, name: label }) => (
            <option key={way} value={way}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <p>{nameOf(value)}</p>
      )}
    </li>
  );
}
