import * as v from 'valibot';

/** 1 MiB: exactly so much is accepted. */
export const LOGO_MAX_BYTES = 1_048_576;

/** The picture is all that a logo's form holds. */
export const LogoInput = v.strictObject({});
