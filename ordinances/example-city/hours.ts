/** 8:30 and 17:15, the hours allotted in the example city. */
export const START = 510;
export const END = 1035;

/** On a day off more than 6:00 of work holds 45 minutes of break, more than 8:00 an hour (労基法34条). */
export function breakOf(dutyDay: boolean, minutes: number): number {
  if (dutyDay || minutes <= 360) return 0;
  return minutes > 480 ? 60 : 45;
}
