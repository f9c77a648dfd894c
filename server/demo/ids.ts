/** A version-8 uuid from three numbers: the same fact of the demonstration always has the same id. */
export function demoId(kind: number, person: number, month: number, nth: number): string {
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0').slice(-width);
  return `${hex(person, 8)}-${hex(kind, 4)}-8${hex(nth, 3)}-8000-${hex(month, 12)}`;
}
