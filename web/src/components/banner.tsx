import type { ReactNode, Ref } from 'react';
import { ShapeMark } from './shapes.tsx';

const kinds = {
  error: { frame: 'border-red-900', mark: 'text-red-900', shape: 'octagon' },
  warning: { frame: 'border-yellow-900', mark: 'text-yellow-1000', shape: 'warning' },
  done: { frame: 'border-green-800', mark: 'text-green-800', shape: 'check' },
  info: { frame: 'border-blue-900', mark: 'text-blue-900', shape: 'circle' },
} as const;

type BannerProps = {
  readonly kind: keyof typeof kinds;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The one button, when the banner asks for a deed. */
  readonly action?: ReactNode;
  /** `h1` where the banner is the page's own heading. */
  readonly heading?: 'h1' | 'h2';
  /** The heading can take the focus. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly role?: 'alert' | 'status';
};

/** At most one on a page. Frame of 3 px, shape and heading say its kind. */
export function Banner({ kind, title, children, action, heading: Heading = 'h2', headingRef, role }: BannerProps) {
  const { frame, mark, shape } = kinds[kind];
  return (
    <div
      role={role}
      className={`flex flex-wrap items-center gap-4 rounded-8 border-[3px] px-4 py-3 wide:px-5 ${frame}`}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-3">
        <span className={`mt-1 ${mark}`}>
          {shape === 'check' ? (
            <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
              <circle cx="13" cy="13" r="13" fill="currentColor" />
              <path d="M6.5 13.5l4.5 4.5 8.5-9" fill="none" stroke="#fff" strokeWidth="3" />
            </svg>
          ) : (
            <ShapeMark shape={shape} size={24} />
          )}
        </span>
        <div className="min-w-0">
          <Heading
            ref={headingRef}
            tabIndex={headingRef === undefined ? undefined : -1}
            className={Heading === 'h1' ? 'text-[1.625rem]' : 'text-[1.125rem]'}
          >
            {title}
          </Heading>
          {children !== undefined && <div className="text-[0.9375rem] leading-160">{children}</div>}
        </div>
      </div>
      {action !== undefined && <div className="no-print">{action}</div>}
    </div>
  );
}
