/** "packageTypes" and "package types" become "package_types". */
export const snakeCase = (words: string): string =>
	words
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/[^A-Za-z0-9]+/g, '_')
		.toLowerCase();

/** "package type" becomes "Package Type". */
export const titleCase = (words: string): string =>
	words.replace(/(^|\s)([a-z])/g, (_whole, before: string, letter: string) => before + letter.toUpperCase());

/** A sentence always ends. */
export const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** Zapier wants addresses in help texts as links. */
export const urlsAsCode = (text: string): string =>
	text.replace(/(?<![([`])https?:\/\/[^\s)`]*[^\s)`.,;:]/g, (url) => `\`${url}\``);
