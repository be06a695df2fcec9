import type { Spec } from '#lib/jobs/job.ts';
import { LOCATION_CHOICES, SPEC_CHOICES } from '#lib/jobs/trade-choices.ts';
import type { ShopSettings } from './shop-settings.ts';

/** J4: what a field of the specification offers: the shop's own list, or else the trade's; nothing, where there is neither. */
export function choicesFor(field: keyof Spec, { choices }: Pick<ShopSettings, 'choices'>): readonly string[] {
	return choices[field] ?? SPEC_CHOICES[field] ?? [];
}

/** J4: where a piece can be: the shop's own places, or else the trade's. */
export function placesOf({ locations }: Pick<ShopSettings, 'locations'>): readonly string[] {
	return locations.length > 0 ? locations : LOCATION_CHOICES;
}
