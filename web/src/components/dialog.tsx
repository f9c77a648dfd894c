import { type ReactNode, useEffect, useId, useRef } from 'react';

type DialogProps = {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: keeps the focus inside, closes by Escape, gives the focus back. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className="m-auto w-[min(40rem,calc(100vw-1rem))] rounded-8 border border-solid-gray-700 bg-white p-4 wide:p-6 backdrop:bg-black/50"
    >
      {open && (
        <>
          <div className="flex items-start justify-between gap-4">
            <h2 id={heading} className="text-[1.25rem]">
              {title}
            </h2>
            <button type="button" className="link -mt-2 -mr-2 min-h-11 shrink-0 px-2" onClick={onClose}>
              閉じる
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
