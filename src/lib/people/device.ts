const BROWSERS: [RegExp, string][] = [
	[/\bEdg/, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(Chrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const SYSTEMS: [RegExp, string][] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'Mac'],
	[/\bCrOS\b/, 'Chromebook'],
	[/\bLinux\b/, 'Linux']
];

/** What somebody signed in with, in words, from the browser's own name for itself: "Chrome on Android". */
export function deviceName(userAgent: string | null): string {
	const browser = firstMatch(BROWSERS, userAgent ?? '');
	const system = firstMatch(SYSTEMS, userAgent ?? '');
	if (!browser) return system ?? 'Another program';
	return system ? `${browser} on ${system}` : browser;
}

function firstMatch(names: [RegExp, string][], text: string): string | undefined {
	return names.find(([pattern]) => pattern.test(text))?.[1];
}
