/** The columns of a `Contact`, named as its fields. */
export const CONTACT_COLUMNS = `id, version, name, company, roles, email, phone, address, tax_exempt as "taxExempt",
	tax_number as "taxNumber", notes, archived_at is not null as archived`;
