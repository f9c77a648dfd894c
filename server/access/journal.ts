import { randomUUID } from 'node:crypto';
import type { Tx } from '../store/tenant.ts';

/** Deeds about 36協定, designations of tasks, their notices, and prior notices of 特例業務. */
type AgreementDeed =
  | 'AgreementDrafted'
  | 'AgreementRegistered'
  | 'AgreementEnded'
  | 'AgreementDiscarded'
  | 'StaffCategorySet'
  | 'DisasterNeedRecorded'
  | 'DesignationAcknowledged'
  | 'TaskDesignated'
  | 'TaskDesignationEnded'
  | 'PriorNoticeFiled'
  | 'PriorNoticeWithdrawn';

/** A deed about accounts, devices, measures and other matters of administration, as the journal keeps it. */
export type Deed = {
  readonly stream: string;
  readonly kind:
    | 'SignedIn'
    | 'SignInFailed'
    | 'AccountLocked'
    | 'PasswordChanged'
    | 'DeviceRegistered'
    | 'DeviceRevoked'
    | 'MeasuresDecided'
    | 'DueSettled'
    | AgreementDeed
    | 'PayLayoutDecided'
    | 'PayHoursExported'
    | 'DecisionSeen'
    | 'ObjectionStated'
    | 'ObjectionAnswered'
    | 'DeclarationSurveyed'
    | 'RecordingExplained'
    | 'NoticesChosen'
    | 'FormUseChosen'
    | 'NoticeAddressSaid';
  readonly actor: string;
  readonly data?: object;
  readonly reason?: string;
  readonly at: Date;
};

/** Appends a deed to its stream. The caller holds the lock of the stream's row, so that numbers do not collide. */
export async function appendDeed(tx: Tx, deed: Deed): Promise<void> {
  await tx.query(
    `insert into tk.event (municipality, stream, seq, id, kind, data, actor, reason, occurred_at, recorded_at)
     select $1, $2, coalesce(max(e.seq), 0) + 1, $3::uuid, $4, $5::jsonb, $6, $7, $8::timestamptz, $8::timestamptz
     from tk.event e where e.municipality = $1 and e.stream = $2
     returning seq`,
    [
      tx.municipality,
      deed.stream,
      randomUUID(),
      deed.kind,
      JSON.stringify(deed.data ?? {}),
      deed.actor,
      deed.reason ?? '',
      deed.at,
    ],
  );
}
