/**
 * What is given cannot be true. `defect` says what is wrong, `of` what it is wrong with (an id, a day, a code; '' = the whole), so that
 * whoever asked can be told in his own words and shown the place.
 */
export class Impossible<Defect extends string> extends Error {
  readonly defect: Defect;
  readonly of: string;

  constructor(defect: Defect, of = '') {
    super(of === '' ? defect : `${of}: ${defect}`);
    this.defect = defect;
    this.of = of;
  }
}
