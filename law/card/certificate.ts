import type { Decision } from '../decision/decision.ts';
import { civilOf, daysInMonth, type EpochDay, epochDayOf } from '../time/civil.ts';
import { validityCitation, verifierCitation } from './citations.ts';

/** The certificate ends on the fifth birthday after its issue, at the latest with the card. */
const BIRTHDAYS = 5;
/** 3 months before its end it can be renewed. */
const RENEWAL_MONTHS = 3;

/** What checking a certificate found. Nothing here is read from the card's own 個人番号. */
export type CertificateFacts = {
  readonly issuedOn: EpochDay;
  readonly bornOn: EpochDay;
  readonly cardEndsOn: EpochDay;
  /** Signature and chain to J-LIS hold. */
  readonly chainHolds: boolean;
  /** Null: nobody could be asked. */
  readonly revoked: boolean | null;
  /** The municipality is 利用者証明検証者 by its 届出. */
  readonly notified: boolean;
};

export type CertificateJudgement = {
  /** `unverified`: right as far as can be seen, but whether it was revoked may not be asked, so nobody is authenticated by it. */
  readonly state: 'authenticated' | 'unverified' | 'refused';
  readonly because: 'chain' | 'notYetValid' | 'expired' | 'revoked' | 'notNotified' | 'revocationUnknown' | null;
  readonly validThrough: EpochDay;
  /** From this day on it can be renewed; its number changes then, and the staff member links it again. */
  readonly renewableFrom: EpochDay;
};
/** validUntil: through, renewableFrom (epoch days) · the others carry no figures; certificateRefused: words because */
export type CertificateStepName = 'validUntil' | 'certificateRefused' | 'certificateUnverified' | 'certificateHolds';

/** Thrown when someone is issued a certificate before being born. */
export class ImpossibleCertificate extends Error {
  override readonly name = 'ImpossibleCertificate';
}

/** The day of a year on which someone's birthday is kept: 29 February falls on 28 in common years (the day before is what counts). */
function birthdayIn(year: number, bornOn: EpochDay): EpochDay {
  const { month, day } = civilOf(bornOn);
  return epochDayOf(year, month, Math.min(day, daysInMonth(year, month)));
}

/** The fifth birthday after the issue. */
function fifthBirthday(issuedOn: EpochDay, bornOn: EpochDay): EpochDay {
  const { year } = civilOf(issuedOn);
  const first = birthdayIn(year, bornOn) > issuedOn ? year : year + 1;
  return birthdayIn(first + BIRTHDAYS - 1, bornOn);
}

function monthsBefore(day: EpochDay, months: number): EpochDay {
  const { year, month, day: ofMonth } = civilOf(day);
  const index = year * 12 + month - 1 - months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return epochDayOf(y, m, Math.min(ofMonth, daysInMonth(y, m)));
}

function reasonOf(facts: CertificateFacts, validThrough: EpochDay, on: EpochDay): CertificateJudgement['because'] {
  if (!facts.chainHolds) return 'chain';
  if (on < facts.issuedOn) return 'notYetValid';
  if (on > validThrough) return 'expired';
  if (facts.revoked === true) return 'revoked';
  if (!facts.notified) return 'notNotified';
  return facts.revoked === null ? 'revocationUnknown' : null;
}

/**
 * What a 利用者証明用電子証明書 is worth on a day (公的個人認証法36条1項). Only a municipality that notified J-LIS may ask
 * whether it was revoked; without that, and without an answer, it authenticates nobody.
 * @throws ImpossibleCertificate
 */
export function judgeCertificate(
  facts: CertificateFacts,
  on: EpochDay,
): Decision<CertificateJudgement, CertificateStepName> {
  if (facts.bornOn > facts.issuedOn) throw new ImpossibleCertificate('issued before birth');
  const validThrough = Math.min(fifthBirthday(facts.issuedOn, facts.bornOn), facts.cardEndsOn);
  const renewableFrom = monthsBefore(validThrough, RENEWAL_MONTHS);
  const because = reasonOf(facts, validThrough, on);
  const unverified = because === 'notNotified' || because === 'revocationUnknown';
  const state = because === null ? 'authenticated' : unverified ? 'unverified' : 'refused';
  const says = {
    authenticated: 'certificateHolds',
    unverified: 'certificateUnverified',
    refused: 'certificateRefused',
  } as const;
  return {
    outcome: { state, because, validThrough, renewableFrom },
    steps: [
      { says: 'validUntil', figures: { through: validThrough, renewableFrom }, citation: validityCitation },
      { says: says[state], figures: {}, words: { because: because ?? '' }, citation: verifierCitation },
    ],
  };
}
