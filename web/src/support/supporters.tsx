import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Empty, Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import type { SupporterView, SupportView } from './views.ts';

/** Supporters that the reader may see. */
export function Supporters({ view }: { readonly view: SupportView }) {
  if (view.supporters.length === 0) return <Empty>あなたに関わる応援者の登録はありません。</Empty>;
  return (
    <ul>
      {view.supporters.map((supporter) => (
        <Row key={supporter.id} supporter={supporter} />
      ))}
    </ul>
  );
}

function Row({ supporter }: { readonly supporter: SupporterView }) {
  const consent = useDeed(routes.consentSupporter);
  const end = useDeed(routes.endSupporter);
  const params = { id: supporter.id };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-3">
      <StatusLabel
        label={
          supporter.state === 'proposed'
            ? { shape: 'clock', tone: 'waiting', word: '所属長の同意待ち' }
            : { shape: 'check', tone: 'done', word: '応援できる' }
        }
      />
      <p className="min-w-60 flex-1">
        <strong>{supporter.name}</strong> <span className="prose-small">{supporter.place}</span>
        <span className="block">
          {supporter.skills}
          {supporter.availability !== '' && `・${supporter.availability}`}
        </span>
      </p>
      <div className="no-print flex gap-3">
        {supporter.mayConsent && (
          <Button
            size="small"
            busy={consent.isPending}
            label={`${supporter.name}の応援に同意する`}
            onPress={() => consent.mutate({ params }, { onSuccess: () => announce('同意しました') })}
          >
            同意する
          </Button>
        )}
        {supporter.mayEnd && (
          <Button
            kind="text"
            size="small"
            busy={end.isPending}
            label={`${supporter.name}の登録をやめる`}
            onPress={() =>
              end.mutate({ params, body: { note: '' } }, { onSuccess: () => announce('登録をやめました') })
            }
          >
            登録をやめる
          </Button>
        )}
      </div>
      <Refusal error={consent.error ?? end.error} />
    </li>
  );
}
