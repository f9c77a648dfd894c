import { useBlocker } from '@tanstack/react-router';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  /** Something was typed that is not kept. */
  readonly dirty: boolean;
  /** What keeping is called; 「下書きを保存して移る」 where nothing is said. */
  readonly word?: string;
  /** Keeps what was typed, then goes on; what went wrong is told on the page. Absent where nothing can be kept. */
  readonly onKeep?: (goOn: () => void, stay: () => void) => void;
};

/** Asks before a page is left on which something was typed and not kept: within the pages by a dialog, else by the browser's own question. */
export function LeaveGuard({ dirty, onKeep, word = '下書きを保存して移る' }: Props) {
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  const { proceed, reset } = blocker;
  return (
    <Dialog title="保存していない入力があります" open onClose={reset}>
      <p className="mt-3">このまま移ると、入力した内容は残りません。</p>
      <div className="mt-5 flex flex-wrap gap-3">
        {onKeep !== undefined && (
          <Button kind="solid" onPress={() => onKeep(proceed, reset)}>
            {word}
          </Button>
        )}
        <Button onPress={proceed}>保存せずに移る</Button>
        <Button onPress={reset}>この画面に残る</Button>
      </div>
    </Dialog>
  );
}
