import * as v from 'valibot';
import { CreateContactInput } from '#lib/contacts/contact-input.ts';

/** S4: a contact as a file describes it. The mutation id comes from the row, on the server. */
export const ContactDraft = v.omit(CreateContactInput, ['mutationId']);
export type ContactDraft = v.InferOutput<typeof ContactDraft>;
