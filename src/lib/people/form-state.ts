/** What a form's page gets back when its action refuses. Passwords are never part of it. */
export interface RefusedForm {
	/** What was typed, to be kept. */
	values: Record<string, string>;
	/** One sentence a field. */
	fields: Record<string, string>;
	/** What concerns the form as a whole. */
	message: string | null;
}
