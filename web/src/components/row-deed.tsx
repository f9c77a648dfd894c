type Props = {
  /** What it does, in full, for who hears it without the row: 「三浦 美咲 11月2日 の実績を確認する」. */
  readonly label: string;
  readonly onPress: () => void;
  /** The word that stands in the row. */
  readonly children: string;
};

/** A deed in the row of a table: a word like a link, as high as a finger where the table is a stack. */
export function RowDeed({ label, onPress, children }: Props) {
  return (
    <button type="button" className="link min-h-11 wide:min-h-6" aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}
