import { type ReactNode, type Ref, useId } from 'react';

/** A part of a page: heading on a black line, an aside at its right, then the content. */
export function Section({
  title,
  aside,
  children,
  id,
  headingRef,
}: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
  /** For a list whose heading takes the focus when a row with the focus goes. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} id={id} className="mt-10">
      <div className="section-head flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-black pb-1.5">
        <h2
          id={heading}
          ref={headingRef}
          tabIndex={headingRef === undefined ? undefined : -1}
          className="text-[1.25rem]"
        >
          {title}
        </h2>
        {aside !== undefined && <div className="prose-small">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Title of a page with its small facts and its deeds. */
export function PageTitle({
  children,
  facts,
  actions,
}: {
  readonly children: ReactNode;
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="mt-6 mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-[1.5rem] wide:text-[1.75rem]">{children}</h1>
        {facts !== undefined && <p className="prose-small">{facts}</p>}
      </div>
      {actions !== undefined && <div className="no-print flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}

/** Way back from a page below another one. */
export function Crumbs({ children }: { readonly children: ReactNode }) {
  return (
    <nav aria-label="上の画面" className="no-print mt-5 -mb-4 text-[0.875rem]">
      {children}
    </nav>
  );
}

/** Rows of a name and what it is. `action` is the 「変更する」 of a check page. */
export function Facts({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode; readonly action?: ReactNode }[];
}) {
  return (
    <dl>
      {rows.map((row) => (
        <div key={row.name} className="flex gap-3 border-b border-solid-gray-200 py-2.5">
          <dt className="w-24 shrink-0 font-700 wide:w-48">{row.name}</dt>
          <dd className="min-w-0 flex-1 whitespace-pre-line">{row.value}</dd>
          {row.action !== undefined && <dd className="shrink-0">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
