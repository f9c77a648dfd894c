/** Shapes of the files that are taken in, for those who do not read the contract themselves. */
export { type FileShape, importShapes } from '@tokimori/contract/import-columns';
export { sagaShapes } from '@tokimori/contract/saga-columns';
