/** An address that is a choice among others: a filter, a view. */
export interface ChoiceLink {
	name: string;
	href: string;
	isOn: boolean;
}
