import type { NewContactChoice } from './contact-directory.ts';
import type { CreateContactInput } from './contact-input.ts';
import type { ContactRole } from './contact.ts';

/** What is sent to add somebody in place: a vendor is known by the company (S3), a customer by the name. */
export function newContactInput(
	role: ContactRole,
	{ label, reach, more = {} }: Omit<NewContactChoice, 'kind' | 'mutationId'>
): Omit<CreateContactInput, 'mutationId'> {
	const { person, company, phone, email, ...rest } = more;
	const name = label.trim();
	const known = {
		roles: [role],
		address: typed(rest.address),
		taxExempt: rest.taxExempt ?? false,
		taxNumber: typed(rest.taxNumber)
	};
	if (role === 'vendor')
		return {
			...known,
			name: typed(person) ?? name,
			company: name,
			email: typed(reach),
			phone: typed(phone)
		};
	return { ...known, name, company: typed(company), phone: typed(reach), email: typed(email) };
}

function typed(text: string | undefined): string | null {
	return text?.trim() || null;
}
