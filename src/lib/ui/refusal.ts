/** Why something that was asked for did not happen, as a form shows it: a sentence, and one for each field. */
export interface Refusal {
	detail: string;
	fields?: Record<string, string> | undefined;
}
