import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Kind = 'solid' | 'outlined' | 'text';
const base = 'inline-flex items-center justify-center rounded-8 text-center leading-140 no-underline';
const kinds: Readonly<Record<Kind, string>> = {
  solid: 'border border-blue-900 bg-blue-900 font-700 text-white hover:bg-blue-1000 hover:underline keep-colours',
  outlined: 'border border-blue-900 bg-white font-700 text-blue-900 hover:bg-blue-50 hover:underline',
  text: 'text-blue-900 underline underline-offset-[0.1875rem] hover:decoration-[0.1875rem]',
};
const sizes = {
  large: 'min-h-14 px-5 text-[1.125rem]',
  medium: 'min-h-12 px-4 text-[1rem]',
  small: 'min-h-11 px-3 text-[0.9375rem]',
} as const;

type Look = { readonly kind?: Kind; readonly size?: keyof typeof sizes; readonly wide?: boolean };
const look = ({ kind = 'outlined', size = 'medium', wide = false }: Look) =>
  `${base} ${kinds[kind]} ${sizes[size]} ${wide ? 'w-full' : ''}`;

type ButtonProps = Look & {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** Its deed is under way: the button stays, says so, and a second press does nothing. */
  readonly busy?: boolean;
  readonly describedBy?: string;
  readonly label?: string;
};

/** A deed. Never disabled: where a deed is not possible, a sentence stands in its place. */
export function Button({ children, onPress, type = 'button', busy = false, describedBy, label, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={look(rest)}
      aria-disabled={busy || undefined}
      aria-describedby={describedBy}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}

type GoProps = { readonly to: string; readonly children: ReactNode; readonly label?: string };

/** A way to another page that looks like a button. */
export function ButtonLink({ to, children, label, ...rest }: Look & GoProps) {
  return (
    <Link to={to} className={look(rest)} aria-label={label}>
      {children}
    </Link>
  );
}

/** A way to another page within a text. */
export function Anchor({ to, children, label, strong = false }: GoProps & { readonly strong?: boolean }) {
  return (
    <Link to={to} className={`link ${strong ? 'font-700' : ''}`} aria-label={label}>
      {children}
    </Link>
  );
}
