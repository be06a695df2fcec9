/** Has the browser ask before the page is left, until the answer is called. */
export function holdPage(): () => void {
	const ask = (event: BeforeUnloadEvent) => event.preventDefault();
	addEventListener('beforeunload', ask);
	return () => removeEventListener('beforeunload', ask);
}
