/**
 * How many samples a property is tried with: as many as it asks for, fewer where the surroundings say so
 * (PROPERTY_SAMPLES: mutation runs repeat the tests thousands of times).
 */
export const samples = (many: number): number => Math.min(many, Number(process.env.PROPERTY_SAMPLES ?? many));
