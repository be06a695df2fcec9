/**
 * A6, B2: the advisory lock of the sweepers. They take objects only while they share it; whoever holds it alone, as a backup
 * does, keeps every object in the store that was there at its first moment.
 */
export const SWEEPING_LOCK = 0x73776570;
