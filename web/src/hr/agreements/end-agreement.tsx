import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { EndDialog } from '../../app/end-dialog.tsx';

type Props = { readonly id: string; readonly name: string; readonly draft: boolean };

/** Ends an agreement by its last day, or throws a draft away. */
export function EndAgreement({ id, name, draft }: Props) {
  const deed = useDeed(routes.endAgreement);
  const word = draft ? '下書きを取り除く' : '協定を終える';
  const day = draft ? null : '効力のある最後の日';
  return (
    <EndDialog
      ending={{ id: 'agreement-end', title: `${name}の${word}`, word, day, reason: '理由' }}
      deed={deed}
      onEnd={({ on, reason }, { onSuccess, onError }) =>
        deed.mutate(
          { params: { id }, body: { on, reason } },
          {
            onSuccess: () => {
              announce(draft ? '下書きを取り除きました' : '協定を終えました');
              onSuccess();
            },
            onError,
          },
        )
      }
    />
  );
}
