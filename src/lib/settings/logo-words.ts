import type { AuditChange } from '#lib/audit/audit.ts';
import type { ShopLogo } from './shop-settings.ts';

/** A change of the logo, for the audit log. */
export function logoChange(before: ShopLogo | null, after: ShopLogo | null): AuditChange {
	return { field: 'Logo', before: sizeWords(before), after: sizeWords(after) };
}

function sizeWords(logo: ShopLogo | null): string {
	return logo ? `a picture of ${logo.width} × ${logo.height}` : 'none';
}
