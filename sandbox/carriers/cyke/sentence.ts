/** The path of a field as the first words of a sentence: `Dropoff place recipient phone`. */
export function subject(path: readonly PropertyKey[]): string {
	const words = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part).replaceAll('_', ' ')));
	const text = words.join(' ') || 'delivery';
	return text.charAt(0).toUpperCase() + text.slice(1);
}
